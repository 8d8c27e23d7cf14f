//! Changing who reads a post: it moves to another group, with its comments, reactions, photos and poll.
//!
//! A post has no level of its own, so this is the only way. Everything that is read through `visible_posts` follows by
//! itself; what is written here is the move, where the post stood before, and what has to leave people's inboxes. Whoever
//! moved a post can take that back for thirty days.

mod pages;
mod store;
mod verbs;

pub use store::{Moved, moved_by};
pub use verbs::{KEPT, Telling, move_back, move_post};

use crate::web::{Access::Member, Routes};

/// Addresses of this room.
pub mod urls {
    use crate::{
        kernel::{PostId, Url},
        ui::links,
    };

    /// Taking a move back.
    pub fn undo(post: PostId) -> Url {
        links::post(post).join("return")
    }
}

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/posts/{post}/audience", Member, pages::audience::show)
        .post("/posts/{post}/audience", Member, pages::audience::submit)
        .post("/posts/{post}/return", Member, pages::audience::undo)
}
