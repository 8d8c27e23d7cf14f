//! Feeds: the home feed of one's groups and the page of a group, newest first by publish date, no hidden ranking.
//!
//! Cards come from the room of posts. Paging goes by a place in the list, so new posts never push old ones to the
//! next page; what was seen is known per member and post, so it is right on every device.

mod by_label;
mod pages;
mod slice;
mod store;
mod verbs;

pub use verbs::mark_all_read;

use crate::web::{Access::Member, Routes};

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/feed", Member, pages::home::show)
        .post("/feed/read", Member, pages::home::read)
        .get("/saved", Member, pages::saved::show)
        .get("/groups/{group}", Member, pages::group::show)
}
