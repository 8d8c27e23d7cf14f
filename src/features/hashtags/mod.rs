//! Hashtags: what is written behind a `#`, the page of everything that carries it, and following it.
//!
//! A hashtag has no life of its own: it is there while a text that carries it can be read, for those who can. Which
//! texts carry it stands in the index of the search (`search_texts.hashtags`), so moving, deleting and restoring need
//! nothing here. Whoever follows one hears of publications with it that they may read.

mod pages;
mod store;
mod verbs;

pub(crate) use store::like;

use crate::web::{Access::Member, Routes};

/// Addresses that other rooms link to.
pub mod urls {
    use crate::{kernel::Url, ui::links};

    /// All hashtags.
    pub fn all() -> Url {
        Url::path("/hashtags")
    }

    /// Following one, or not any more.
    pub(super) fn following(tag: &str) -> Url {
        links::hashtag(tag).join("following")
    }
}

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/hashtags", Member, pages::index::show)
        .get("/hashtags/suggestions", Member, pages::index::suggestions)
        .get("/hashtags/{hashtag}", Member, pages::show::show)
        .post("/hashtags/{hashtag}/following", Member, pages::show::follow)
}
