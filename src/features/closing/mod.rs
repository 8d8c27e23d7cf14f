//! Closing the comments of a post, and opening them again: what was written stays, nobody writes any more.

mod pages;
mod store;
mod verbs;

pub use verbs::close;

use crate::web::{Access::Member, Routes};

/// Addresses of this room.
pub mod urls {
    use crate::{
        kernel::{PostId, Url},
        ui::links,
    };

    /// Closing the comments of a post.
    pub fn closure(post: PostId) -> Url {
        links::post(post).join("comments").join("closure")
    }
}

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new().post("/posts/{post}/comments/closure", Member, pages::close::close)
}
