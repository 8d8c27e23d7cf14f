//! Who should hear of a fact. Every fact is answered here.
//!
//! Nobody hears of what they did themselves, of what they may not see, or twice of one fact. Being named comes before
//! being answered, being answered before having one's publication commented on.

mod published;

use crate::{
    db::{Activity, Db, Fact},
    features::notifications::{
        model::{Kind, Telling},
        store,
    },
    kernel::{CommentId, Fault, GroupId, MemberId, PostId},
};

/// Something written, as far as telling of it goes.
#[derive(Clone, Copy)]
struct Written {
    group: GroupId,
    post: PostId,
    comment: Option<CommentId>,
}

/// The answer for one fact, most important kind first.
#[expect(clippy::too_many_lines, reason = "a table of every fact")]
pub(super) async fn of(db: &mut Db, activity: &Activity, actor: MemberId) -> Result<Vec<Telling>, Fault> {
    use Fact::*;
    let tellings = match &activity.fact {
        PostPublished { group, post } => published::once(db, *group, *post).await?,
        PostLabelled { group, post, labels } => {
            let written = Written { group: *group, post: *post, comment: None };
            let followers = store::label_followers(db, *post, Some(labels)).await?;
            let telling = |(label, members): (String, Vec<MemberId>)| {
                about(written, Kind::Labelled, format!("post:{post}"), members, &label)
            };
            followers.into_iter().map(telling).collect()
        }
        PostEdited { group, post } => {
            vec![mentions(db, Written { group: *group, post: *post, comment: None }).await?]
        }
        AcknowledgementAsked { group, post } | AcknowledgementReminded { group, post } => {
            let kind = match activity.fact {
                AcknowledgementAsked { .. } => Kind::AcknowledgementAsked,
                _ => Kind::AcknowledgementReminded,
            };
            let missing = store::unacknowledged(db, *post).await?;
            let written = Written { group: *group, post: *post, comment: None };
            vec![about(written, kind, format!("post:{post}"), missing, "")]
        }
        PostShared { group, post, share, to } => {
            shared(db, (*group, *post), (*to, *share)).await?.into_iter().collect()
        }
        PostMoved { group, post, to, author, readers } => {
            moved(db, (*group, *post, *to), (*author, *readers)).await?
        }
        CommentEdited { group, post, comment } => {
            vec![mentions(db, Written { group: *group, post: *post, comment: Some(*comment) }).await?]
        }
        CommentWritten { group, post, comment, parent } => {
            commented(db, Written { group: *group, post: *post, comment: Some(*comment) }, *parent).await?
        }
        PostReacted { group, post, emoji } => {
            let author = store::reacted_post(db, *post, actor, emoji).await?;
            vec![about(
                Written { group: *group, post: *post, comment: None },
                Kind::PostReaction,
                format!("post:{post}"),
                author,
                emoji,
            )]
        }
        CommentReacted { group, post, comment, emoji } => {
            let author = store::reacted_comment(db, *comment, actor, emoji).await?;
            let written = Written { group: *group, post: *post, comment: Some(*comment) };
            vec![about(written, Kind::CommentReaction, format!("comment:{comment}"), author, emoji)]
        }
        PollClosed { group, post } => {
            let (question, members) = store::asked(db, *post).await?;
            let written = Written { group: *group, post: *post, comment: None };
            vec![about(written, Kind::PollClosed, format!("post:{post}"), members, &question)]
        }
        SurveyReminded { group, survey } | SurveyClosed { group, survey } => {
            let closed = matches!(activity.fact, SurveyClosed { .. });
            let Some((post, title, members)) = store::surveyed(db, *survey, closed).await? else {
                return Ok(Vec::new());
            };
            let written = Written { group: *group, post, comment: None };
            let kind = if closed { Kind::SurveyClosed } else { Kind::SurveyReminder };
            vec![about(written, kind, format!("post:{post}"), members, &title)]
        }
        JoinAsked { group, .. } => {
            let managers = store::managers(db, *group).await?;
            vec![in_group(*group, Kind::JoinAsked, format!("group:{group}"), managers, "")]
        }
        JoinApproved { group, request, member } => {
            vec![in_group(*group, Kind::JoinApproved, format!("request:{request}"), vec![*member], "")]
        }
        JoinRefused { group, request, member } => {
            vec![in_group(*group, Kind::JoinRefused, format!("request:{request}"), vec![*member], "")]
        }
        MemberInvited { group, invitation, member } => {
            vec![in_group(*group, Kind::Invited, format!("invitation:{invitation}"), vec![*member], "")]
        }
        InvitationAccepted { group, invitation, .. } => {
            let inviter = store::inviter(db, *invitation).await?;
            vec![in_group(
                *group,
                Kind::InvitationAccepted,
                format!("group:{group}"),
                inviter.into_iter().collect(),
                "",
            )]
        }
        RoleChanged { group, member, to, .. } => {
            vec![in_group(*group, Kind::RoleChanged, format!("group:{group}"), vec![*member], to)]
        }
        GroupArchived { group } => {
            let managers = store::managers(db, *group).await?;
            vec![in_group(*group, Kind::GroupArchived, format!("group:{group}"), managers, "")]
        }
        AdministratorEntered { group, .. } => {
            let managers = store::managers(db, *group).await?;
            vec![in_group(*group, Kind::AdministratorEntered, format!("visit:{group}"), managers, "")]
        }
        PlannedPostRefused { member, draft, poll } => vec![Telling {
            kind: Kind::PlanRefused,
            subject: format!("draft:{draft}"),
            members: vec![*member],
            group: None,
            post: None,
            comment: None,
            detail: if *poll { "poll".to_owned() } else { String::new() },
        }],
        SurveyRhythmEnded { member, survey } => vec![Telling {
            kind: Kind::RhythmEnded,
            subject: format!("survey:{survey}"),
            members: vec![*member],
            group: None,
            post: None,
            comment: None,
            detail: store::survey_title(db, *survey).await?,
        }],
        MemberSuspended { member } => {
            let mut tellings = Vec::new();
            for (group, administrators) in store::orphaned_by(db, *member).await? {
                tellings.push(Telling {
                    group: None,
                    ..in_group(group, Kind::GroupOrphaned, format!("orphan:{group}"), administrators, "")
                });
            }
            tellings
        }
        GroupOrphaned { group } => {
            let administrators = store::groups_administrators(db).await?;
            vec![Telling {
                group: None,
                ..in_group(*group, Kind::GroupOrphaned, format!("orphan:{group}"), administrators, "")
            }]
        }
        PostPlanned { .. }
        | PostUnplanned { .. }
        | SignedUp { .. }
        | SignedIn { .. }
        | SignedOut { .. }
        | SessionsEnded { .. }
        | PasswordChanged { .. }
        | PasswordResetAsked { .. }
        | EmailChangeAsked { .. }
        | EmailChanged { .. }
        | SettingsChanged { .. }
        | AdministratorNamed { .. }
        | MemberReactivated { .. }
        | SiteRoleGiven { .. }
        | MemberAnonymised { .. }
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
        | RingDefined { .. }
        | RingChanged { .. }
        | RingsReordered { .. }
        | RingArchived { .. }
        | RingRestored { .. }
        | RingGiven { .. }
        | RingTaken { .. }
        | GroupCreated { .. }
        | GroupEdited { .. }
        | GroupLevelChanged { .. }
        | MemberJoined { .. }
        | MemberLeft { .. }
        | MemberRemoved { .. }
        | JoinRequestWithdrawn { .. }
        | InvitationDeclined { .. }
        | InvitationSent { .. }
        | InvitationRevoked { .. }
        | AccessChanged { .. }
        | GroupPermissionsChanged { .. }
        | GroupReopened { .. }
        | GroupDeleted { .. }
        | GroupRestored { .. }
        | GroupErased { .. }
        | GroupRegimeChanged { .. }
        | MemberEnrolled { .. }
        | AdministratorLeft { .. }
        | ContentAnonymised { .. }
        | GroupHearingChanged { .. }
        | GroupRuleChanged { .. }
        | PictureUploaded { .. }
        | PageLookedAt { .. }
        | DocumentRead { .. }
        | PostPinned { .. }
        | PostUnpinned { .. }
        | CommentsClosed { .. }
        | CommentsReopened { .. }
        | AcknowledgementStopped { .. }
        | Acknowledged { .. }
        | FileUploaded { .. }
        | PostPlaced { .. }
        | PostWithdrawn { .. }
        | PostDeleted { .. }
        | PostRestored { .. }
        | PostReactionWithdrawn { .. }
        | PollVoted { .. }
        | PollCounted { .. }
        | PollChoiceAdded { .. }
        | PollEdited { .. }
        | PollReopened { .. }
        | PollRestarted { .. }
        | SurveyDrafted { .. }
        | SurveyDiscarded { .. }
        | SurveyOpened { .. }
        | SurveyAnswered { .. }
        | SurveyCounted { .. }
        | SurveyEndMoved { .. }
        | SurveyReopened { .. }
        | SurveyRhythmSet { .. }
        | SurveyRhythmStopped { .. }
        | SurveyRestarted { .. }
        | CommentDeleted { .. }
        | CommentRestored { .. }
        | CommentReactionWithdrawn { .. }
        | NoticesChanged { .. }
        | LettersRetried { .. }
        | JobsRetried { .. } => Vec::new(),
    };
    Ok(tellings)
}

