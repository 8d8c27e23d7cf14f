//! Posts, where they were and where else they stand, drafts, polls.

use uuid::Uuid;

use super::{Named, group, writers};
use crate::{
    authz::{
        GroupRole, GroupStanding, Level,
        standing::{
            DraftStanding, MovedPostStanding, PlacedPostStanding, PollStanding, PostStanding,
            WithdrawnPostStanding,
        },
    },
    kernel::{DraftId, GroupId, MemberId, PostId, PostMoveId},
};

pub(in super::super) fn posts() -> Named<PostStanding> {
    let one = |mine, closed, group| PostStanding {
        id: PostId(Uuid::nil()),
        mine,
        closed,
        joint: false,
        home: true,
        group,
    };
    let elsewhere = |role| PostStanding {
        joint: true,
        home: false,
        ..one(false, false, group(Level::Private, Some(role)))
    };
    let mut all: Named<PostStanding> =
        writers().into_iter().map(|(name, (mine, group))| (name, one(mine, false, group))).collect();
    all.push(("member, comments closed", one(false, true, group(Level::Private, Some(GroupRole::Member)))));
    all.push(("member of another of its groups", elsewhere(GroupRole::Member)));
    all.push(("manager of another of its groups", elsewhere(GroupRole::Manager)));
    all
}

pub(in super::super) fn placed_posts() -> Named<PlacedPostStanding> {
    let one = |(name, post), manages| {
        (
            name,
            PlacedPostStanding {
                post,
                group: GroupId(Uuid::nil()),
                slug: String::new(),
                name: String::new(),
                manages,
            },
        )
    };
    let manager = posts().pop().map(|(_, post)| one(("who manages that group", post), true));
    posts().into_iter().map(|named| one(named, false)).chain(manager).collect()
}

pub(in super::super) fn withdrawn_posts() -> Named<WithdrawnPostStanding> {
    let (post, group) = (PostId(Uuid::nil()), GroupId(Uuid::nil()));
    vec![("who took it out", WithdrawnPostStanding { post, group, name: String::new() })]
}

pub(in super::super) fn moved_posts() -> Named<MovedPostStanding> {
    let one = |name, group| {
        let (id, post, to) = (PostMoveId(Uuid::nil()), PostId(Uuid::nil()), GroupId(Uuid::nil()));
        (name, MovedPostStanding { id, post, to, group })
    };
    let archived = GroupStanding { archived: true, ..group(Level::Private, Some(GroupRole::Member)) };
    vec![
        one("who moved it, still in its group", group(Level::Private, Some(GroupRole::Member))),
        one("who moved it and left its group", group(Level::Open, None)),
        one("who moved it out of a group archived since", archived),
    ]
}

pub(in super::super) fn drafts() -> Named<DraftStanding> {
    let draft = |mine, planned| DraftStanding {
        id: DraftId(Uuid::nil()),
        author: MemberId(Uuid::nil()),
        mine,
        planned,
    };
    vec![
        ("whose draft it is", draft(true, false)),
        ("who planned it", draft(true, true)),
        ("who publishes in the group it is planned for", draft(false, true)),
    ]
}

pub(in super::super) fn polls() -> Named<PollStanding> {
    let poll = |(name, post): (&'static str, PostStanding)| {
        (name, PollStanding { post, anonymous: false, opens: true, closed: false, told: true })
    };
    let one = || poll(("", posts().swap_remove(0).1)).1;
    let mut all: Named<PollStanding> = posts().into_iter().map(poll).collect();
    let author = || PollStanding { post: PostStanding { mine: true, ..one().post }, ..one() };
    all.extend([
        ("closed choices, its author", PollStanding { opens: false, ..author() }),
        ("anonymous, its author", PollStanding { anonymous: true, opens: false, ..author() }),
        (
            "anonymous and closed, its author",
            PollStanding { anonymous: true, opens: false, closed: true, ..author() },
        ),
        ("closed, its author", PollStanding { closed: true, ..author() }),
        ("results not told", PollStanding { told: false, ..one() }),
    ]);
    all
}
