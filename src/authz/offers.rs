//! What pages offer: the rules of `policy.rs` asked in advance, so that no button leads to a refusal.

use crate::authz::{
    AccountStanding, AcknowledgePost, AddChoice, AnnouncePost, AnonymiseAccount, AnswerSurvey, ArchiveGroup,
    AskToJoin, CloseComments, ClosePoll, CloseSurvey, CommentOnPost, CommentStanding, DeleteComment,
    DeleteGroup, DeletePost, EditComment, EditGroup, EditPoll, EditPost, EditSurvey, GiveSiteRole, GroupRole,
    GroupStanding, InviteToGroup, JoinGroup, LabelPost, LeaveGroup, ManageGroup, ManageMembers, MovePost,
    OpenSettings, OpenSurvey, PinPost, PollStanding, PostStanding, PublishInGroup, ReactToComment,
    ReactToPost, ReactivateAccount, ReadGroup, ReadSurvey, RemindOfSurvey, ReopenPoll, ReopenSurvey,
    RepeatSurvey, ReplyToComment, SeeMembers, SeeReaders, SeeResults, SeeSurvey, SendWelcome,
    SetSurveyRhythm, SurveyStanding, SuspendAccount, Vote, permit::Action,
};

/// What a page may offer about a group: the same rules that guard the verbs.
#[derive(Clone, Copy, Debug, Default)]
pub struct GroupCan {
    /// Show content.
    pub read: bool,
    /// Offer the settings.
    pub settings: bool,
    /// Offer to change the page.
    pub edit: bool,
    /// Offer to join.
    pub join: bool,
    /// Offer to ask.
    pub ask: bool,
    /// Offer to leave.
    pub leave: bool,
    /// Offer to invite.
    pub invite: bool,
    /// Offer requests and roles.
    pub manage: bool,
    /// Offer the composer.
    pub publish: bool,
    /// Offer the list of members.
    pub see_members: bool,
    /// Offer who may do what, and who sees it.
    pub govern: bool,
    /// Offer to archive.
    pub archive: bool,
    /// Offer to delete.
    pub delete: bool,
}

impl GroupCan {
    /// Applies the rules to a standing.
    pub fn of(g: &GroupStanding) -> Self {
        Self {
            read: ReadGroup::rule(g).is_ok(),
            settings: OpenSettings::rule(g).is_ok(),
            edit: EditGroup::rule(g).is_ok(),
            join: JoinGroup::rule(g).is_ok(),
            ask: AskToJoin::rule(g).is_ok(),
            leave: LeaveGroup::rule(g).is_ok(),
            invite: InviteToGroup::rule(g).is_ok(),
            manage: ManageMembers::rule(g).is_ok(),
            publish: PublishInGroup::rule(g).is_ok(),
            see_members: SeeMembers::rule(g).is_ok(),
            govern: ManageGroup::rule(g).is_ok(),
            archive: ArchiveGroup::rule(g).is_ok(),
            delete: DeleteGroup::rule(g).is_ok(),
        }
    }
}

/// What a page may offer about an account.
#[derive(Clone, Copy, Debug, Default)]
pub struct AccountCan {
    /// Offer roles.
    pub give_role: bool,
    /// Offer to suspend.
    pub suspend: bool,
    /// Offer to let in again.
    pub reactivate: bool,
    /// Offer to anonymise.
    pub anonymise: bool,
    /// Offer to write how to come in.
    pub welcome: bool,
}

impl AccountCan {
    /// Applies the rules to a standing.
    pub fn of(a: &AccountStanding) -> Self {
        Self {
            give_role: GiveSiteRole::rule(a).is_ok(),
            suspend: SuspendAccount::rule(a).is_ok(),
            reactivate: ReactivateAccount::rule(a).is_ok(),
            anonymise: AnonymiseAccount::rule(a).is_ok(),
            welcome: SendWelcome::rule(a).is_ok(),
        }
    }
}

/// What a page may offer about a post.
#[derive(Clone, Copy, Debug, Default)]
pub struct PostCan {
    /// Offer to edit.
    pub edit: bool,
    /// Offer to delete.
    pub delete: bool,
    /// Offer to pin.
    pub pin: bool,
    /// Offer to ask for confirmations.
    pub announce: bool,
    /// Offer the lists of who confirmed.
    pub see_readers: bool,
    /// Offer to confirm.
    pub acknowledge: bool,
    /// Offer to move to another group.
    pub relocate: bool,
    /// Offer to put labels on it.
    pub label: bool,
    /// Offer to comment.
    pub comment: bool,
    /// Offer to close the comments, or to open them again.
    pub close_comments: bool,
    /// Offer to react.
    pub react: bool,
    /// Offer to change and delete what one has written below it.
    pub edit_own: bool,
}

