//! What a comment and a reaction are made of, as values that have been looked at.

use crate::{
    authz::GroupStanding,
    i18n::Locale,
    kernel::{Body, CommentId, Cursor, GroupId, PostId, Url},
};

/// The most characters of a comment.
pub(super) const MOST: usize = 10_000;
/// The most answers to one comment: a discussion that is longer goes on in a comment of its own.
pub(super) const MOST_REPLIES: i64 = 200;
/// The most kinds of reactions to one thing.
pub(super) const MOST_KINDS: i64 = 20;
/// How many comments with their answers stand on a page.
pub(super) const PAGE: usize = 50;

/// The text of a comment.
pub type CommentBody = Body<MOST>;

/// A comment about to be written, or rewritten.
#[derive(Clone, Debug)]
pub struct NewComment {
    /// What it says, in Markdown.
    pub body: CommentBody,
    /// The language its author writes in.
    pub lang: Locale,
}

/// Why a comment was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommentRefused {
    /// What it is about is gone, or its author no longer takes part.
    Gone,
    /// The comment has `MOST_REPLIES` answers.
    Full,
    /// The comments of the post were closed meanwhile.
    Closed,
}

/// Why a reaction was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReactionRefused {
    /// What it is about is gone, or who reacts no longer takes part.
    Gone,
    /// There are `MOST_KINDS` kinds already.
    Full,
}

/// Which part of a thread to show.
#[derive(Clone, Copy, Debug, Default)]
pub enum ThreadAt {
    /// Its end.
    #[default]
    Latest,
    /// What was written before a comment.
    Before(Cursor),
    /// What was written after a comment.
    After(Cursor),
    /// Where a comment stands, which is marked; its end if that comment is gone.
    Linked(CommentId),
}

impl ThreadAt {
    /// Reads the parameters `comment`, `before` and `after` of a post's address. What cannot be read counts as absent.
    pub fn parse(comment: Option<&str>, before: Option<&str>, after: Option<&str>) -> Self {
        let read = |text: Option<&str>| text.and_then(|text| text.parse::<Cursor>().ok());
        let linked = comment.and_then(|text| text.parse().ok());
        linked
            .map(Self::Linked)
            .or_else(|| read(before).map(Self::Before))
            .or_else(|| read(after).map(Self::After))
            .unwrap_or_default()
    }
}

/// What can be reacted to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// A post.
    Post(PostId),
    /// A comment.
    Comment(CommentId),
}

impl Subject {
    /// The id behind the kind.
    pub(super) fn id(self) -> uuid::Uuid {
        match self {
            Self::Post(id) => id.0,
            Self::Comment(id) => id.0,
        }
    }

    /// Where its reactions are listed and sent to.
    pub(super) fn reactions(self) -> Url {
        match self {
            Self::Post(id) => Url::path("/posts").join(id).join("reactions"),
            Self::Comment(id) => super::urls::comment(id).join("reactions"),
        }
    }
}

/// Where a comment stands.
#[derive(Clone, Copy)]
pub(super) struct Spot {
    pub post: PostId,
    /// The group in which its reader meets the post, for the rings of that group.
    pub group: GroupId,
    /// Whether the post stands in several, so that who wrote may be somebody whom its reader cannot know.
    pub joint: bool,
}

impl Spot {
    /// For a comment whose author looks at it.
    pub(super) fn own(post: PostId, group: &GroupStanding) -> Self {
        Self { post, group: group.id, joint: false }
    }
}
