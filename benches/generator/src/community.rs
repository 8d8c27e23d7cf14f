//! How large a community is and when things happened in it: the numbers of PERFORMANCE §1.

use uuid::Uuid;

/// The end of the story, so that it is the same tomorrow: 1 January 2026, in microseconds.
pub(crate) const NOW: i64 = 1_767_225_600_000_000;
/// A day, in microseconds.
pub(crate) const DAY: i64 = 86_400_000_000;
/// How long posts have been written.
pub(crate) const STORY: i64 = 730 * DAY;
/// Every so many-th post is talked about far more than the others.
pub(crate) const POPULAR: usize = 40;

/// How much there is of everything.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scale {
    pub(crate) posts: usize,
    pub(crate) people: usize,
    pub(crate) groups: usize,
}

impl Scale {
    /// S, M, L or a number of posts.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        match name {
            "S" => Some(Self::of(10_000)),
            "M" => Some(Self::of(1_000_000)),
            "L" => Some(Self::of(10_000_000)),
            number => number.parse().ok().filter(|posts| *posts >= 500).map(Self::of),
        }
    }

    /// One person for ten posts, but never so few that a group has nobody.
    pub(crate) fn of(posts: usize) -> Self {
        let people = (posts / 10).clamp(500, 300_000);
        Self { posts, people, groups: (people / 50).max(300) }
    }
}

/// A person, as later tables need them.
pub(crate) struct Person {
    pub(crate) id: Uuid,
    pub(crate) external: bool,
    pub(crate) since: i64,
}

/// A group, as later tables need it.
pub(crate) struct Group {
    pub(crate) id: Uuid,
    /// The places of its people in the list of people, the most active first.
    pub(crate) people: Vec<u32>,
}

/// People and groups.
pub(crate) struct Community {
    pub(crate) people: Vec<Person>,
    pub(crate) groups: Vec<Group>,
}
