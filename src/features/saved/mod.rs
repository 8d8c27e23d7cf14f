//! What one keeps to read later: the switch on each post, and the list that feeds show.
//!
//! Nobody else knows of it, so it leaves no fact. What may not be read any more is not listed, and is there again when it
//! may be.

mod pages;
mod store;
mod switch;
mod verbs;

pub use store::list;
pub use switch::SaveSwitch;
pub use verbs::save;

use crate::web::{Access::Member, Routes};

/// Addresses of this room.
pub mod urls {
    use crate::{
        kernel::{PostId, Url},
        ui::links,
    };

    /// Everything one keeps.
    pub fn all() -> Url {
        Url::path("/saved")
    }

    /// Keeping a post, or not any more.
    pub fn saving(post: PostId) -> Url {
        links::post(post).join("saving")
    }
}

/// The addresses of this room. The list is a filter of the feed.
pub fn routes() -> Routes {
    Routes::new().post("/posts/{post}/saving", Member, pages::save::save)
}
