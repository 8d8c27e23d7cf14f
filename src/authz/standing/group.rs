//! Groups: what the actor is to one they may know.

use serde::Deserialize;

use super::samples;
use crate::{
    authz::{Actor, GroupRole, Level, Resource},
    db::Db,
    kernel::{Fault, GroupId},
};

/// A group.
pub struct Group;

/// `/groups/{group}`
#[derive(Deserialize)]
pub struct GroupPath {
    /// The group's slug.
    pub group: String,
}

/// What the actor is to a group they may know.
#[derive(Clone, Debug)]
pub struct GroupStanding {
    /// Which.
    pub id: GroupId,
    /// Its place in addresses.
    pub slug: String,
    /// How visible it is.
    pub level: Level,
    /// Their role in it.
    pub role: Option<GroupRole>,
    /// Whether they may read its content.
    pub readable: bool,
    /// Whether their request waits.
    pub asked: bool,
    /// Whether the group is archived.
    pub archived: bool,
    /// Whether they are its only manager.
    pub last_manager: bool,
    /// Whether they are a guest of the platform.
    pub external: bool,
}

/// The columns of `group_standings` as a row brings them.
#[derive(sqlx::FromRow)]
pub struct GroupRow {
    group_id: GroupId,
    slug: String,
    level: String,
    role: Option<String>,
    readable: bool,
    asked: bool,
    archived: bool,
    last_manager: bool,
    external: bool,
}

impl From<GroupRow> for GroupStanding {
    fn from(row: GroupRow) -> Self {
        Self {
            id: row.group_id,
            slug: row.slug,
            level: row.level.into(),
            role: row.role.map(Into::into),
            readable: row.readable,
            asked: row.asked,
            archived: row.archived,
            last_manager: row.last_manager,
            external: row.external,
        }
    }
}

impl Resource for Group {
    type Path = GroupPath;
    type Standing = GroupStanding;
    const NAME: &'static str = "Group";

    async fn standing(db: &mut Db, who: &Actor, at: GroupPath) -> Result<Option<GroupStanding>, Fault> {
        let row: Option<GroupRow> = sqlx::query_as("select * from group_standings($1) where slug = $2")
            .bind(who.viewer().id())
            .bind(at.group)
            .fetch_optional(db)
            .await?;
        Ok(row.map(Into::into))
    }

    fn samples() -> Vec<(&'static str, GroupStanding)> {
        samples::groups()
    }
}