/// Those who are named in something and have not been told of it before.
async fn mentions(db: &mut Db, written: Written) -> Result<Telling, Fault> {
    let members = store::mentioned(db, written.post, written.comment).await?;
    let subject = written
        .comment
        .map_or_else(|| format!("post:{}", written.post), |comment| format!("comment:{comment}"));
    Ok(about(written, Kind::Mention, subject, members, ""))
}

/// Its author hears where it is now, or, where they may not read it, that it is gone from their group.
async fn moved(
    db: &mut Db,
    (from, post, to): (GroupId, PostId, GroupId),
    (author, readers): (bool, bool),
) -> Result<Vec<Telling>, Fault> {
    let Some((writer, reads, title)) = store::moved(db, post, to).await? else {
        return Ok(Vec::new());
    };
    let written = Written { group: to, post, comment: None };
    let mut tellings = Vec::new();
    if author && reads {
        tellings.push(about(written, Kind::Moved, format!("post:{post}"), [writer], ""));
    } else if author {
        tellings.push(in_group(from, Kind::MovedAway, format!("moved:{post}"), vec![writer], &title));
    }
    if readers {
        let followers = store::followers(db, &[to]).await?;
        tellings.push(about(written, Kind::MovedIn, format!("post:{post}"), followers, ""));
    }
    Ok(tellings)
}

