//! Sets of people: who belongs to a group because of what their profile says, and why (PRODUCT G5).
//!
//! A group has one rule at most. Whoever it describes comes in, whoever it describes no longer goes out again, unless
//! they have another role than member by then. A job does it, queued by whatever changes profiles (`db::fact`).

mod jobs;
mod pages;
mod store;
mod verbs;

pub use jobs::Evaluate;

use crate::web::{Access::Member, Routes};

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new().get("/groups/{group}/settings/people", Member, pages::rule::show).post(
        "/groups/{group}/settings/people",
        Member,
        pages::rule::submit,
    )
}
