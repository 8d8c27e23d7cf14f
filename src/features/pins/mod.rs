//! Keeping a post at the top of its group's page, until a day, an hour, or somebody ends it.
//!
//! The clock has nothing to do: a pin whose time is over is none, wherever it is read.

mod pages;
mod store;
mod verbs;

pub use verbs::{pin, unpin};

use crate::web::{Access::Member, Routes};

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/posts/{post}/pin", Member, pages::pin::show)
        .post("/posts/{post}/pin", Member, pages::pin::submit)
        .post("/posts/{post}/unpinning", Member, pages::pin::remove)
}
