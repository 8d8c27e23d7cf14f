//! What administrators do about groups: which ones everybody begins with, who belongs to those that are locked, who
//! manages one that nobody manages any more, and entering one openly (PRODUCT G3, G4, V7).
//!
//! They know that every group is there; what a group is called and holds they learn like anybody else, or by entering
//! it with a reason that its managers read.

mod jobs;
mod model;
mod pages;
mod store;
mod themes;
mod urls;
mod verbs;

pub use jobs::EndVisits;
pub(crate) use themes::add as add_theme;

use crate::web::{Access::Member, Routes};

/// The addresses of this room.
pub fn routes() -> Routes {
    use pages::{filing, group, groups, themes, visits};
    Routes::new()
        .get("/admin/groups", Member, groups::show)
        .get("/admin/groups/{group}", Member, group::show)
        .post("/admin/groups/{group}/regime", Member, group::set_regime)
        .post("/admin/groups/{group}/enrolment", Member, group::enrol)
        .post("/admin/groups/{group}/manager", Member, group::name_manager)
        .post("/admin/groups/{group}/entry", Member, group::enter)
        .post("/admin/groups/{group}/filing", Member, filing::file)
        .get("/admin/themes", Member, themes::show)
        .post("/admin/themes", Member, themes::add)
        .post("/admin/themes/{theme}", Member, themes::rename)
        .post("/admin/themes/{theme}/move", Member, themes::move_theme)
        .post("/admin/themes/{theme}/removal", Member, themes::remove)
        .post("/groups/{group}/visit-end", Member, visits::end)
        .get("/groups/{group}/settings/visits", Member, visits::show)
}
