//! How a group is governed after it was made: what it says of itself, who may do what, who sees it, its end.
//!
//! One page per question, each with a sentence on what the answer changes and who sees it. Who belongs, and how one
//! comes in, is the room of groups; the rules themselves stand in `authz::policy`.

mod form;
pub mod jobs;
mod model;
mod pages;
mod store;
pub mod urls;
pub mod verbs;

pub use model::Identity;

use crate::web::{Access::Member, Routes};

/// The addresses of this room.
pub fn routes() -> Routes {
    use pages::{bin, end, identity, level, overview, permissions};
    Routes::new()
        .get("/groups/bin", Member, bin::show)
        .post("/groups/{group}/restoration", Member, bin::restore)
        .get("/groups/{group}/settings", Member, overview::show)
        .get("/groups/{group}/settings/identity", Member, identity::show)
        .post("/groups/{group}/settings/identity", Member, identity::submit)
        .get("/groups/{group}/settings/level", Member, level::show)
        .post("/groups/{group}/settings/level", Member, level::submit)
        .get("/groups/{group}/settings/level/people", Member, level::people)
        .get("/groups/{group}/settings/permissions", Member, permissions::show)
        .post("/groups/{group}/settings/permissions", Member, permissions::submit)
        .get("/groups/{group}/settings/end", Member, end::show)
        .post("/groups/{group}/archive", Member, end::archive)
        .post("/groups/{group}/reopening", Member, end::reopen)
        .post("/groups/{group}/deletion", Member, end::delete)
}
