//! Administration of people: the list of accounts, roles on the platform, suspending, letting in again, making someone
//! forgotten, writing to them how to come in, and their download as a sheet.
//!
//! What people show of themselves is the room of people; making and changing many at once that of lists of people,
//! which uses the verbs of this one.

mod export;
mod mail;
mod merging;
mod model;
mod pages;
mod store;
pub mod verbs;

use crate::web::{Access::Member, Routes};

pub use export::{begin, role};
pub use model::{LostRefused, State};
pub use pages::download::fill;

/// Addresses that other rooms link to.
pub mod urls {
    use crate::kernel::{MemberId, Url};

    /// The list of accounts.
    pub fn people() -> Url {
        Url::path("/admin/people")
    }

    /// Merging an account into another.
    pub(super) fn merge(id: MemberId) -> Url {
        account(id).join("merge")
    }

    /// An account.
    pub fn account(id: MemberId) -> Url {
        people().join(id)
    }
}

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/admin/people", Member, pages::list::list)
        .get("/admin/people/export/{format}", Member, pages::download::download)
        .get("/admin/people/{member}", Member, pages::account::show)
        .post("/admin/people/{member}/role", Member, pages::account::give_role)
        .post("/admin/people/{member}/suspension", Member, pages::account::suspend)
        .post("/admin/people/{member}/reactivation", Member, pages::account::reactivate)
        .post("/admin/people/{member}/welcome", Member, pages::account::welcome)
        .post("/admin/people/{member}/anonymisation", Member, pages::account::anonymise)
        .get("/admin/people/{member}/merge", Member, pages::merging::show)
        .post("/admin/people/{member}/merge", Member, pages::merging::merge)
}
