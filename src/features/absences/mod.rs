//! Absences: when someone says they are away. Whoever belongs to a group in which they are seen reads it on their
//! profile; those who publish for such a group see it in the calendar.

mod model;
mod pages;
mod store;
mod verbs;

pub use model::{Announced, Away};
pub use store::{between, current};
pub use verbs::announce;
pub(crate) use verbs::tidy;

use crate::web::{Access::Member, Routes};

/// Addresses that other rooms link to.
pub mod urls {
    use crate::kernel::Url;

    /// One's own.
    pub fn mine() -> Url {
        Url::path("/settings/absences")
    }
}

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new().get("/settings/absences", Member, pages::mine::show).post(
        "/settings/absences",
        Member,
        pages::mine::change,
    )
}
