//! Pages that belong to no room: the front, help, search across rooms, the menu of phones, what browsers ask for.
//!
//! Search reads names only, through `visible_groups` and `visible_members`: what one may not see is not found.

mod pages;
mod store;

use crate::web::{Access::Member, Access::Public, Routes};

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/", Public, pages::front::show)
        .get("/help", Public, pages::articles::help)
        .get("/accessibility", Public, pages::articles::accessibility)
        .get("/menu", Member, pages::menu::show)
        .get("/search", Member, pages::search::show)
        .get("/palette", Member, pages::search::palette)
        .get("/manifest.webmanifest", Public, pages::browser::manifest)
        .get("/robots.txt", Public, pages::browser::robots)
        .get("/favicon.ico", Public, pages::browser::favicon)
        .get("/healthz", Public, pages::health::alive)
        .get("/readyz", Public, pages::health::ready)
}
