//! The platform as a whole.

use serde::Deserialize;

use super::samples;
use crate::{
    authz::{Actor, Resource, SiteRole},
    db::Db,
    kernel::Fault,
};

/// The platform as a whole.
pub struct Site;

/// Nothing in the address says which.
#[derive(Deserialize)]
pub struct NoPath {}

/// What the actor is on the platform.
#[derive(Clone, Debug)]
pub struct SiteStanding {
    /// Their role.
    pub site_role: SiteRole,
    /// Whether they are a guest.
    pub external: bool,
}

impl Resource for Site {
    type Path = NoPath;
    type Standing = SiteStanding;
    const NAME: &'static str = "Site";

    async fn standing(_db: &mut Db, who: &Actor, _at: NoPath) -> Result<Option<SiteStanding>, Fault> {
        Ok(who.member().map(|me| SiteStanding { site_role: me.site_role, external: me.external }))
    }

    fn samples() -> Vec<(&'static str, SiteStanding)> {
        samples::site()
    }
}
