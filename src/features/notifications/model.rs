//! A line of the inbox: its kind, what it is about, and what is needed to put it into words.

use crate::kernel::{CommentId, GroupId, MemberId, NoticeId, PostId, SurveyId, Timestamp, Url};
use crate::ui::{Rings, links};

/// Why someone hears of something. The order is that of importance: who could hear of a fact twice hears of it under
/// the first of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Kind {
    Mention,
    Answer,
    Comment,
    Posted,
    Tagged,
    Labelled,
    /// One's own post, now in another group.
    Moved,
    /// The same, where one may not read it.
    MovedAway,
    MovedIn,
    /// One's own post, shown in another group.
    Shared,
    /// The same, where one may not read it.
    SharedElsewhere,
    AcknowledgementAsked,
    AcknowledgementReminded,
    PostReaction,
    CommentReaction,
    PollClosed,
    SurveyReminder,
    SurveyClosed,
    JoinAsked,
    JoinApproved,
    JoinRefused,
    Invited,
    InvitationAccepted,
    RoleChanged,
    GroupArchived,
    AdministratorEntered,
    GroupOrphaned,
    /// A planned post that could not be published.
    PlanRefused,
    /// A survey could not be asked again.
    RhythmEnded,
}

impl Kind {
    const ALL: [Self; 29] = [
        Self::Mention,
        Self::Answer,
        Self::Comment,
        Self::Posted,
        Self::Tagged,
        Self::Labelled,
        Self::Moved,
        Self::MovedAway,
        Self::MovedIn,
        Self::Shared,
        Self::SharedElsewhere,
        Self::AcknowledgementAsked,
        Self::AcknowledgementReminded,
        Self::PostReaction,
        Self::CommentReaction,
        Self::PollClosed,
        Self::SurveyReminder,
        Self::SurveyClosed,
        Self::JoinAsked,
        Self::JoinApproved,
        Self::JoinRefused,
        Self::Invited,
        Self::InvitationAccepted,
        Self::RoleChanged,
        Self::GroupArchived,
        Self::AdministratorEntered,
        Self::GroupOrphaned,
        Self::PlanRefused,
        Self::RhythmEnded,
    ];

    /// The word in the table.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Mention => "mention",
            Self::Answer => "answer",
            Self::Comment => "comment",
            Self::Posted => "posted",
            Self::Tagged => "tagged",
            Self::Labelled => "labelled",
            Self::Moved => "moved",
            Self::MovedAway => "moved_away",
            Self::MovedIn => "moved_in",
            Self::Shared => "shared",
            Self::SharedElsewhere => "shared_elsewhere",
            Self::AcknowledgementAsked => "acknowledgement_asked",
            Self::AcknowledgementReminded => "acknowledgement_reminded",
            Self::PostReaction => "post_reaction",
            Self::CommentReaction => "comment_reaction",
            Self::PollClosed => "poll_closed",
            Self::SurveyReminder => "survey_reminder",
            Self::SurveyClosed => "survey_closed",
            Self::JoinAsked => "join_asked",
            Self::JoinApproved => "join_approved",
            Self::JoinRefused => "join_refused",
            Self::Invited => "invited",
            Self::InvitationAccepted => "invitation_accepted",
            Self::RoleChanged => "role_changed",
            Self::GroupArchived => "group_archived",
            Self::AdministratorEntered => "administrator_entered",
            Self::GroupOrphaned => "group_orphaned",
            Self::PlanRefused => "plan_refused",
            Self::RhythmEnded => "rhythm_ended",
        }
    }

    /// Whether it is news for whoever acted, too: what the clock did in their name.
    pub(super) fn tells_actor(self) -> bool {
        matches!(self, Self::PlanRefused | Self::RhythmEnded)
    }

    /// Reads the word.
    pub(super) fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }

    /// The icon and the hue of its mark.
    pub(super) fn mark(self) -> (&'static str, &'static str) {
        match self {
            Self::Mention => ("at-sign", "estuaire"),
            Self::Answer => ("reply", "lagune"),
            Self::Comment => ("message-circle", "lagune"),
            Self::Posted => ("megaphone", "estuaire"),
            Self::Tagged => ("hash", "bleuet"),
            Self::Labelled => ("tag", "bleuet"),
            Self::Moved | Self::MovedAway | Self::MovedIn => ("arrow-right", "ocre"),
            Self::Shared | Self::SharedElsewhere => ("share-2", "estuaire"),
            Self::AcknowledgementAsked | Self::AcknowledgementReminded => ("check-check", "brique"),
            Self::PostReaction | Self::CommentReaction => ("heart", "rose"),
            Self::PollClosed => ("chart-bar-big", "feuille"),
            Self::SurveyReminder | Self::SurveyClosed => ("list-checks", "feuille"),
            Self::JoinAsked | Self::Invited | Self::InvitationAccepted => ("user-plus", "ocre"),
            Self::JoinApproved => ("check", "feuille"),
            Self::JoinRefused => ("x", "brique"),
            Self::RoleChanged => ("shield", "bleuet"),
            Self::GroupArchived => ("archive", "olive"),
            Self::AdministratorEntered => ("eye", "brique"),
            Self::GroupOrphaned | Self::PlanRefused | Self::RhythmEnded => ("triangle-alert", "brique"),
        }
    }
}

