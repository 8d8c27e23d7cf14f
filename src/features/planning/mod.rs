//! Planning: what will be published when, as a list and as a calendar of months or weeks, and the clock that publishes it.
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
    use crate::{
        kernel::{DraftId, PostId, Timestamp, Url},
        ui::links,
    };

    /// What is planned.
    pub fn list() -> Url {
        Url::path("/planning")
    }

    /// Another time for it.
    pub fn time(draft: DraftId) -> Url {
        list().join(draft).join("time")
    }

    /// The time that it had before.
    pub fn earlier_time(draft: DraftId, at: Timestamp, next: &Url) -> Url {
        list().join(draft).join("earlier-time").with("at", at.timestamp()).with("next", next)
    }

    /// A draft with what a post says.
    pub fn copy(post: PostId) -> Url {
        links::post(post).join("copy")
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
        .post("/planning/{draft}/earlier-time", Member, pages::change::back)
        .post("/posts/{post}/copy", Member, pages::duplicate::duplicate)
        .post("/planning/{draft}/publication", Member, pages::change::publish)
        .post("/planning/{draft}/removal", Member, pages::change::unplan)
}