/// The author of what is shared hears where, or, where they may not read it, that it is.
async fn shared(
    db: &mut Db,
    (group, post): (GroupId, PostId),
    (to, share): (GroupId, PostId),
) -> Result<Option<Telling>, Fault> {
    let Some((author, reads)) = store::shared_author(db, share).await? else {
        return Ok(None);
    };
    let (kind, group, post) =
        if reads { (Kind::Shared, to, share) } else { (Kind::SharedElsewhere, group, post) };
    let written = Written { group, post, comment: None };
    Ok(Some(about(written, kind, format!("post:{post}"), [author], "")))
}

async fn commented(db: &mut Db, written: Written, parent: Option<CommentId>) -> Result<Vec<Telling>, Fault> {
    let mut tellings = vec![mentions(db, written).await?];
    if let Some(parent) = parent {
        let thread = store::thread_authors(db, parent).await?;
        tellings.push(about(written, Kind::Answer, format!("comment:{parent}"), thread, ""));
    }
    let author = store::post_author(db, written.post).await?;
    tellings.push(about(written, Kind::Comment, format!("post:{}", written.post), author, ""));
    Ok(tellings)
}

fn about(
    written: Written,
    kind: Kind,
    subject: String,
    members: impl IntoIterator<Item = MemberId>,
    detail: &str,
) -> Telling {
    Telling {
        kind,
        subject,
        members: members.into_iter().collect(),
        group: Some(written.group),
        post: Some(written.post),
        comment: written.comment,
        detail: detail.to_owned(),
    }
}

fn in_group(group: GroupId, kind: Kind, subject: String, members: Vec<MemberId>, detail: &str) -> Telling {
    Telling {
        kind,
        subject,
        members,
        group: Some(group),
        post: None,
        comment: None,
        detail: detail.to_owned(),
    }
}
