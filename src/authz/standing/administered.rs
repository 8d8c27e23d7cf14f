//! Groups as those see them who administer groups: that they are there, never what is in them.

use serde::Deserialize;

use super::samples;
use crate::{
    authz::{Actor, Resource},
    db::Db,
    kernel::{Fault, GroupId},
};

/// A group, to administer.
pub struct AdministeredGroup;

/// `/admin/groups/{group}`: by id, since the name of a secret group stands in its address.
#[derive(Deserialize)]
pub struct AdministeredGroupPath {
    /// Which.
    pub group: GroupId,
}

/// What the actor is to a group they administer.
#[derive(Clone, Debug)]
pub struct AdministeredGroupStanding {
    /// Which.
    pub id: GroupId,
    /// Its place in addresses, where the actor may know the group.
    pub slug: Option<String>,
    /// Whether they belong to it.
    pub inside: bool,
    /// Whether nobody manages it whose account is alive.
    pub orphaned: bool,
}

#[derive(sqlx::FromRow)]
struct Row {
    slug: Option<String>,
    inside: bool,
    orphaned: bool,
}

impl Resource for AdministeredGroup {
    type Path = AdministeredGroupPath;
    type Standing = AdministeredGroupStanding;
    const NAME: &'static str = "AdministeredGroup";

    async fn standing(
        db: &mut Db,
        who: &Actor,
        at: AdministeredGroupPath,
    ) -> Result<Option<AdministeredGroupStanding>, Fault> {
        // bare: whether there is a manager, and the actor's own membership
        let row: Option<Row> = sqlx::query_as(
            "select (select v.slug from visible_groups($1) v where v.id = g.id) as slug,
                    exists (select 1 from memberships m where m.group_id = g.id and m.member_id = $1) as inside,
                    not exists (select 1 from memberships m join members p on p.id = m.member_id
                                where m.group_id = g.id and m.role = 'manager' and p.suspended_at is null and p.erased_at is null) as orphaned
             from administered_groups($1) g where g.id = $2",
        )
        .bind(who.viewer().id())
        .bind(at.group)
        .fetch_optional(db)
        .await?;
        Ok(row.map(|row| AdministeredGroupStanding {
            id: at.group,
            slug: row.slug,
            inside: row.inside,
            orphaned: row.orphaned,
        }))
    }

    fn samples() -> Vec<(&'static str, AdministeredGroupStanding)> {
        samples::administered_groups()
    }
}
