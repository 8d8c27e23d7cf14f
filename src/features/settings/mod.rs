//! One's settings: account, display, mail address, password, sessions. What one shows of oneself is the room of people.

mod mail;
mod model;
mod pages;
mod store;
mod verbs;

use crate::web::{Access::Member, Access::Public, Routes};

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/settings", Member, pages::settings::show)
        .get("/settings/account", Member, pages::settings::show)
        .post("/settings/account", Member, pages::settings::save)
        .get("/settings/display", Member, pages::display::show)
        .post("/settings/display", Member, pages::display::save)
        .post("/settings/theme", Public, pages::display::theme)
        .get("/settings/email", Member, pages::email::show)
        .post("/settings/email", Member, pages::email::save)
        .get("/confirm-email/{token}", Public, pages::email::open)
        .post("/confirm-email/{token}", Public, pages::email::confirm)
        .get("/settings/password", Member, pages::password::show)
        .post("/settings/password", Member, pages::password::save)
        .get("/settings/sessions", Member, pages::sessions::show)
        .post("/settings/sessions/end-others", Member, pages::sessions::end_others)
        .post("/settings/sessions/{session}/end", Member, pages::sessions::end)
}