impl PostCan {
    /// Applies the rules to a standing.
    pub fn of(p: &PostStanding) -> Self {
        Self {
            edit: EditPost::rule(p).is_ok(),
            delete: DeletePost::rule(p).is_ok(),
            pin: PinPost::rule(p).is_ok(),
            announce: AnnouncePost::rule(p).is_ok(),
            see_readers: SeeReaders::rule(p).is_ok(),
            acknowledge: AcknowledgePost::rule(p).is_ok(),
            relocate: MovePost::rule(p).is_ok(),
            label: LabelPost::rule(p).is_ok(),
            comment: CommentOnPost::rule(p).is_ok(),
            close_comments: CloseComments::rule(p).is_ok(),
            react: ReactToPost::rule(p).is_ok(),
            edit_own: p.group.takes_part(GroupRole::Guest).is_ok(),
        }
    }
}

/// What a page may offer about a poll.
#[derive(Clone, Copy, Debug, Default)]
pub struct PollCan {
    /// Offer to vote.
    pub vote: bool,
    /// Offer to add a choice.
    pub add: bool,
    /// Show results.
    pub see: bool,
    /// Offer to change it.
    pub edit: bool,
    /// Offer to close it.
    pub close: bool,
    /// Offer to reopen it.
    pub reopen: bool,
}

impl PollCan {
    /// Applies the rules to a standing.
    pub fn of(p: &PollStanding) -> Self {
        Self {
            vote: Vote::rule(p).is_ok(),
            add: AddChoice::rule(p).is_ok(),
            see: SeeResults::rule(p).is_ok(),
            edit: EditPoll::rule(p).is_ok(),
            close: ClosePoll::rule(p).is_ok(),
            reopen: ReopenPoll::rule(p).is_ok(),
        }
    }
}

/// What a page may offer about a survey.
#[derive(Clone, Copy, Debug, Default)]
pub struct SurveyCan {
    /// Offer to answer.
    pub answer: bool,
    /// Show results.
    pub see: bool,
    /// Show texts, and who answered what.
    pub read: bool,
    /// Offer to change it.
    pub edit: bool,
    /// Offer to ask it.
    pub open: bool,
    /// Offer to close it.
    pub close: bool,
    /// Offer to remind.
    pub remind: bool,
    /// Offer to reopen it.
    pub reopen: bool,
    /// Offer another round.
    pub repeat: bool,
    /// Offer to have the clock ask it again.
    pub rhythm: bool,
}

impl SurveyCan {
    /// Applies the rules to a standing.
    pub fn of(s: &SurveyStanding) -> Self {
        Self {
            answer: AnswerSurvey::rule(s).is_ok(),
            see: SeeSurvey::rule(s).is_ok(),
            read: ReadSurvey::rule(s).is_ok(),
            edit: EditSurvey::rule(s).is_ok(),
            open: OpenSurvey::rule(s).is_ok(),
            close: CloseSurvey::rule(s).is_ok(),
            remind: RemindOfSurvey::rule(s).is_ok(),
            reopen: ReopenSurvey::rule(s).is_ok(),
            repeat: RepeatSurvey::rule(s).is_ok(),
            rhythm: SetSurveyRhythm::rule(s).is_ok(),
        }
    }
}

/// What a page may offer about a comment.
#[derive(Clone, Copy, Debug, Default)]
pub struct CommentCan {
    /// Offer to edit.
    pub edit: bool,
    /// Offer to delete.
    pub delete: bool,
    /// Offer to react.
    pub react: bool,
    /// Offer to answer.
    pub reply: bool,
}

impl CommentCan {
    /// Applies the rules to a standing.
    pub fn of(c: &CommentStanding) -> Self {
        Self {
            edit: EditComment::rule(c).is_ok(),
            delete: DeleteComment::rule(c).is_ok(),
            react: ReactToComment::rule(c).is_ok(),
            reply: ReplyToComment::rule(c).is_ok(),
        }
    }
}
