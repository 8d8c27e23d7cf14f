//! People: the directory, profiles, and the photo and words that someone gives about themselves.
//!
//! Who is seen by whom is decided by `visible_members`. Accounts, passwords and languages are the accounts room's.

mod asked;
mod cards;
mod facets;
pub mod jobs;
mod model;
mod pages;
mod store;
pub mod verbs;

use crate::web::{Access::Member, Routes};

pub use facets::FacetCache;
pub use model::{About, NewProfile, Photo, ProfileForm, is_phone, prepare_photo};

/// Addresses that other rooms link to.
pub mod urls {
    use crate::kernel::{MemberId, Url};
    use crate::ui::links;

    /// The directory.
    pub fn directory() -> Url {
        Url::path("/people")
    }

    /// The organisation chart around someone.
    pub fn chart(id: MemberId) -> Url {
        links::person(id).join("chart")
    }

    /// The form of one's own profile.
    pub fn edit(id: MemberId) -> Url {
        links::person(id).join("edit")
    }

    /// The form of one's own photo.
    pub fn photo(id: MemberId) -> Url {
        links::person(id).join("photo")
    }
}

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/people", Member, pages::directory::directory)
        .get("/people/export", Member, pages::export::export)
        .get("/people/chart", Member, pages::chart::whole)
        .get("/people/{member}", Member, pages::profile::profile)
        .get("/people/{member}/edit", Member, pages::edit::form)
        .post("/people/{member}/edit", Member, pages::edit::edit)
        .get("/people/{member}/chart", Member, pages::chart::show)
        .get("/people/{member}/photo", Member, pages::photo::form)
        .post("/people/{member}/photo", Member, pages::photo::change)
        .post("/people/{member}/photo-removal", Member, pages::photo::remove)
        .get("/people/{member}/photo/{version}/{edge}", Member, pages::photo::show)
}
