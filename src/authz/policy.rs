//! The whole policy: each verb once, each rule a line over a standing.
//!
//! Rules never think about visibility: a standing exists only for those who may see the thing.

use crate::authz::{
    GroupRole, Level, SiteRole, Verdict,
    permit::{Action, Reason},
    standing::{
        Account, AdministeredGroup, Comment, DeletedComment, DeletedGroup, DeletedPost, DiscardedDraft,
        Draft, File, Group, Invitation, JoinRequest, Member, Membership, MovedPost, Notice, OwnSession,
        Picture, PlacedPost, Poll, Post, Site, Survey, Upload, WithdrawnPost,
    },
    words::when,
};

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident on $resource:ident: |$standing:ident| $rule:expr;)*) => {
        $(
            $(#[$doc])*
            pub struct $name;

            impl Action for $name {
                type On = $resource;
                const NAME: &'static str = stringify!($name);

                fn rule($standing: &<$resource as crate::authz::Resource>::Standing) -> Verdict {
                    $rule
                }
            }
        )*

        /// Every rule applied to every made-up standing: resource, verb, standing, verdict.
        pub fn table() -> Vec<(&'static str, &'static str, &'static str, Verdict)> {
            let mut rows = Vec::new();
            $(
                for (name, standing) in <$resource as crate::authz::Resource>::samples() {
                    rows.push((<$resource as crate::authz::Resource>::NAME, $name::NAME, name, $name::rule(&standing)));
                }
            )*
            rows
        }
    };
}

