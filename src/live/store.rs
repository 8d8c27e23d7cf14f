//! What the live floor reads: new facts, and which topics a member may hear.

use serde_json::Value;
use uuid::Uuid;

use crate::{
    authz::Viewer,
    db::{Activity, Db},
    kernel::{Fault, GroupId, MemberId, PostId, Timestamp},
};

/// The transaction before which all are finished. Rows of earlier ones can be read without missing any: ids are
/// handed out before commit, so a lower id may appear after a higher one; transactions below this mark cannot.
pub(super) async fn horizon(db: &mut Db) -> Result<i64, Fault> {
    let mark =
        sqlx::query_scalar!(r#"select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as "mark!""#)
            .fetch_one(db)
            .await?;
    Ok(mark)
}

struct Row {
    id: i64,
    at: Timestamp,
    actor_id: Option<MemberId>,
    fact: Value,
}

impl Row {
    /// A fact that this version does not know is passed over.
    fn into_activity(self) -> Option<Activity> {
        let fact = serde_json::from_value(self.fact).ok()?;
        Some(Activity { id: self.id, at: self.at, actor: self.actor_id, fact })
    }
}

/// The facts of transactions from one mark up to another, in the order of recording. None when there are too many.
pub(super) async fn between(
    db: &mut Db,
    from: i64,
    to: i64,
    most: usize,
) -> Result<Option<Vec<Activity>>, Fault> {
    let rows = sqlx::query_as!(
        Row,
        r#"select id, at, actor_id as "actor_id: MemberId", fact from activity
           where xid >= ($1::bigint)::text::xid8 and xid < ($2::bigint)::text::xid8 order by id limit $3"#,
        from,
        to,
        i64::try_from(most).unwrap_or(i64::MAX) + 1
    )
    .fetch_all(db)
    .await?;
    Ok((rows.len() <= most).then(|| rows.into_iter().filter_map(Row::into_activity).collect()))
}

/// The same, but only what can concern these groups or this member: in a discussion of several groups that may have
/// happened in any of them.
pub(super) async fn missed(
    db: &mut Db,
    (from, to): (i64, i64),
    member: MemberId,
    groups: &[Uuid],
    most: usize,
) -> Result<Option<Vec<Activity>>, Fault> {
    let rows = sqlx::query_as!(
        Row,
        r#"with near as materialized (
               select unnest($3::uuid[]) as id
               union
               select s.group_id
               from (select j.post_id from joint_posts j where j.group_id = any($3)
                     union select p.id from posts p where p.joint and p.group_id = any($3)) shared
               cross join lateral post_groups(shared.post_id) s)
           select id, at, actor_id as "actor_id: MemberId", fact from activity -- bare: only which groups are told of the same
           where xid >= ($1::bigint)::text::xid8 and xid < ($2::bigint)::text::xid8
             and (group_id in (select near.id from near) or (kind = 'notices_changed' and fact ->> 'member' = $4::text))
           order by id limit $5"#,
        from,
        to,
        groups,
        member.to_string(),
        i64::try_from(most).unwrap_or(i64::MAX) + 1
    )
    .fetch_all(db)
    .await?;
    Ok((rows.len() <= most).then(|| rows.into_iter().filter_map(Row::into_activity).collect()))
}

/// The groups a member belongs to and may read.
pub(super) async fn home_groups(db: &mut Db, viewer: Viewer, most: i64) -> Result<Vec<GroupId>, Fault> {
    let groups = sqlx::query_scalar!(
        r#"select g.id as "id!: GroupId" from readable_groups($1) g
           join visible_memberships($1) m on m.group_id = g.id and m.member_id = $1
           order by m.since desc limit $2"#,
        viewer.id(),
        most
    )
    .fetch_all(db)
    .await?;
    Ok(groups)
}

/// Those of the groups that may be read.
pub(super) async fn readable(db: &mut Db, viewer: Viewer, groups: &[Uuid]) -> Result<Vec<GroupId>, Fault> {
    let groups = sqlx::query_scalar!(
        r#"select id as "id!: GroupId" from readable_groups($1) where id = any($2)"#,
        viewer.id(),
        groups
    )
    .fetch_all(db)
    .await?;
    Ok(groups)
}

/// Those of the posts that may be read, with their groups.
pub(super) async fn posts(
    db: &mut Db,
    viewer: Viewer,
    posts: &[Uuid],
) -> Result<Vec<(PostId, GroupId)>, Fault> {
    let rows = sqlx::query!(
        r#"select id as "id!: PostId", group_id as "group_id!: GroupId" from visible_posts($1) where id = any($2)"#,
        viewer.id(),
        posts
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.group_id)).collect())
}

/// Wakes the listeners of all processes.
pub(super) async fn wake(db: &mut Db, channel: &str) -> Result<(), Fault> {
    sqlx::query!("select pg_notify($1, '')", channel).execute(db).await?;
    Ok(())
}
