//! Pages that belong to no room: the front, help, the menu of phones, what browsers ask for.

mod pages;

use crate::web::{Access::Member, Access::Public, Routes};

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/", Public, pages::front::show)
        .get("/help", Public, pages::articles::help)
        .get("/accessibility", Public, pages::articles::accessibility)
        .get("/menu", Member, pages::menu::show)
        .get("/manifest.webmanifest", Public, pages::browser::manifest)
        .get("/robots.txt", Public, pages::browser::robots)
        .get("/favicon.ico", Public, pages::browser::favicon)
        .get("/healthz", Public, pages::health::alive)
        .get("/readyz", Public, pages::health::ready)
}
