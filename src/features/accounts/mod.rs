//! Accounts: coming in, going out, signing up by invitation, a new password, one's settings.
//!
//! What a person shows of themselves is the room of people; what they may do is `authz`.

mod device;
mod hashing;
pub mod jobs;
mod mail;
mod model;
mod pages;
mod store;
mod throttle;
pub mod verbs;

pub use hashing::{HashedPassword, hash};
pub use jobs::first_administrator_link;
pub use model::{Door, Name, NewAccount, RegisterRefused};

use crate::web::{Access::Member, Access::Public, Routes};

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/sign-in", Public, pages::sign_in::show)
        .post("/sign-in", Public, pages::sign_in::submit)
        .post("/sign-out", Public, pages::sign_in::leave)
        .get("/language", Public, pages::language::choose)
        .get("/reset", Public, pages::reset::show)
        .post("/reset", Public, pages::reset::ask)
        .get("/reset/{token}", Public, pages::reset::open)
        .post("/reset/{token}", Public, pages::reset::choose)
        .get("/join/{token}", Public, pages::join::show)
        .post("/join/{token}", Public, pages::join::submit)
        .get("/setup/{token}", Public, pages::setup::show)
        .post("/setup/{token}", Public, pages::setup::submit)
        .get("/confirm-email/{token}", Public, pages::email::open)
        .post("/confirm-email/{token}", Public, pages::email::confirm)
        .merge(settings())
}

fn settings() -> Routes {
    Routes::new()
        .get("/settings", Member, pages::settings::show)
        .get("/settings/account", Member, pages::settings::show)
        .post("/settings/account", Member, pages::settings::save)
        .get("/settings/display", Member, pages::display::show)
        .post("/settings/display", Member, pages::display::save)
        .post("/settings/theme", Public, pages::display::theme)
        .get("/settings/email", Member, pages::email::show)
        .post("/settings/email", Member, pages::email::save)
        .get("/settings/password", Member, pages::password::show)
        .post("/settings/password", Member, pages::password::save)
        .get("/settings/sessions", Member, pages::sessions::show)
        .post("/settings/sessions/end-others", Member, pages::sessions::end_others)
        .post("/settings/sessions/{session}/end", Member, pages::sessions::end)
        .get("/admin/invitations", Member, pages::invitations::list)
        .post("/admin/invitations", Member, pages::invitations::create)
        .post("/admin/invitations/{invitation}/revocation", Member, pages::invitations::revoke)
}
