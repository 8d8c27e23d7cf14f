//! Key dates: days to think of when one plans. Managers keep those of their group, seen by all who belong to it;
//! administrators those of the platform, seen by all but people from outside. The calendar shows them.

mod model;
mod pages;
mod store;
mod verbs;

pub use model::{Marked, Wording, days};
pub use store::between;
pub use verbs::add;

use crate::web::{Access::Member, Routes};

/// Addresses that other rooms link to.
pub mod urls {
    use crate::{kernel::Url, ui::links};

    /// Those of a group, to keep them.
    pub fn of_group(slug: &str) -> Url {
        links::group(slug).join("settings").join("dates")
    }

    /// Those of the platform, to keep them.
    pub fn of_platform() -> Url {
        Url::path("/admin/dates")
    }
}

/// The addresses of this room.
pub fn routes() -> Routes {
    use pages::keep;
    Routes::new()
        .get("/groups/{group}/settings/dates", Member, keep::show_in)
        .post("/groups/{group}/settings/dates", Member, keep::change_in)
        .get("/admin/dates", Member, keep::show)
        .post("/admin/dates", Member, keep::change)
}
