//! What stands around a feed. The posts themselves are the posts room's.

use sqlx::types::Json;
use uuid::Uuid;

use crate::{
    authz::Viewer,
    db::Db,
    features::labels::Listed,
    kernel::{MemberId, Timestamp},
    ui::Rings,
};

/// What stands beside the home feed.
pub(super) struct Beside {
    /// Whether the viewer belongs to a group at all.
    pub(super) belongs: bool,
    /// Whether there is a group to publish in.
    pub(super) publishes: bool,
    pub(super) discover: Vec<Discover>,
    pub(super) newcomers: Vec<Newcomer>,
    /// The labels that posts of the viewer's groups can carry.
    pub(super) labels: Vec<Listed>,
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
    pub(super) rings: Rings,
    created_at: Timestamp,
}

/// Everything beside the home feed, in one statement: newest groups to discover, and who came since `since`. Both walk
/// an index from its newest end and stop after a few; `since` is no part of the statement, whose plan would depend on it.
pub(super) async fn load_beside(db: &mut Db, viewer: Viewer, since: Timestamp) -> sqlx::Result<Beside> {
    // bare: memberships are the viewer's own, and groups those of visible labels; of the newest members, those that visible_members lets through
    sqlx::query!(
        r#"select
            exists (select 1 from memberships m join groups g on g.id = m.group_id
                    where m.member_id = $1 and g.deleted_at is null) as "belongs!",
            exists (select 1 from publishing_groups($1)) as "publishes!",
            (select coalesce(json_agg(to_json(l)), '[]') from (
                select l.id, l.name, l.hue, g.slug as group_slug, g.name as group_name, false as follows
                from visible_labels($1) l left join groups g on g.id = l.group_id
                where l.group_id is null or exists (select 1 from memberships m where m.group_id = l.group_id and m.member_id = $1)
                order by g.id is null, folded(g.name), g.id, folded(l.name) limit 40) l) as "labels!: Json<Vec<Listed>>",
            (select coalesce(json_agg(to_json(d)), '[]') from (
                select g.slug, g.name, g.icon, g.hue, g.purpose from visible_groups($1) g
                where g.archived_at is null and not exists (select 1 from memberships m where m.group_id = g.id and m.member_id = $1)
                order by g.created_at desc, g.id desc limit 3) d) as "discover!: Json<Vec<Discover>>",
            (select coalesce(json_agg(to_json(n)), '[]') from (
                select p.id, p.name, p.headline, p.photo_version as photo, p.rings, p.created_at
                from (select id from members where erased_at is null order by created_at desc, id desc limit 12) newest
                join visible_members($1) p on p.id = newest.id
                where p.id <> $1 and p.suspended_at is null
                order by p.created_at desc, p.id desc limit 4) n) as "newcomers!: Json<Vec<Newcomer>>""#,
        viewer.id()
    )
    .map(|row| Beside {
        belongs: row.belongs,
        publishes: row.publishes,
        discover: row.discover.0,
        labels: row.labels.0,
        newcomers: row.newcomers.0.into_iter().filter(|who| who.created_at > since).collect(),
    })
    .fetch_one(db)
    .await
}

/// Moves the instant before which everything counts as read.
pub(super) async fn update_read_before(db: &mut Db, me: MemberId, now: Timestamp) -> sqlx::Result<()> {
    sqlx::query!("update members set read_before = $2 where id = $1", me.0, now).execute(db).await?;
    Ok(())
}
