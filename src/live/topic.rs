//! Topics as pages name them, changes as pages read them, and what each fact means for open pages beyond what the
//! rooms render.

use serde_json::{Value, json};

use crate::{
    db::{Activity, Fact},
    kernel::{MemberId, PostId},
    live::{Change, Message, Topic},
};

/// A topic as a page asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    /// All groups one belongs to.
    Home,
    /// One topic.
    One(Topic),
}

impl Wish {
    /// Reads `home`, `me`, `group:<uuid>` or `post:<uuid>`; anything else is nothing.
    pub(super) fn parse(text: &str, me: MemberId) -> Option<Self> {
        match text.split_once(':') {
            None if text == "home" => Some(Self::Home),
            None if text == "me" => Some(Self::One(Topic::Member(me))),
            Some(("group", id)) => Some(Self::One(Topic::Group(id.parse().ok()?))),
            Some(("post", id)) => Some(Self::One(Topic::Post(id.parse().ok()?))),
            _ => None,
        }
    }
}

/// A topic as messages name it.
fn name(topic: Topic) -> String {
    match topic {
        Topic::Group(id) => format!("group:{id}"),
        Topic::Post(id) => format!("post:{id}"),
        Topic::Member(_) => "me".to_owned(),
    }
}

/// A message in the form of `static/README.md`; `mark` is what the page hands back when it returns.
pub(super) fn json(message: &Message, activity: &Activity, mark: i64) -> String {
    let mut out = json!({ "a": mark, "t": name(message.topic) });
    let fields: Value = match &message.change {
        Change::NewPost { .. } => match &activity.fact {
            Fact::PostPublished { post, .. } | Fact::PostRestored { post, .. } => {
                json!({ "k": "new-post", "id": format!("post-{post}") })
            }
            _ => json!({ "k": "new-post" }),
        },
        Change::Fragment { id, html, after } => {
            json!({ "k": "fragment", "id": id, "html": html, "after": after })
        }
        Change::Remove { id } => json!({ "k": "remove", "id": id }),
        Change::Count { name, n } => json!({ "k": "count", "id": name, "n": n }),
    };
    if let (Value::Object(out), Value::Object(fields)) = (&mut out, fields) {
        out.extend(fields);
    }
    out.to_string()
}

/// What a fact means for open streams, apart from what is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Consequence {
    /// Nothing.
    None,
    /// The member's streams are closed; their pages come back and are judged anew.
    Anew(MemberId),
    /// The member's streams are closed, and their pages do not come back.
    Gone(MemberId),
    /// All streams are judged anew: who may read a group has changed.
    AllAnew,
    /// Pages that show the post ask whether they may still, and are judged anew.
    Moved(PostId),
}

