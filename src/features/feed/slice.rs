//! A page of a feed: cards, the line where what is new ends, and the way to older ones.

use askama::{Template, filters::HtmlSafe};

use crate::{
    features::posts::PostCard,
    i18n::T,
    kernel::{Cursor, Url},
};

/// How many posts a page shows.
pub(super) const MOST: usize = 15;

/// How many posts are asked for: one more tells that older ones follow.
pub(super) const ASKED: i64 = 16;

/// The place after which a page begins, from an address.
pub(super) fn before(text: &str) -> Option<Cursor> {
    text.parse().ok()
}

/// A page of a feed.
#[derive(Template)]
#[template(path = "feed/slice.html")]
pub(super) struct Slice {
    t: T,
    posts: Vec<PostCard>,
    /// Before which card the line stands.
    frontier: Option<usize>,
    older: Option<Url>,
    /// Where the pill for new posts leads.
    home: Url,
}

impl HtmlSafe for Slice {}

impl Slice {
    /// Cuts a list that was asked for with one post too many. `home` is the address of the first page.
    pub(super) fn cut(t: T, mut posts: Vec<PostCard>, home: &Url, here: &Url) -> Self {
        let more = posts.len() > MOST;
        posts.truncate(MOST);
        let older = posts.last().filter(|_| more).map(|last| here.clone().with("before", last.cursor()));
        let frontier = frontier(&posts.iter().map(|post| post.unread).collect::<Vec<_>>());
        Self { t, posts, frontier, older, home: home.clone() }
    }

    /// Whether the line stands before this card.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates hand over references")]
    fn ends_at(&self, place: &usize) -> bool {
        self.frontier == Some(*place)
    }

    /// Whether there is nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.posts.is_empty()
    }
}

/// The place behind the last unread post, where something follows it.
fn frontier(unread: &[bool]) -> Option<usize> {
    let after = unread.iter().rposition(|unread| *unread)? + 1;
    (after < unread.len()).then_some(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_stands_where_the_unread_ends() {
        assert_eq!(frontier(&[true, false, true, false, false]), Some(3));
        assert_eq!(frontier(&[true, true]), None);
        assert_eq!(frontier(&[false, false]), None);
        assert_eq!(frontier(&[]), None);
    }
}
