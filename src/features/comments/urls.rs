//! Addresses of comments themselves. Where a comment is read is `ui::links::comment`.

use crate::kernel::{CommentId, Url};

/// A comment: its own address, under which its verbs stand. Opened, it leads to the comment in its thread.
pub fn comment(id: CommentId) -> Url {
    Url::path("/comments").join(id)
}
