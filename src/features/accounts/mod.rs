//! Accounts: coming in, going out, signing up by invitation, a new password, one's settings.
//!
//! What a person shows of themselves is the room of people; what they may do is `authz`.

pub mod command;
mod hashing;
mod mail;
mod model;
mod pages;
mod sessions;
mod store;
mod throttle;
pub mod verbs;

pub use hashing::{HashedPassword, hash};
pub use model::{Door, Name, NewAccount, RegisterRefused};

use crate::web::{Access::Public, Routes};

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/sign-in", Public, pages::sign_in::show)
        .post("/sign-in", Public, pages::sign_in::submit)
        .post("/sign-out", Public, pages::sign_in::leave)
        .get("/language", Public, pages::language::choose)
}
