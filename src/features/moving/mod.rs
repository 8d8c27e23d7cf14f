//! Changing who reads a post: it moves to another group, with its comments, reactions, photos and poll; or a discussion of
//! several groups leaves one of them.
//!
//! A post has no level of its own, so these are the only ways. Everything that is read through `visible_posts` follows by
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

    /// Taking a discussion of several groups out of one of them.
    pub fn withdrawal(post: PostId, group: &str) -> Url {
        links::post(post).join("groups").join(group).join("withdrawal")
    }

    /// Taking that back.
    pub fn replacement(post: PostId, group: &str) -> Url {
        links::post(post).join("groups").join(group).join("return")
    }

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
        .post("/posts/{post}/groups/{group}/withdrawal", Member, pages::audience::withdraw)
        .post("/posts/{post}/groups/{group}/return", Member, pages::audience::replace)
        .post("/posts/{post}/return", Member, pages::audience::undo)
}
