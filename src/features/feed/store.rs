//! What stands around a feed. The posts themselves are the posts room's.

use sqlx::types::Json;
use uuid::Uuid;

use crate::{
    authz::{Viewer, audience::Target},
    db::Db,
    kernel::{MemberId, Timestamp},
};

/// What stands beside the home feed.
pub(super) struct Beside {
    pub(super) targets: Vec<Target>,
    pub(super) groups: i64,
    pub(super) discover: Vec<Discover>,
    pub(super) newcomers: Vec<Newcomer>,
}

/// A group one does not belong to yet.
#[derive(Debug, serde::Deserialize)]
pub(super) struct Discover {
    pub(super) slug: String,
    pub(super) name: String,
    pub(super) icon: String,
    pub(super) hue: String,
    pub(super) purpose: String,
}

/// Somebody who came lately.
#[derive(Debug, serde::Deserialize)]
pub(super) struct Newcomer {
    pub(super) id: MemberId,
    pub(super) name: String,
    pub(super) headline: String,
    pub(super) photo: Option<Uuid>,
}

/// Everything beside the home feed, in one statement: newest groups to discover, and who came since `since`.
pub(super) async fn load_beside(db: &mut Db, viewer: Viewer, since: Timestamp) -> sqlx::Result<Beside> {
    // bare: memberships are the viewer's own
    sqlx::query!(
        r#"select
            (select coalesce(jsonb_agg(to_jsonb(t) order by lower(t.name), t.slug), '[]') from publish_targets($1) t) as "targets!: Json<Vec<Target>>",
            (select count(*) from memberships m join visible_groups($1) g on g.id = m.group_id where m.member_id = $1) as "groups!",
            (select coalesce(jsonb_agg(to_jsonb(d)), '[]') from (
                select g.slug, g.name, g.icon, g.hue, g.purpose from visible_groups($1) g
                where g.archived_at is null and not exists (select 1 from memberships m where m.group_id = g.id and m.member_id = $1)
                order by g.created_at desc, g.id desc limit 3) d) as "discover!: Json<Vec<Discover>>",
            (select coalesce(jsonb_agg(to_jsonb(n)), '[]') from (
                select p.id, p.name, p.headline, p.photo_version as photo from visible_members($1) p
                where p.created_at > $2 and p.id <> $1 and p.suspended_at is null
                order by p.id desc limit 4) n) as "newcomers!: Json<Vec<Newcomer>>""#,
        viewer.id(),
        since
    )
    .map(|row| Beside { targets: row.targets.0, groups: row.groups, discover: row.discover.0, newcomers: row.newcomers.0 })
    .fetch_one(db)
    .await
}

/// Moves the instant before which everything counts as read.
pub(super) async fn update_read_before(db: &mut Db, me: MemberId, now: Timestamp) -> sqlx::Result<()> {
    sqlx::query!("update members set read_before = $2 where id = $1", me.0, now).execute(db).await?;
    Ok(())
}
