//! Planning: what will be published when, as a list and as a calendar of months, and the clock that publishes it.
//!
//! What is planned is a draft until then. Its author sees it, and so do those who publish in its group. The clock acts
//! in the author's name and asks for their right anew: if it is gone the draft stays, and they are told.

mod holidays;
mod jobs;
mod pages;
mod store;

pub use jobs::PublishDue;

use crate::web::{Access::Member, Routes};

/// Addresses of this room.
pub mod urls {
    use crate::kernel::{DraftId, Url};

    /// What is planned.
    pub fn list() -> Url {
        Url::path("/planning")
    }

    /// The calendar of a month, written `2027-03`.
    pub fn month(month: &str) -> Url {
        list().with("month", month)
    }

    /// Another time for it.
    pub fn time(draft: DraftId) -> Url {
        list().join(draft).join("time")
    }

    /// At once.
    pub fn publication(draft: DraftId) -> Url {
        list().join(draft).join("publication")
    }

    /// Not at all.
    pub fn removal(draft: DraftId) -> Url {
        list().join(draft).join("removal")
    }
}

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/planning", Member, pages::show::show)
        .get("/planning/{draft}/time", Member, pages::change::form)
        .post("/planning/{draft}/time", Member, pages::change::replan)
        .post("/planning/{draft}/publication", Member, pages::change::publish)
        .post("/planning/{draft}/removal", Member, pages::change::unplan)
}
