//! Made-up standings: each kind of person before each kind of thing, for the policy matrix.

mod posts;

use uuid::Uuid;

pub(super) use posts::{drafts, moved_posts, placed_posts, polls, posts, withdrawn_posts};

use super::{
    AccountStanding, AdministeredGroupStanding, CommentStanding, DeletedGroupStanding, GroupStanding,
    InvitationStanding, JoinRequestStanding, MemberStanding, MembershipStanding, Permissions,
    PictureStanding, PostStanding, SessionStanding, SiteStanding, SurveyStanding,
};
use crate::{
    authz::{GroupRole, Level, SiteRole},
    kernel::{
        CommentId, GroupId, InvitationId, JoinRequestId, MemberId, NoticeId, PictureId, PostId, SurveyId,
    },
};

type Named<T> = Vec<(&'static str, T)>;

pub(super) fn site() -> Named<SiteStanding> {
    let one = |name, site_role, external| (name, SiteStanding { site_role, external });
    vec![
        one("guest", SiteRole::Member, true),
        one("member", SiteRole::Member, false),
        one("moderator", SiteRole::Moderator, false),
        one("people administrator", SiteRole::PeopleAdministrator, false),
        one("groups administrator", SiteRole::GroupsAdministrator, false),
        one("administrator", SiteRole::Administrator, false),
    ]
}

pub(super) fn accounts() -> Named<AccountStanding> {
    let one = |actor_role, role| AccountStanding {
        id: MemberId(Uuid::nil()),
        me: false,
        actor_role,
        role,
        external: false,
        suspended: false,
        last_administrator: false,
    };
    let (admin, people) = (SiteRole::Administrator, SiteRole::PeopleAdministrator);
    vec![
        ("administrator before a member", one(admin, SiteRole::Member)),
        ("administrator before another", one(admin, admin)),
        ("administrator before oneself", AccountStanding { me: true, ..one(admin, admin) }),
        ("administrator before a guest", AccountStanding { external: true, ..one(admin, SiteRole::Member) }),
        ("people administrator before a member", one(people, SiteRole::Member)),
        ("people administrator before a moderator", one(people, SiteRole::Moderator)),
        (
            "people administrator before someone suspended",
            AccountStanding { suspended: true, ..one(people, SiteRole::Member) },
        ),
        ("people administrator before an administrator", one(people, admin)),
        (
            "people administrator before the only administrator",
            AccountStanding { last_administrator: true, ..one(people, admin) },
        ),
        ("people administrator before oneself", AccountStanding { me: true, ..one(people, people) }),
    ]
}

fn group(level: Level, role: Option<GroupRole>) -> GroupStanding {
    GroupStanding {
        id: GroupId(Uuid::nil()),
        slug: "sample".to_owned(),
        level,
        role,
        readable: role.is_some() || level == Level::Open,
        asked: false,
        archived: false,
        last_manager: false,
        external: role == Some(GroupRole::Guest),
        may: EVERYBODY,
        source: false,
        locked: false,
        visiting: false,
        face: None,
    }
}

/// Everybody inside takes part; managers invite.
const EVERYBODY: Permissions = Permissions {
    publish: GroupRole::Guest,
    comment: GroupRole::Guest,
    react: GroupRole::Guest,
    invite: GroupRole::Manager,
    see_members: GroupRole::Guest,
    receive: GroupRole::Guest,
};

/// Publishers publish, members comment, guests react; members invite, managers see the list.
const GRADED: Permissions = Permissions {
    publish: GroupRole::Publisher,
    comment: GroupRole::Member,
    react: GroupRole::Guest,
    invite: GroupRole::Member,
    see_members: GroupRole::Manager,
    receive: GroupRole::Manager,
};

fn graded(role: GroupRole) -> GroupStanding {
    GroupStanding { may: GRADED, ..group(Level::Private, Some(role)) }
}

pub(super) fn administered_groups() -> Named<AdministeredGroupStanding> {
    let id = GroupId(Uuid::nil());
    let one = |name, inside, orphaned| (name, AdministeredGroupStanding { id, slug: None, inside, orphaned });
    vec![
        one("groups administrator, not in it", false, false),
        one("groups administrator in it", true, false),
        one("groups administrator, without a manager", false, true),
    ]
}

pub(super) fn deleted_groups() -> Named<DeletedGroupStanding> {
    vec![("who managed it", DeletedGroupStanding { id: GroupId(Uuid::nil()) })]
}

pub(super) fn groups() -> Named<GroupStanding> {
    let invited_guest = GroupStanding { readable: false, external: true, ..group(Level::Open, None) };
    vec![
        ("open, not in it", group(Level::Open, None)),
        ("open, invited guest not in it yet", invited_guest),
        ("private, not in it", group(Level::Private, None)),
        ("private, request waits", GroupStanding { asked: true, ..group(Level::Private, None) }),
        ("secret, invited", group(Level::Secret, None)),
        ("guest of the group", group(Level::Private, Some(GroupRole::Guest))),
        ("member", group(Level::Private, Some(GroupRole::Member))),
        ("publisher", group(Level::Private, Some(GroupRole::Publisher))),
        ("manager", group(Level::Private, Some(GroupRole::Manager))),
        (
            "only manager",
            GroupStanding { last_manager: true, ..group(Level::Private, Some(GroupRole::Manager)) },
        ),
        (
            "member of an archived group",
            GroupStanding { archived: true, ..group(Level::Private, Some(GroupRole::Member)) },
        ),
        (
            "manager of an archived group",
            GroupStanding { archived: true, ..group(Level::Private, Some(GroupRole::Manager)) },
        ),
        ("graded permissions, guest", graded(GroupRole::Guest)),
        ("graded permissions, member", graded(GroupRole::Member)),
        ("graded permissions, publisher", graded(GroupRole::Publisher)),
        ("graded permissions, manager", graded(GroupRole::Manager)),
        ("graded permissions, open, not in it", GroupStanding { may: GRADED, ..group(Level::Open, None) }),
        ("source, member", GroupStanding { source: true, ..group(Level::Open, Some(GroupRole::Member)) }),
        ("locked, open, not in it", GroupStanding { locked: true, ..group(Level::Open, None) }),
        ("locked, member", GroupStanding { locked: true, ..group(Level::Private, Some(GroupRole::Member)) }),
        (
            "locked, manager",
            GroupStanding { locked: true, ..group(Level::Private, Some(GroupRole::Manager)) },
        ),
    ]
}

pub(super) fn memberships() -> Named<MembershipStanding> {
    let one = |name, mine, last_manager| {
        let theirs = if last_manager { GroupRole::Manager } else { GroupRole::Member };
        (
            name,
            MembershipStanding {
                group: group(Level::Private, Some(mine)),
                member: MemberId(Uuid::nil()),
                role: theirs,
                last_manager,
            },
        )
    };
    vec![
        one("member before a member", GroupRole::Member, false),
        one("publisher before a member", GroupRole::Publisher, false),
        one("manager before a member", GroupRole::Manager, false),
        one("manager before the only manager", GroupRole::Manager, true),
    ]
}

pub(super) fn join_requests() -> Named<JoinRequestStanding> {
    let one = |name, role, mine, open| {
        (
            name,
            JoinRequestStanding {
                id: JoinRequestId(Uuid::nil()),
                group: group(Level::Private, role),
                member: MemberId(Uuid::nil()),
                mine,
                open,
            },
        )
    };
    vec![
        one("who asked", None, true, true),
        one("who asked, decided", None, true, false),
        one("manager", Some(GroupRole::Manager), false, true),
        one("manager, decided", Some(GroupRole::Manager), false, false),
        {
            let (_, standing) = one("", Some(GroupRole::Manager), false, true);
            let group = GroupStanding { archived: true, ..standing.group };
            ("manager of an archived group", JoinRequestStanding { group, ..standing })
        },
    ]
}

pub(super) fn invitations() -> Named<InvitationStanding> {
    let one = |name, mine, manages, open| {
        (
            name,
            InvitationStanding {
                id: InvitationId(Uuid::nil()),
                group: None,
                slug: None,
                mine,
                manages,
                open,
            },
        )
    };
    vec![
        one("who is invited", true, false, true),
        one("who is invited, answered", true, false, false),
        one("manager", false, true, true),
        one("manager, answered", false, true, false),
    ]
}

pub(super) fn members() -> Named<MemberStanding> {
    let one = |name, me| (name, MemberStanding { id: MemberId(Uuid::nil()), me });
    vec![one("oneself", true), one("someone else", false)]
}

pub(super) fn pictures() -> Named<PictureStanding> {
    let one = |name, mine, loose| {
        (
            name,
            PictureStanding {
                id: PictureId(Uuid::nil()),
                mine,
                loose,
                edges: vec![480],
                media_type: "image/jpeg".to_owned(),
            },
        )
    };
    vec![
        one("own, not placed", true, true),
        one("own, placed", true, false),
        one("someone else's", false, false),
    ]
}

/// Who stands before something written in a group.
fn writers() -> Named<(bool, GroupStanding)> {
    vec![
        ("author", (true, group(Level::Private, Some(GroupRole::Member)))),
        ("author who left an open group", (true, group(Level::Open, None))),
        (
            "author in an archived group",
            (true, GroupStanding { archived: true, ..group(Level::Open, Some(GroupRole::Member)) }),
        ),
        ("reader of an open group", (false, group(Level::Open, None))),
        ("guest", (false, group(Level::Private, Some(GroupRole::Guest)))),
        ("member", (false, group(Level::Private, Some(GroupRole::Member)))),
        ("publisher", (false, group(Level::Private, Some(GroupRole::Publisher)))),
        ("manager", (false, group(Level::Private, Some(GroupRole::Manager)))),
        (
            "manager of an archived group",
            (false, GroupStanding { archived: true, ..group(Level::Private, Some(GroupRole::Manager)) }),
        ),
        ("graded permissions, guest", (false, graded(GroupRole::Guest))),
        ("graded permissions, member", (false, graded(GroupRole::Member))),
    ]
}

pub(super) fn surveys() -> Named<SurveyStanding> {
    let survey = |(name, post): (&'static str, PostStanding)| {
        let survey = SurveyStanding {
            id: SurveyId(Uuid::nil()),
            post: Some(post.id),
            group: post.group,
            mine: post.mine,
            anonymous: false,
            quiz: false,
            closed: false,
            answered: false,
            told: true,
        };
        (name, survey)
    };
    let one = || survey(("", posts().swap_remove(0).1)).1;
    let author = || SurveyStanding { mine: true, ..one() };
    let mut all: Named<SurveyStanding> = posts().into_iter().map(survey).collect();
    all.extend([
        ("a draft, its author", SurveyStanding { post: None, ..author() }),
        ("anonymous, its author", SurveyStanding { anonymous: true, ..author() }),
        ("closed, its author", SurveyStanding { closed: true, ..author() }),
        ("anonymous and closed, its author", SurveyStanding { anonymous: true, closed: true, ..author() }),
        ("a closed quiz, its author", SurveyStanding { quiz: true, closed: true, ..author() }),
        ("answered", SurveyStanding { answered: true, ..one() }),
        ("results not told", SurveyStanding { told: false, ..one() }),
    ]);
    all
}

pub(super) fn comments() -> Named<CommentStanding> {
    let comment = |(name, (mine, group))| {
        (
            name,
            CommentStanding {
                id: CommentId(Uuid::nil()),
                post: PostId(Uuid::nil()),
                parent: None,
                mine,
                closed: false,
                group,
            },
        )
    };
    let mut all: Named<CommentStanding> = writers().into_iter().map(comment).collect();
    let member = group(Level::Private, Some(GroupRole::Member));
    let (_, open) = comment(("", (false, member)));
    all.push(("member, comments closed", CommentStanding { closed: true, ..open }));
    all
}

pub(super) fn notices() -> Named<NoticeId> {
    vec![("whose inbox it is", NoticeId(Uuid::nil()))]
}

pub(super) fn sessions() -> Named<SessionStanding> {
    vec![("whose session it is", SessionStanding { id: Vec::new() })]
}