/// Every fact is answered here, so that a new one cannot be forgotten.
#[expect(clippy::too_many_lines, reason = "a table of every fact")]
pub(super) fn consequence(fact: &Fact) -> Consequence {
    use Fact::*;
    match fact {
        MemberSuspended { member } | MemberAnonymised { member } => Consequence::Gone(*member),
        SignedOut { member }
        | SessionsEnded { member }
        | PasswordChanged { member }
        | SettingsChanged { member }
        | SiteRoleGiven { member, .. }
        | MemberJoined { member, .. }
        | MemberLeft { member, .. }
        | MemberRemoved { member, .. }
        | MemberEnrolled { member, .. }
        | AdministratorEntered { member, .. }
        | AdministratorLeft { member, .. }
        | AccessChanged { member, .. } => Consequence::Anew(*member),
        GroupLevelChanged { .. }
        | GroupArchived { .. }
        | GroupReopened { .. }
        | GroupDeleted { .. }
        | GroupRestored { .. }
        | GroupRegimeChanged { .. }
        | ContentAnonymised { .. } => Consequence::AllAnew,
        PostMoved { post, .. } | PostWithdrawn { post, .. } => Consequence::Moved(*post),
        PostPlanned { .. }
        | PostUnplanned { .. }
        | PlannedPostRefused { .. }
        | SignedUp { .. }
        | SignedIn { .. }
        | PasswordResetAsked { .. }
        | EmailChangeAsked { .. }
        | EmailChanged { .. }
        | AdministratorNamed { .. }
        | MemberReactivated { .. }
        | WelcomeSent { .. }
        | ImportBegun { .. }
        | ImportEnded { .. }
        | ImportUndone { .. }
        | PersonImported { .. }
        | PersonAmended { .. }
        | PersonRestored { .. }
        | PeopleExported { .. }
        | ProfileEdited { .. }
        | PhotoChanged { .. }
        | GatePassed { .. }
        | FieldDefined { .. }
        | FieldChanged { .. }
        | FieldArchived { .. }
        | FieldRestored { .. }
        | FieldsReordered { .. }
        | FieldSectionChanged { .. }
        | FieldsFilled { .. }
        | ImportMoved { .. }
        | MembersMerged { .. }
        | GatesChanged { .. }
        | GroupFiled { .. }
        | GroupOrphaned { .. }
        | ThemeAdded { .. }
        | ThemeChanged { .. }
        | ThemesReordered { .. }
        | ThemeRemoved { .. }
        | HashtagFollowed { .. }
        | PostTemplateDefined { .. }
        | PostTemplateChanged { .. }
        | PostTemplateDeleted { .. }
        | KeyDateAdded { .. }
        | KeyDateRemoved { .. }
        | AbsenceAnnounced { .. }
        | AbsenceWithdrawn { .. }
        | LabelDefined { .. }
        | LabelChanged { .. }
        | LabelArchived { .. }
        | LabelRestored { .. }
        | LabelMerged { .. }
        | LabelDeleted { .. }
        | LabelFollowed { .. }
        | PostLabelled { .. }
        | RingDefined { .. }
        | RingChanged { .. }
        | RingsReordered { .. }
        | RingArchived { .. }
        | RingRestored { .. }
        | RingGiven { .. }
        | RingTaken { .. }
        | GroupCreated { .. }
        | GroupEdited { .. }
        | RoleChanged { .. }
        | JoinAsked { .. }
        | JoinRequestWithdrawn { .. }
        | JoinApproved { .. }
        | JoinRefused { .. }
        | MemberInvited { .. }
        | InvitationAccepted { .. }
        | InvitationDeclined { .. }
        | InvitationSent { .. }
        | InvitationRevoked { .. }
        | GroupPermissionsChanged { .. }
        | GroupErased { .. }
        | GroupHearingChanged { .. }
        | GroupRuleChanged { .. }
        | PictureUploaded { .. }
        | FileUploaded { .. }
        | PostPublished { .. }
        | PostPlaced { .. }
        | PostEdited { .. }
        | PostDeleted { .. }
        | PostRestored { .. }
        | PostShared { .. }
        | PageLookedAt { .. }
        | DocumentRead { .. }
        | PostPinned { .. }
        | PostUnpinned { .. }
        | CommentsClosed { .. }
        | CommentsReopened { .. }
        | AcknowledgementAsked { .. }
        | AcknowledgementStopped { .. }
        | AcknowledgementReminded { .. }
        | Acknowledged { .. }
        | PostReacted { .. }
        | PostReactionWithdrawn { .. }
        | PollVoted { .. }
        | PollCounted { .. }
        | PollChoiceAdded { .. }
        | PollEdited { .. }
        | PollClosed { .. }
        | PollReopened { .. }
        | PollRestarted { .. }
        | SurveyDrafted { .. }
        | SurveyDiscarded { .. }
        | SurveyOpened { .. }
        | SurveyAnswered { .. }
        | SurveyCounted { .. }
        | SurveyEndMoved { .. }
        | SurveyReminded { .. }
        | SurveyClosed { .. }
        | SurveyReopened { .. }
        | SurveyRhythmSet { .. }
        | SurveyRhythmStopped { .. }
        | SurveyRhythmEnded { .. }
        | SurveyRestarted { .. }
        | CommentWritten { .. }
        | CommentEdited { .. }
        | CommentDeleted { .. }
        | CommentRestored { .. }
        | CommentReacted { .. }
        | CommentReactionWithdrawn { .. }
        | NoticesChanged { .. }
        | LettersRetried { .. }
        | JobsRetried { .. } => Consequence::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::{GroupId, Timestamp};

    #[test]
    fn only_known_topics_are_wishes() {
        let me = MemberId(uuid::Uuid::nil());
        assert_eq!(Wish::parse("home", me), Some(Wish::Home));
        assert_eq!(Wish::parse("me", me), Some(Wish::One(Topic::Member(me))));
        for bad in ["", "me:1", "group:", "group:1", "member:00000000-0000-0000-0000-000000000000", "post"] {
            assert_eq!(Wish::parse(bad, me), None, "{bad}");
        }
    }

    #[test]
    fn a_message_carries_its_mark_and_no_member_id() {
        let post = PostId(uuid::Uuid::max());
        let fact = Fact::PostPublished { group: GroupId(uuid::Uuid::nil()), post };
        let activity = Activity { id: 1, at: Timestamp::default(), actor: None, fact };
        let author = MemberId(uuid::Uuid::from_u128(7));
        let message = Message { topic: Topic::Member(author), change: Change::NewPost { author } };
        let text = json(&message, &activity, 42);
        assert_eq!(text, format!(r#"{{"a":42,"id":"post-{post}","k":"new-post","t":"me"}}"#));
    }
}
