//! Joining the community by invitation: the page behind a link, and the administration of invitations to the platform.
//!
//! Links into groups are made by the room of invitations and opened here; answering an invitation by name is the affair
//! of the room of groups.

mod mail;
mod model;
mod pages;
mod store;
mod verbs;

use crate::web::{Access::Member, Access::Public, Routes};

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/join/{token}", Public, pages::join::show)
        .post("/join/{token}", Public, pages::join::submit)
        .get("/admin/invitations", Member, pages::invitations::list)
        .post("/admin/invitations", Member, pages::invitations::create)
        .post("/admin/invitations/{invitation}/revocation", Member, pages::invitations::revoke)
}
