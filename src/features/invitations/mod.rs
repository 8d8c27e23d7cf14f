//! Inviting into a group: by name, by mail address, by a link; and taking back.
//!
//! Answering is the room of groups; what a link opens, the room of accounts. An invitation is as good as its maker's
//! right: it is worthless as soon as they no longer manage the group (SECURITY A-35).

mod mail;
mod pages;
mod store;
pub mod verbs;

use crate::web::{Access::Member, Routes};

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/groups/{group}/invitations", Member, pages::show::show)
        .post("/groups/{group}/invitations", Member, pages::show::submit)
        .post("/invitations/{invitation}/revocation", Member, pages::show::revoke)
}
