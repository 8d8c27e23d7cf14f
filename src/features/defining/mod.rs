//! Defining the fields of profiles: the administrators' pages over the verbs of the fields room.

mod pages;

use crate::web::{Access::Member, Routes};

/// Addresses that other rooms link to.
pub mod urls {
    use crate::{features::fields::FieldId, kernel::Url};

    /// All fields.
    pub fn list() -> Url {
        Url::path("/admin/fields")
    }

    /// The form of a new field.
    pub(super) fn new() -> Url {
        list().join("new")
    }

    /// A field.
    pub(super) fn field(id: FieldId) -> Url {
        list().join(id)
    }
}

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/admin/fields", Member, pages::list::show)
        .get("/admin/fields/preview", Member, pages::list::preview)
        .post("/admin/fields/sections", Member, pages::list::add_section)
        .post("/admin/fields/sections/{section}", Member, pages::list::rename_section)
        .post("/admin/fields/sections/{section}/move", Member, pages::list::move_section)
        .get("/admin/fields/new", Member, pages::edit::fresh)
        .post("/admin/fields/new", Member, pages::edit::create)
        .get("/admin/fields/{field}", Member, pages::edit::show)
        .post("/admin/fields/{field}", Member, pages::edit::change)
        .post("/admin/fields/{field}/move", Member, pages::list::move_field)
        .post("/admin/fields/{field}/archive", Member, pages::list::archive)
        .post("/admin/fields/{field}/restore", Member, pages::list::restore)
}
