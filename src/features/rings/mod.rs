//! Rings: what someone is for the others (project leader, contact person, newcomer), shown round their picture. No
//! permission hangs on one. Administrators define the kinds and give those of the platform; managers give those of
//! their group, which are shown in it.
//!
//! What a picture needs is kept in the row of its owner (`members.rings`), so that pages pay nothing for it.

mod jobs;
mod model;
mod pages;
mod store;
mod verbs;

use crate::web::{Access::Member, Routes};

pub use jobs::TurnDay;
pub(crate) use model::Scope;
pub(crate) use store::kinds;
pub use store::{Worn, worn};
pub(crate) use verbs::{Days, give, give_in};

/// Addresses that other rooms link to.
pub mod urls {
    use crate::{
        features::groups,
        kernel::{MemberId, Url},
    };

    /// What the rings mean.
    pub fn legend() -> Url {
        Url::path("/rings")
    }

    /// The kinds, to define them.
    pub fn kinds() -> Url {
        Url::path("/admin/rings")
    }

    /// A kind.
    pub(super) fn kind(id: i32) -> Url {
        kinds().join(id)
    }

    /// The rings of someone on the platform.
    pub fn given(member: MemberId) -> Url {
        Url::path("/admin/people").join(member).join("rings")
    }

    /// The rings of someone in a group.
    pub fn given_in(slug: &str, member: MemberId) -> Url {
        groups::urls::member(slug, member, "rings")
    }
}

/// The addresses of this room.
pub fn routes() -> Routes {
    use pages::{given, kind, kinds, legend};
    Routes::new()
        .get("/rings", Member, legend::show)
        .get("/admin/rings", Member, kinds::show)
        .get("/admin/rings/new", Member, kind::fresh)
        .post("/admin/rings/new", Member, kind::create)
        .get("/admin/rings/{ring}", Member, kind::show)
        .post("/admin/rings/{ring}", Member, kind::change)
        .post("/admin/rings/{ring}/move", Member, kinds::move_kind)
        .post("/admin/rings/{ring}/archive", Member, kinds::archive)
        .post("/admin/rings/{ring}/restore", Member, kinds::restore)
        .get("/admin/people/{member}/rings", Member, given::show)
        .post("/admin/people/{member}/rings", Member, given::give)
        .post("/admin/people/{member}/rings/removal", Member, given::take)
        .get("/groups/{group}/members/{member}/rings", Member, given::show_in)
        .post("/groups/{group}/members/{member}/rings", Member, given::give_in)
        .post("/groups/{group}/members/{member}/rings/removal", Member, given::take_in)
}