/// What some people should hear of.
#[derive(Clone, Debug)]
pub(super) struct Telling {
    pub(super) kind: Kind,
    /// What lines are gathered by while they are unread, such as `post:<uuid>`.
    pub(super) subject: String,
    pub(super) members: Vec<MemberId>,
    pub(super) group: Option<GroupId>,
    pub(super) post: Option<PostId>,
    pub(super) comment: Option<CommentId>,
    /// A word that belongs to it: the emoji, the new role.
    pub(super) detail: String,
}

/// A line as its reader may see it.
#[derive(Clone, Debug)]
pub(super) struct Notice {
    pub(super) id: NoticeId,
    pub(super) kind: String,
    pub(super) post: Option<PostId>,
    pub(super) comment: Option<CommentId>,
    /// The survey it is about, where no post announces what happened.
    pub(super) survey: Option<SurveyId>,
    pub(super) group_slug: Option<String>,
    pub(super) group_name: Option<String>,
    /// The title of the post, or how it begins.
    pub(super) title: String,
    /// How the comment begins.
    pub(super) quote: String,
    pub(super) detail: String,
    pub(super) at: Timestamp,
    pub(super) read: bool,
    /// How many people it tells of, whether the reader may know them or not.
    pub(super) people: i64,
    /// The last of them whom the reader may know, newest first.
    pub(super) known: Vec<Known>,
}

/// Someone the reader may know.
#[derive(Clone, Debug, serde::Deserialize)]
pub(super) struct Known {
    pub(super) id: MemberId,
    pub(super) name: String,
    pub(super) photo_version: Option<uuid::Uuid>,
    pub(super) rings: Rings,
}

impl Notice {
    /// Where it leads.
    pub(super) fn target(&self) -> Url {
        match (self.post, self.comment, &self.group_slug) {
            (Some(post), Some(comment), _) => links::comment(post, comment),
            (Some(post), None, _) => links::post(post),
            (None, _, Some(slug)) if Kind::parse(&self.kind) == Some(Kind::JoinAsked) => {
                links::group(slug).join("requests")
            }
            (None, _, Some(slug)) if Kind::parse(&self.kind) == Some(Kind::AdministratorEntered) => {
                links::group(slug).join("settings").join("visits")
            }
            (None, _, Some(slug)) => links::group(slug),
            (None, _, None) if Kind::parse(&self.kind) == Some(Kind::GroupOrphaned) => {
                Url::path("/admin/groups")
            }
            (None, _, None) if Kind::parse(&self.kind) == Some(Kind::PlanRefused) => Url::path("/planning"),
            (None, _, None) => match self.survey {
                Some(survey) => Url::path("/surveys").join(survey),
                None => Url::path("/notifications"),
            },
        }
    }
}
