//! Notifications: who hears of what, and the inbox in which they find it.
//!
//! `recipients` answers who should hear of a fact, `jobs` turns the answer into lines, `wording` puts a line into the
//! reader's language. A line shows only what its reader may still see, whenever they look (`visible_notices`).

mod jobs;
mod live;
mod model;
mod pages;
mod recipients;
mod store;
mod verbs;
mod wording;

pub use jobs::FanOut;
pub use live::live;
pub use verbs::seen_post;

use crate::web::{Access::Member, Routes};

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/notifications", Member, pages::inbox::show)
        .post("/notifications/reading", Member, pages::inbox::read_all)
        .post("/notifications/{notice}/reading", Member, pages::inbox::read)
}
