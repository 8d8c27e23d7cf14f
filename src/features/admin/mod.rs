//! Administration: how the house is, letters that wait, jobs that gave up, what was done, and who may do what.
//!
//! Reading what groups write is no part of it: an administrator sees of a group what they see as the member they are.

mod kinds;
mod pages;
mod store;
mod verbs;

use crate::web::{Access::Member, Routes};

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/admin", Member, pages::overview::show)
        .get("/admin/letters", Member, pages::letters::list)
        .post("/admin/letters/retry", Member, pages::letters::retry_all)
        .get("/admin/letters/{letter}", Member, pages::letters::show)
        .post("/admin/letters/{letter}/retry", Member, pages::letters::retry)
        .get("/admin/jobs", Member, pages::jobs::list)
        .post("/admin/jobs/retry", Member, pages::jobs::retry_all)
        .post("/admin/jobs/{job}/retry", Member, pages::jobs::retry)
        .get("/admin/log", Member, pages::log::show)
        .get("/admin/access", Member, pages::access::show)
}
