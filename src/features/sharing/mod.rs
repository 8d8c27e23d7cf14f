//! Sharing a post into another group, with words of one's own.
//!
//! A share is a post that shows another one. The other is read anew each time, through the eyes of whoever looks: who may
//! not read it sees that something was shared by whom, and no more. What is changed there shows here; what is moved or
//! deleted there is gone from here. To share a share is to share what it shows.

mod pages;
mod store;
mod verbs;

pub use verbs::share;

use crate::web::{Access::Member, Routes};

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new().get("/posts/{post}/share", Member, pages::share::show).post(
        "/posts/{post}/share",
        Member,
        pages::share::submit,
    )
}
