//! Founding a group: its form, and the fields that it shares with the settings.

pub mod fields;
mod pages;

use crate::web::{Access::Member, Routes};

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new().post("/groups", Member, pages::new::submit).get("/groups/new", Member, pages::new::show)
}
