//! Accounts: coming in, going out, a new password, the first administrator.
//!
//! Coming in by invitation is the room of joining, one's own settings that of settings; both stand on this one. What a
//! person shows of themselves is the room of people; what they may do is `authz`.

pub(super) mod device;
pub mod handles;
pub(super) mod hashing;
pub mod jobs;
pub(super) mod mail;
pub(super) mod model;
pub(super) mod pages;
pub(super) mod store;
pub(super) mod throttle;
pub mod verbs;

pub use hashing::{HashedPassword, hash};
pub use jobs::first_administrator_link;
pub use model::{Door, Name, NewAccount, RegisterRefused};

use crate::web::{Access::Public, Routes};

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
        .get("/setup/{token}", Public, pages::setup::show)
        .post("/setup/{token}", Public, pages::setup::submit)
}
