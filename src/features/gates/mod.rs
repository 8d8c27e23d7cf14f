//! Gates: what new people are asked before they go in, and what everybody else is reminded of.
//!
//! One step so far, the required fields of the profile; the charter comes before it, welcome and introduction after.
//! Nobody is trapped: what cannot be answered is not asked, settings and signing out stay open, and a field that is no
//! longer required lets everybody through.

mod pages;
mod store;
mod verbs;

use crate::web::{Access::Member, Routes};

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new().get("/welcome", Member, pages::welcome::show).post(
        "/welcome",
        Member,
        pages::welcome::answer,
    )
}
