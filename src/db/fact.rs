//! Facts: everything that can happen, in the past tense, with ids only.
//!
//! One row of `activity` per fact is the audit log, the source of notifications and the resume point of live
//! streams. What must stay unknown is never a fact.

use crate::kernel::{
    AbsenceId, CommentId, DraftId, FileId, GroupId, ImportId, InvitationId, JoinRequestId, KeyDateId,
    LabelId, MemberId, PictureId, PostId, PostTemplateId, PreviewId, SurveyId, Timestamp,
};
use serde::{Deserialize, Serialize};

mod about;
mod follow;

pub use follow::Activity;
pub(crate) use follow::{EVALUATE, FAN_OUT, move_sets, tell};

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say what happened, the fields to what")]
#[rustfmt::skip] // a line each, so that the list can be read as one
pub enum Fact {
    // accounts
    SignedUp { member: MemberId, invitation: Option<InvitationId> },
    SignedIn { member: MemberId },
    SignedOut { member: MemberId },
    SessionsEnded { member: MemberId },
    PasswordChanged { member: MemberId },
    PasswordResetAsked { member: MemberId },
    EmailChangeAsked { member: MemberId },
    EmailChanged { member: MemberId },
    SettingsChanged { member: MemberId },
    AdministratorNamed { member: MemberId },
    MemberSuspended { member: MemberId },
    MemberReactivated { member: MemberId },
    SiteRoleGiven { member: MemberId, from: String, to: String },
    MemberAnonymised { member: MemberId },
    MembersMerged { member: MemberId, gone: MemberId },
    WelcomeSent { member: MemberId },
    // lists of people
    ImportBegun { import: ImportId },
    /// Some more of its rows were looked at, written or taken back: open pages show how far it is.
    ImportMoved { import: ImportId },
    ImportEnded { import: ImportId },
    ImportUndone { import: ImportId },
    PersonImported { member: MemberId, import: ImportId },
    PersonAmended { member: MemberId, import: ImportId },
    PersonRestored { member: MemberId, import: ImportId },
    /// Somebody took people along as a file.
    PeopleExported { count: i64 },
    // people
    ProfileEdited { member: MemberId },
    PhotoChanged { member: MemberId },
    GatePassed { member: MemberId },
    // fields of profiles
    GatesChanged { introduction: bool },
    FieldDefined { field: i32 },
    FieldChanged { field: i32 },
    FieldArchived { field: i32 },
    FieldRestored { field: i32 },
    FieldsReordered { section: i32 },
    FieldSectionChanged { section: i32 },
    /// What someone's profile says in these fields is another thing now.
    FieldsFilled { member: MemberId, fields: Vec<i32> },
    // rings
    RingDefined { ring: i32 },
    RingChanged { ring: i32 },
    RingsReordered { first: i32 },
    RingArchived { ring: i32 },
    RingRestored { ring: i32 },
    RingGiven { ring: i32, member: MemberId, group: Option<GroupId> },
    RingTaken { ring: i32, member: MemberId, group: Option<GroupId> },
    // groups
    GroupCreated { group: GroupId },
    GroupEdited { group: GroupId },
    GroupLevelChanged { group: GroupId, from: String, to: String },
    MemberJoined { group: GroupId, member: MemberId },
    MemberLeft { group: GroupId, member: MemberId },
    MemberRemoved { group: GroupId, member: MemberId },
    RoleChanged { group: GroupId, member: MemberId, from: String, to: String },
    JoinAsked { group: GroupId, request: JoinRequestId, member: MemberId },
    JoinRequestWithdrawn { group: GroupId, request: JoinRequestId, member: MemberId },
    JoinApproved { group: GroupId, request: JoinRequestId, member: MemberId },
    JoinRefused { group: GroupId, request: JoinRequestId, member: MemberId },
    MemberInvited { group: GroupId, invitation: InvitationId, member: MemberId },
    InvitationAccepted { group: GroupId, invitation: InvitationId, member: MemberId },
    InvitationDeclined { group: GroupId, invitation: InvitationId, member: MemberId },
    InvitationSent { group: Option<GroupId>, invitation: InvitationId },
    InvitationRevoked { group: Option<GroupId>, invitation: InvitationId },
    /// Someone's rights shrank or grew: their open streams are judged anew.
    AccessChanged { member: MemberId, group: Option<GroupId> },
    GroupOrphaned { group: GroupId },
    GroupFiled { group: GroupId },
    ThemeAdded { theme: i32 },
    ThemeChanged { theme: i32 },
    ThemesReordered { first: i32 },
    ThemeRemoved { theme: i32 },
    GroupPermissionsChanged { group: GroupId },
    GroupArchived { group: GroupId },
    GroupReopened { group: GroupId },
    GroupDeleted { group: GroupId },
    GroupRestored { group: GroupId },
    GroupErased { group: GroupId },
    GroupRegimeChanged { group: GroupId, from: String, to: String },
    MemberEnrolled { group: GroupId, member: MemberId },
    AdministratorEntered { group: GroupId, member: MemberId },
    AdministratorLeft { group: GroupId, member: MemberId },
    ContentAnonymised { group: GroupId, member: MemberId },
    GroupHearingChanged { group: GroupId, member: MemberId },
    GroupRuleChanged { group: GroupId },
    // posts
    PictureUploaded { picture: PictureId },
    FileUploaded { file: FileId },
    PostPlanned { group: GroupId, draft: DraftId },
    PostUnplanned { draft: DraftId },
    /// The clock could not publish it: its author has lost the right to, or the group is gone; or its poll cannot be asked.
    PlannedPostRefused {
        member: MemberId,
        draft: DraftId,
        #[serde(default)]
        poll: bool,
    },
    PostPublished { group: GroupId, post: PostId },
    PostEdited { group: GroupId, post: PostId },
    PostDeleted { group: GroupId, post: PostId },
    PostRestored { group: GroupId, post: PostId },
    /// It left `group` for `to`; and who is to hear of it.
    /// A discussion stands in a further group, and no longer does.
    PostPlaced { group: GroupId, post: PostId },
    PostWithdrawn { group: GroupId, post: PostId },
    PostMoved { group: GroupId, post: PostId, to: GroupId, author: bool, readers: bool },
    /// Another post, in another group, shows it.
    PostShared { group: GroupId, post: PostId, share: PostId, to: GroupId },
    /// What a page on the web says of itself is known.
    PageLookedAt { preview: PreviewId },
    /// What one of its documents holds is known.
    DocumentRead { group: GroupId, post: PostId, file: FileId },
    PostPinned { group: GroupId, post: PostId, until: Option<Timestamp> },
    PostUnpinned { group: GroupId, post: PostId },
    CommentsClosed { group: GroupId, post: PostId },
    CommentsReopened { group: GroupId, post: PostId },
    AcknowledgementAsked { group: GroupId, post: PostId },
    AcknowledgementStopped { group: GroupId, post: PostId },
    AcknowledgementReminded { group: GroupId, post: PostId },
    /// Whoever acts has read and understood it.
    Acknowledged { group: GroupId, post: PostId },
    PostReacted { group: GroupId, post: PostId, emoji: String },
    PostReactionWithdrawn { group: GroupId, post: PostId, emoji: String },
    PollVoted { group: GroupId, post: PostId },
    /// A batch of an anonymous poll was counted: by nobody, whoever brought the last ballot of it.
    PollCounted { group: GroupId, post: PostId },
    PollChoiceAdded { group: GroupId, post: PostId },
    PollEdited { group: GroupId, post: PostId },
    PollClosed { group: GroupId, post: PostId },
    PollReopened { group: GroupId, post: PostId },
    PollRestarted { group: GroupId, post: PostId },
    // surveys
    SurveyDrafted { group: GroupId, survey: SurveyId },
    SurveyDiscarded { group: GroupId, survey: SurveyId },
    SurveyOpened { group: GroupId, survey: SurveyId },
    SurveyAnswered { group: GroupId, survey: SurveyId },
    /// A batch of an anonymous survey left its box: by nobody, whoever brought the last sheet of it.
    SurveyCounted { group: GroupId, survey: SurveyId },
    SurveyEndMoved { group: GroupId, survey: SurveyId },
    SurveyReminded { group: GroupId, survey: SurveyId },
    SurveyClosed { group: GroupId, survey: SurveyId },
    SurveyReopened { group: GroupId, survey: SurveyId },
    SurveyRhythmSet { group: GroupId, survey: SurveyId },
    SurveyRhythmStopped { group: GroupId, survey: SurveyId },
    /// The clock could not ask it again in the member's name.
    SurveyRhythmEnded { member: MemberId, survey: SurveyId },
    SurveyRestarted { group: GroupId, survey: SurveyId },
    // comments
    CommentWritten { group: GroupId, post: PostId, comment: CommentId, parent: Option<CommentId> },
    CommentEdited { group: GroupId, post: PostId, comment: CommentId },
    CommentDeleted { group: GroupId, post: PostId, comment: CommentId },
    CommentRestored { group: GroupId, post: PostId, comment: CommentId },
    CommentReacted { group: GroupId, post: PostId, comment: CommentId, emoji: String },
    CommentReactionWithdrawn { group: GroupId, post: PostId, comment: CommentId, emoji: String },
    // hashtags
    HashtagFollowed { hashtag: String, on: bool },
    // templates of publications
    PostTemplateDefined { group: GroupId, template: PostTemplateId },
    PostTemplateChanged { group: GroupId, template: PostTemplateId },
    PostTemplateDeleted { group: GroupId, template: PostTemplateId },
    // key dates, of a group or of the platform, and absences
    KeyDateAdded { group: Option<GroupId>, date: KeyDateId },
    KeyDateRemoved { group: Option<GroupId>, date: KeyDateId },
    AbsenceAnnounced { member: MemberId, absence: AbsenceId },
    AbsenceWithdrawn { member: MemberId, absence: AbsenceId },
    // labels, of a group or of the platform
    LabelDefined { group: Option<GroupId>, label: LabelId },
    LabelChanged { group: Option<GroupId>, label: LabelId },
    LabelArchived { group: Option<GroupId>, label: LabelId },
    LabelRestored { group: Option<GroupId>, label: LabelId },
    LabelMerged { group: Option<GroupId>, label: LabelId, into: LabelId },
    LabelDeleted { group: Option<GroupId>, label: LabelId },
    LabelFollowed { label: LabelId, on: bool },
    /// A post carries other labels: those that are new on it.
    PostLabelled { group: GroupId, post: PostId, labels: Vec<LabelId> },
    // notifications
    /// The inbox of someone changed: their bell is counted anew.
    NoticesChanged { member: MemberId },
    // administration
    LettersRetried { count: i64 },
    JobsRetried { count: i64 },
}
