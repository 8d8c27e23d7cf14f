//! What a fact is filed under.

use super::Fact;
use crate::kernel::{GroupId, PostId};

impl Fact {
    /// The name the fact is stored and filtered under, such as `post_published`.
    pub fn kind(&self) -> String {
        match serde_json::to_value(self) {
            Ok(serde_json::Value::Object(fields)) => {
                fields.get("kind").and_then(|kind| kind.as_str()).unwrap_or_default().to_owned()
            }
            _ => String::new(),
        }
    }

    /// The post it happened to, if it happened to one.
    pub fn post(&self) -> Option<PostId> {
        let fields = serde_json::to_value(self).ok()?;
        fields.get("post")?.as_str()?.parse().ok()
    }

    /// The group the fact happened in, if it happened in one.
    #[expect(clippy::too_many_lines, reason = "a table of every fact")]
    pub fn group(&self) -> Option<GroupId> {
        use Fact::*;
        match self {
            GroupCreated { group }
            | GroupEdited { group }
            | GroupLevelChanged { group, .. }
            | MemberJoined { group, .. }
            | MemberLeft { group, .. }
            | MemberRemoved { group, .. }
            | RoleChanged { group, .. }
            | JoinAsked { group, .. }
            | JoinRequestWithdrawn { group, .. }
            | JoinApproved { group, .. }
            | JoinRefused { group, .. }
            | MemberInvited { group, .. }
            | InvitationAccepted { group, .. }
            | InvitationDeclined { group, .. }
            | GroupPermissionsChanged { group }
            | GroupArchived { group }
            | GroupReopened { group }
            | GroupDeleted { group }
            | GroupRestored { group }
            | GroupErased { group }
            | GroupRegimeChanged { group, .. }
            | MemberEnrolled { group, .. }
            | AdministratorEntered { group, .. }
            | AdministratorLeft { group, .. }
            | ContentAnonymised { group, .. }
            | GroupHearingChanged { group, .. }
            | GroupRuleChanged { group }
            | PostPlanned { group, .. }
            | GroupFiled { group, .. }
            | GroupOrphaned { group, .. }
            | PostPublished { group, .. }
            | PostEdited { group, .. }
            | PostDeleted { group, .. }
            | PostRestored { group, .. }
            | PostMoved { group, .. }
            | PostReacted { group, .. }
            | PostReactionWithdrawn { group, .. }
            | PollVoted { group, .. }
            | PollCounted { group, .. }
            | PollChoiceAdded { group, .. }
            | PollEdited { group, .. }
            | PollClosed { group, .. }
            | PollReopened { group, .. }
            | PollRestarted { group, .. }
            | SurveyDrafted { group, .. }
            | SurveyDiscarded { group, .. }
            | SurveyOpened { group, .. }
            | SurveyAnswered { group, .. }
            | SurveyCounted { group, .. }
            | SurveyEndMoved { group, .. }
            | SurveyReminded { group, .. }
            | SurveyClosed { group, .. }
            | SurveyReopened { group, .. }
            | SurveyRestarted { group, .. }
            | CommentWritten { group, .. }
            | CommentEdited { group, .. }
            | CommentDeleted { group, .. }
            | CommentRestored { group, .. }
            | CommentReacted { group, .. }
            | CommentReactionWithdrawn { group, .. } => Some(*group),
            InvitationSent { group, .. }
            | RingTaken { group, .. }
            | RingGiven { group, .. }
            | InvitationRevoked { group, .. }
            | AccessChanged { group, .. } => *group,
            _ => None,
        }
    }
}