rules! {
    // site
    /// Start a group.
    CreateGroup on Site: |s| when(!s.external, Reason::NotForGuests);
    /// Invite someone to the platform by a link.
    InviteToSite on Site: |s| when(s.looks_after_people(), Reason::AdministratorsOnly);
    /// Define the fields of profiles.
    DefineFields on Site: |s| when(s.looks_after_people(), Reason::AdministratorsOnly);
    /// Say what people meet who arrive.
    SetGates on Site: |s| when(s.looks_after_people(), Reason::AdministratorsOnly);
    /// Define the rings that people wear.
    DefineRings on Site: |s| when(s.looks_after_people(), Reason::AdministratorsOnly);
    /// Take the directory along as a file.
    ExportPeople on Site: |s| when(s.looks_after_people(), Reason::AdministratorsOnly);
    /// Fill in anybody's profile, by hand or from a file.
    FillProfiles on Site: |s| when(s.looks_after_people(), Reason::AdministratorsOnly);
    /// List all accounts.
    ListAccounts on Site: |s| when(s.looks_after_people(), Reason::AdministratorsOnly);
    /// Make and change people from a spreadsheet.
    ImportPeople on Site: |s| when(s.looks_after_people(), Reason::AdministratorsOnly);
    /// Open the administration pages.
    ViewAdmin on Site: |s| when(s.site_role > SiteRole::Moderator, Reason::AdministratorsOnly);
    /// Read waiting mails, failed jobs and the log.
    OperateSite on Site: |s| when(s.site_role == SiteRole::Administrator, Reason::AdministratorsOnly);
    /// Upload a picture that is not placed yet.
    UploadPicture on Site: |_s| Ok(());
    /// Upload a file that is not placed yet.
    UploadFile on Site: |_s| Ok(());
    /// Open the page of a hashtag, and follow it.
    FollowHashtag on Site: |_s| Ok(());
    /// Open the page of a label one may know, and follow it.
    FollowLabel on Site: |_s| Ok(());
    /// Say when one is away.
    AnnounceAbsence on Site: |_s| Ok(());

    // groups
    /// See that a group exists: its name, purpose and managers.
    ViewGroup on Group: |_g| Ok(());
    /// Read a group's content and see its members.
    ReadGroup on Group: |g| when(g.readable, if g.level == Level::Private { Reason::AskFirst } else { Reason::JoinFirst });
    /// Look at a group's settings.
    OpenSettings on Group: |g| when(g.reaches(GroupRole::Publisher), Reason::PublishersOnly);
    /// Change a group's page: its name, purpose, looks, expectations and links.
    EditGroup on Group: |g| when(g.reaches(GroupRole::Publisher), Reason::PublishersOnly).and_then(|()| g.writable());
    /// Change what a group is for whom: its kind, level, permissions and notifications.
    ManageGroup on Group: |g| when(g.manages(), Reason::ManagersOnly).and_then(|()| g.writable());
    /// Archive a group, or take it up again.
    ArchiveGroup on Group: |g| when(g.manages(), Reason::ManagersOnly);
    /// Put a group into the bin.
    DeleteGroup on Group: |g| when(g.manages(), Reason::ManagersOnly).and_then(|()| when(!g.source, Reason::IsSource));
    /// Take a group out of the bin.
    RestoreGroup on DeletedGroup: |_g| Ok(());
    /// Join an open group.
    JoinGroup on Group: |g| when(g.role.is_none(), Reason::AlreadyIn)
        .and_then(|()| when(!g.external, Reason::NotForGuests))
        .and_then(|()| when(g.level == Level::Open, Reason::AskFirst))
        .and_then(|()| g.admits());
    /// Ask to join a private group.
    AskToJoin on Group: |g| when(g.role.is_none(), Reason::AlreadyIn)
        .and_then(|()| when(!g.external, Reason::NotForGuests))
        .and_then(|()| when(g.level == Level::Private, Reason::InvitationOnly))
        .and_then(|()| when(!g.asked, Reason::AlreadyAsked))
        .and_then(|()| g.admits());
    /// Leave a group.
    LeaveGroup on Group: |g| when(g.role.is_some(), Reason::JoinFirst)
        .and_then(|()| when(!g.source, Reason::IsSource))
        .and_then(|()| when(!g.locked, Reason::IsLocked))
        .and_then(|()| when(!g.last_manager, Reason::LastManager));
    /// Choose what one hears of a group.
    SetHearing on Group: |g| when(g.role.is_some(), Reason::JoinFirst);
    /// Invite people into a group.
    InviteToGroup on Group: |g| g.holds(g.may.invite).and_then(|()| g.admits());
    /// Read and answer requests, change roles, remove members.
    ManageMembers on Group: |g| when(g.manages(), Reason::ManagersOnly);
    /// See who belongs to a group.
    SeeMembers on Group: |g| when(g.readable, if g.level == Level::Private { Reason::AskFirst } else { Reason::JoinFirst })
        .and_then(|()| if g.role.is_none() && g.may.see_members <= GroupRole::Member { Ok(()) } else { g.holds(g.may.see_members) });
    /// Publish in a group.
    PublishInGroup on Group: |g| g.takes_part(g.may.publish);
    /// Bring a post of another group into this one.
    ReceivePost on Group: |g| g.takes_part(g.may.publish.max(g.may.receive));

    // groups, as administrators
    /// List groups, to administer them.
    AdministerGroups on Site: |s| when(
        matches!(s.site_role, SiteRole::Administrator | SiteRole::GroupsAdministrator), Reason::AdministratorsOnly);
    /// Say who belongs to a group by itself: nobody, newcomers, everybody, or those whom administrators name.
    SetRegime on AdministeredGroup: |_g| Ok(());
    /// Say where a group stands in lists.
    FileGroup on AdministeredGroup: |_g| Ok(());
    /// Put someone into a group or take them out, as an administrator.
    EnrolMember on AdministeredGroup: |_g| Ok(());
    /// Name a manager where there is none.
    NameManager on AdministeredGroup: |g| when(g.orphaned, Reason::HasManager);
    /// Open a group one does not belong to, for a while and with a reason.
    EnterGroup on AdministeredGroup: |g| when(!g.inside, Reason::AlreadyIn);
    /// End one's visit.
    EndVisit on Group: |g| when(g.visiting, Reason::JoinFirst);

    // memberships, requests, invitations
    /// Take a member out of a group.
    RemoveMember on Membership: |m| when(m.group.manages(), Reason::ManagersOnly)
        .and_then(|()| when(!m.group.source, Reason::IsSource))
        .and_then(|()| when(!m.group.locked, Reason::IsLocked)).and_then(|()| when(!m.last_manager, Reason::LastManager));
    /// Give a member of a group another role.
    ChangeRole on Membership: |m| when(m.group.manages(), Reason::ManagersOnly).and_then(|()| when(!m.last_manager, Reason::LastManager));
    /// Give a member of a group a ring of the group, or take one away.
    GiveGroupRing on Membership: |m| when(m.group.manages(), Reason::ManagersOnly).and_then(|()| m.group.writable());
    /// Approve or refuse a request to join.
    DecideJoinRequest on JoinRequest: |r| when(r.group.manages(), Reason::ManagersOnly)
        .and_then(|()| when(r.open, Reason::AlreadyDecided))
        .and_then(|()| r.group.admits());
    /// Take one's own request back.
    WithdrawJoinRequest on JoinRequest: |r| when(r.mine, Reason::OnlyYourself).and_then(|()| when(r.open, Reason::AlreadyDecided));
    /// Accept or decline an invitation to a group.
    AnswerInvitation on Invitation: |i| when(i.mine, Reason::OnlyYourself).and_then(|()| when(i.open, Reason::AlreadyDecided));
    /// Make an invitation worthless.
    RevokeInvitation on Invitation: |i| when(i.manages, Reason::ManagersOnly).and_then(|()| when(i.open, Reason::AlreadyDecided));

    // accounts
    /// Look at an account.
    ViewAccount on Account: |_a| Ok(());
    /// Give someone another role on the platform.
    GiveSiteRole on Account: |a| when(a.actor_role == SiteRole::Administrator, Reason::AdministratorsOnly)
        .and_then(|()| when(!a.me, Reason::NotYourself))
        .and_then(|()| when(!a.external, Reason::NotForGuests))
        .and_then(|()| when(!a.last_administrator, Reason::LastAdministrator));
    /// Give someone a ring, or take one away.
    GiveRing on Account: |_a| Ok(());
    /// Keep someone out for a while.
    SuspendAccount on Account: |a| a.can_lose();
    /// Let someone in again.
    ReactivateAccount on Account: |a| a.can_be_touched();
    /// Make someone forgotten.
    AnonymiseAccount on Account: |a| a.can_lose();
    /// End an account that is somebody's second one, all of which goes to the other.
    MergeAccount on Account: |a| a.can_lose();
    /// Be the account that takes over another.
    AbsorbAccount on Account: |a| a.can_be_touched().and_then(|()| when(!a.suspended, Reason::Suspended));
    /// Write to someone how to come in.
    SendWelcome on Account: |a| a.can_be_touched().and_then(|()| when(!a.suspended, Reason::Suspended));

    // people
    /// Look at someone's profile.
    ViewProfile on Member: |_p| Ok(());
    /// Change a profile.
    EditProfile on Member: |p| when(p.me, Reason::OnlyYourself);

    // pictures
    /// Look at a picture.
    ViewPicture on Picture: |_i| Ok(());
    /// Throw away or describe a picture that is not placed yet.
    EditPicture on Picture: |i| when(i.mine && i.loose, Reason::AuthorOnly);

    // files
    /// Open a file.
    ViewFile on File: |_f| Ok(());
    /// Throw away a file that is not placed yet.
    EditFile on File: |f| when(f.mine && f.loose, Reason::AuthorOnly);
    /// Go on with a file that one sends in parts, or give it up.
    SendPart on Upload: |_u| Ok(());

    // drafts
    /// Keep what one is writing.
    WriteDraft on Site: |_s| Ok(());
    /// Go on with a draft, or throw it away.
    EditDraft on Draft: |d| when(d.mine, Reason::AuthorOnly);
    /// Publish a planned draft at another time, at once, or not at all.
    PlanDraft on Draft: |d| when(d.planned, Reason::AuthorOnly);
    /// Take back a draft that one threw away.
    RestoreDraft on DiscardedDraft: |_d| Ok(());

    // posts
    /// Read a post, its thread and its history.
    ViewPost on Post: |_p| Ok(());
    /// Change a post.
    EditPost on Post: |p| when(p.mine, Reason::AuthorOnly).and_then(|()| p.group.takes_part(GroupRole::Guest));
    /// Put a post into the bin.
    DeletePost on Post: |p| when(p.mine || p.leads(), Reason::AuthorOrManager).and_then(|()| p.group.writable());
    /// Take a post out of the bin.
    RestorePost on DeletedPost: |p| when(p.mine || p.leads(), Reason::AuthorOrManager).and_then(|()| p.group.writable());
    /// Move a post to another group, for which one needs `ReceivePost`: its author, or a manager of the group it leaves.
    MovePost on Post: |p| when(p.mine || p.leads(), Reason::AuthorOrManager).and_then(|()| p.group.writable());
    /// Take a discussion of several groups out of one that is not its own: its author, who manages that group, and who manages
    /// its own.
    WithdrawPost on PlacedPost: |p| when(p.post.withdraws(p.manages), Reason::AuthorOrManager);
    /// Put a discussion back into the group out of which one has taken it.
    ReplacePost on WithdrawnPost: |_w| Ok(());
    /// Show a post in another group, for which one needs `PublishInGroup`: to those who may read it.
    SharePost on Post: |_p| Ok(());
    /// Keep a post at the top of its group's page.
    PinPost on Post: |p| when(p.leads(), Reason::ManagersOnly).and_then(|()| p.group.writable());
    /// Ask the people of the group to confirm that they have read a post, and remind them: its managers, and publishers of
    /// what they wrote.
    AnnouncePost on Post: |p| when(p.leads() || (p.mine && p.group.reaches(GroupRole::Publisher)), Reason::ManagersOnly)
        .and_then(|()| p.group.writable());
    /// See who has confirmed that they have read a post.
    SeeReaders on Post: |p| when(p.mine || p.leads(), Reason::AuthorOrManager);
    /// Confirm that one has read a post.
    AcknowledgePost on Post: |p| when(!p.mine, Reason::NotYourself).and_then(|()| p.group.takes_part(GroupRole::Guest));
    /// Take one's own move of a post back: while one belongs to the group it comes back to.
    ReturnPost on MovedPost: |m| m.group.takes_part(GroupRole::Guest);
    /// Put labels on a post, or take them off.
    LabelPost on Post: |p| when(p.mine || p.leads(), Reason::AuthorOrManager)
        .and_then(|()| p.group.takes_part(GroupRole::Guest));
    /// Comment on a post.
    CommentOnPost on Post: |p| p.group.takes_part(p.group.may.comment).and_then(|()| when(!p.closed, Reason::CommentsClosed));
    /// Close the comments of a post, and open them again.
    CloseComments on Post: |p| when(p.mine || p.leads(), Reason::AuthorOrManager).and_then(|()| p.group.writable());
    /// Keep a post for later.
    SavePost on Post: |_p| Ok(());
    /// React to a post.
    ReactToPost on Post: |p| p.group.takes_part(p.group.may.react);

    // polls
    /// Look at a poll and at what is recorded of it.
    ViewPoll on Poll: |_p| Ok(());
    /// Vote, and vote anew where that is possible.
    Vote on Poll: |p| p.post.group.takes_part(GroupRole::Guest);
    /// Add a choice for everybody.
    AddChoice on Poll: |p| p.post.group.takes_part(GroupRole::Guest)
        .and_then(|()| when(p.opens || (p.post.mine && !p.anonymous), Reason::AuthorOnly))
        .and_then(|()| when(!p.closed, Reason::PollClosed));
    /// See what was chosen, and in polls with names by whom.
    SeeResults on Poll: |p| when(p.told, Reason::ResultsHidden);
    /// Change what a poll asks and when it ends.
    EditPoll on Poll: |p| when(p.post.mine, Reason::AuthorOnly)
        .and_then(|()| p.post.group.takes_part(GroupRole::Guest))
        .and_then(|()| when(!p.closed, Reason::PollClosed));
    /// End a poll before its time.
    ClosePoll on Poll: |p| when(p.post.mine || p.post.leads(), Reason::AuthorOrManager)
        .and_then(|()| p.post.group.writable())
        .and_then(|()| when(!p.closed, Reason::PollClosed));
    /// Take a closed poll up again. The difference between two counts of an anonymous one would tell what the last
    /// ones chose.
    ReopenPoll on Poll: |p| when(p.post.mine || p.post.leads(), Reason::AuthorOrManager)
        .and_then(|()| p.post.group.writable())
        .and_then(|()| when(!p.anonymous, Reason::StaysClosed))
        .and_then(|()| when(p.closed, Reason::AlreadyDecided));

    // surveys
    /// Look at a survey and at what is recorded of it.
    ViewSurvey on Survey: |_s| Ok(());
    /// Change what a survey will ask, or throw it away.
    EditSurvey on Survey: |s| s.belongs_to_actor().and_then(|()| when(s.post.is_none(), Reason::SurveyAsked));
    /// Ask it: from then on its questions stay as they are.
    OpenSurvey on Survey: |s| s.belongs_to_actor()
        .and_then(|()| when(s.post.is_none(), Reason::SurveyAsked))
        .and_then(|()| s.group.takes_part(s.group.may.publish));
    /// Answer it. Whether it has ended, the verb says: nothing typed is lost over it.
    AnswerSurvey on Survey: |s| s.group.takes_part(GroupRole::Guest).and_then(|()| when(s.post.is_some(), Reason::SurveyNotAsked));
    /// See what was answered.
    SeeSurvey on Survey: |s| when(s.told && s.post.is_some(), Reason::ResultsHidden);
    /// Read texts, and in surveys with names who answered what.
    ReadSurvey on Survey: |s| when(s.mine || s.group.manages(), Reason::AuthorOrManager)
        .and_then(|()| when(s.post.is_some(), Reason::SurveyNotAsked));
    /// End a survey before its time, or move its end.
    CloseSurvey on Survey: |s| s.belongs_to_actor()
        .and_then(|()| when(s.post.is_some(), Reason::SurveyNotAsked))
        .and_then(|()| when(!s.closed, Reason::SurveyClosed));
    /// Remind those who have not answered.
    RemindOfSurvey on Survey: |s| s.belongs_to_actor()
        .and_then(|()| when(s.post.is_some(), Reason::SurveyNotAsked))
        .and_then(|()| when(!s.closed, Reason::SurveyClosed));
    /// Take a closed survey up again; an anonymous one never, as a poll.
    ReopenSurvey on Survey: |s| s.belongs_to_actor()
        .and_then(|()| when(!s.anonymous, Reason::StaysClosed))
        .and_then(|()| when(!s.quiz, Reason::QuizStaysClosed))
        .and_then(|()| when(s.closed, Reason::AlreadyDecided));
    /// Ask it again, as another round.
    RepeatSurvey on Survey: |s| s.belongs_to_actor()
        .and_then(|()| s.group.takes_part(s.group.may.publish))
        .and_then(|()| when(s.closed, Reason::SurveyNotClosed));
    /// Have the clock ask it again, or no more.
    SetSurveyRhythm on Survey: |s| s.belongs_to_actor()
        .and_then(|()| s.group.takes_part(s.group.may.publish))
        .and_then(|()| when(s.post.is_some(), Reason::SurveyNotAsked));

    // comments
    /// Read a comment and its history.
    ViewComment on Comment: |_c| Ok(());
    /// Change a comment.
    EditComment on Comment: |c| when(c.mine, Reason::AuthorOnly).and_then(|()| c.group.takes_part(GroupRole::Guest));
    /// Put a comment into the bin.
    DeleteComment on Comment: |c| when(c.mine || c.group.manages(), Reason::AuthorOrManager).and_then(|()| c.group.writable());
    /// Take a comment out of the bin.
    RestoreComment on DeletedComment: |c| when(c.mine || c.group.manages(), Reason::AuthorOrManager).and_then(|()| c.group.writable());
    /// Answer a comment.
    ReplyToComment on Comment: |c| c.group.takes_part(c.group.may.comment).and_then(|()| when(!c.closed, Reason::CommentsClosed));
    /// React to a comment.
    ReactToComment on Comment: |c| c.group.takes_part(c.group.may.react);

    // sessions
    /// End one of one's own sessions.
    EndSession on OwnSession: |_s| Ok(());

    // notifications
    /// Mark a line of one's inbox as read.
    ReadNotice on Notice: |_n| Ok(());
}
