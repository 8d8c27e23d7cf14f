//! How a group is governed after it was made: what it says of itself, who may do what, who sees it, its end.
//!
//! One page per question, each with a sentence on what the answer changes and who sees it. Who belongs, and how one
//! comes in, is the room of groups; the rules themselves stand in `authz::policy`.

mod form;
pub mod jobs;
mod mail;
mod model;
mod pages;
mod store;
pub mod urls;
pub mod verbs;

pub use model::{Expected, Identity};

use crate::web::{Access::Member, Routes};

/// The addresses of this room.
pub fn routes() -> Routes {
    use pages::{
        bin, cover, end, expectations, hearing, identity, level, links, overview, permissions, removal, theme,
    };
    Routes::new()
        .get("/groups/bin", Member, bin::show)
        .post("/groups/{group}/restoration", Member, bin::restore)
        .get("/groups/{group}/settings", Member, overview::show)
        .get("/groups/{group}/settings/identity", Member, identity::show)
        .post("/groups/{group}/settings/identity", Member, identity::submit)
        .get("/groups/{group}/settings/cover", Member, cover::show)
        .post("/groups/{group}/settings/cover", Member, cover::submit)
        .post("/groups/{group}/settings/cover/removal", Member, cover::remove)
        .get("/groups/{group}/settings/expectations", Member, expectations::show)
        .post("/groups/{group}/settings/expectations", Member, expectations::submit)
        .get("/groups/{group}/settings/links", Member, links::show)
        .post("/groups/{group}/settings/links", Member, links::submit)
        .get("/groups/{group}/settings/theme", Member, theme::show)
        .post("/groups/{group}/settings/theme", Member, theme::submit)
        .get("/groups/{group}/settings/level", Member, level::show)
        .post("/groups/{group}/settings/level", Member, level::submit)
        .get("/groups/{group}/settings/level/people", Member, level::people)
        .get("/groups/{group}/settings/permissions", Member, permissions::show)
        .post("/groups/{group}/settings/permissions", Member, permissions::submit)
        .get("/groups/{group}/settings/notifications", Member, hearing::group)
        .post("/groups/{group}/settings/notifications", Member, hearing::set_group)
        .get("/groups/{group}/notifications", Member, hearing::own)
        .post("/groups/{group}/notifications", Member, hearing::set_own)
        .get("/groups/{group}/members/{member}/removal", Member, removal::show)
        .post("/groups/{group}/members/{member}/removal", Member, removal::submit)
        .get("/groups/{group}/settings/end", Member, end::show)
        .post("/groups/{group}/archive", Member, end::archive)
        .post("/groups/{group}/reopening", Member, end::reopen)
        .post("/groups/{group}/deletion", Member, end::delete)
}
