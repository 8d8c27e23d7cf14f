//! What carries a label: its page, following it, and choosing the labels of a post.
//!
//! What labels are, how they are kept and how they get onto posts is the affair of the room *labels* above.

mod pages;
mod store;
mod verbs;

use crate::web::{Access::Member, Routes};

/// Addresses that other rooms link to.
pub mod urls {
    use crate::kernel::Url;

    /// All labels one may know.
    pub fn all() -> Url {
        Url::path("/labels")
    }
}

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/labels", Member, pages::index::show)
        .get("/labels/{label}", Member, pages::show::show)
        .post("/labels/{label}/following", Member, pages::show::follow)
        .get("/posts/{post}/labels", Member, pages::choose::show)
        .post("/posts/{post}/labels", Member, pages::choose::choose)
}
