//! The statements about drafts.

use sqlx::types::Json;
use uuid::Uuid;

use super::model::{Draft, Due, Text, Waiting, Why};
use crate::{
    authz::Viewer,
    db::Db,
    features::asking,
    i18n::Locale,
    kernel::{DraftId, FileId, GroupId, LabelId, MemberId, Timestamp},
};

/// Keeps other forms with the same id out until the end of the transaction.
pub(super) async fn hold(db: &mut Db, id: DraftId) -> sqlx::Result<()> {
    sqlx::query!("select pg_advisory_xact_lock(hashtextextended($1::uuid::text, 7))", id.0)
        .fetch_one(db)
        .await?;
    Ok(())
}

/// Writes a draft for the first time or over what was kept; answers the new version, or nothing where the draft is
/// another's or thrown away. With a version, also where it is planned or at another one.
pub(super) async fn keep(
    db: &mut Db,
    (id, author, version): (DraftId, MemberId, Option<i32>),
    text: &Text,
    lang: Locale,
    now: Timestamp,
) -> sqlx::Result<Option<i32>> {
    sqlx::query_scalar!(
        r#"insert into drafts as d (id, author_id, group_id, title, body, lang, saved_at, labels, poll, also, joint)
           values ($1, $2, $3, $4, $5, $6, $8, $9, $10, $11, $12)
           on conflict (id) do update set group_id = $3, also = $11, joint = $12, title = $4, body = $5, lang = $6, saved_at = $8, labels = $9, poll = $10, version = d.version + 1
           where d.author_id = $2 and d.discarded_at is null and ($7::int is null or (d.version = $7 and d.publish_at is null))
           returning version"#,
        id.0,
        author.0,
        text.group.map(|group| group.0),
        text.title,
        text.body,
        lang.tag(),
        version,
        now,
        &text.labels.iter().map(|label| label.0).collect::<Vec<_>>(),
        text.poll.as_ref().map(Json) as Option<Json<&asking::Typed>>,
        &text.also.iter().map(|group| group.0).collect::<Vec<_>>(),
        text.joint
    )
    .fetch_optional(db)
    .await
}

/// Which drafts are asked for.
#[derive(Clone, Copy, Default)]
pub(super) struct Wanted {
    pub(super) id: Option<DraftId>,
    /// Only one's own.
    pub(super) mine: bool,
    /// Planned ones, or the others.
    pub(super) planned: Option<bool>,
    /// Planned between these instants.
    pub(super) between: Option<(Timestamp, Timestamp)>,
    pub(super) most: i64,
}

/// Drafts that the viewer may see: planned ones in the order of the clock, then the others, the newest first. By
/// `drafts_by_author` and `drafts_by_group`.
pub(super) async fn list(db: &mut Db, viewer: Viewer, wanted: Wanted) -> sqlx::Result<Vec<Draft>> {
    let (from, until) = wanted.between.unzip();
    sqlx::query_as!(
        Draft,
        r#"select d.id as "id!: DraftId", d.author_id as "author!: MemberId", a.name as "author_name?", d.author_id = $1 as "mine!",
                  g.id as "group?: GroupId", g.slug as "group_slug?", g.name as "group_name?",
                  (select coalesce(array_agg(o.slug order by folded(o.name), o.id), '{}') from visible_groups($1) o
                   where o.id = any (d.also) and d.author_id = $1) as "also!", d.joint as "joint!", d.title as "title!", d.body as "body!",
                  d.lang as "lang!", d.version as "version!", d.saved_at as "saved_at!", d.publish_at, d.refused_at, d.refused_for, d.labels as "labels!: Vec<LabelId>",
                  d.poll as "poll?: Json<asking::Typed>",
                  (select coalesce(json_agg(to_json(i) order by i.position, i.id), '[]') from
                      (select id, alt, position from pictures where draft_id = d.id and choice is null) i) as "pictures!: Json<Vec<Waiting>>",
                  (select coalesce(json_agg(f.id order by f.position, f.id), '[]') from files f where f.draft_id = d.id) as "files!: Json<Vec<FileId>>"
           from visible_drafts($1) d -- bare: pictures and files of a visible draft
           left join visible_groups($1) g on g.id = d.group_id
           left join visible_members($1) a on a.id = d.author_id
           where ($2::uuid is null or d.id = $2) and (not $3 or d.author_id = $1)
             and ($4::boolean is null or (d.publish_at is not null) = $4)
             and ($5::timestamptz is null or (d.publish_at >= $5 and d.publish_at < $6))
           order by d.publish_at, d.saved_at desc, d.id desc limit $7"#,
        viewer.id(),
        wanted.id.map(|id| id.0),
        wanted.mine,
        wanted.planned,
        from,
        until,
        wanted.most
    )
    .fetch_all(db)
    .await
}

/// The viewer's latest unplanned draft for a group, or for none.
pub(super) async fn find_latest(
    db: &mut Db,
    viewer: Viewer,
    group: Option<&str>,
) -> sqlx::Result<Option<DraftId>> {
    sqlx::query_scalar!(
        r#"select d.id as "id!: DraftId" from visible_drafts($1) d left join visible_groups($1) g on g.id = d.group_id
           where d.author_id = $1 and d.publish_at is null and g.slug is not distinct from $2
           order by d.saved_at desc, d.id desc limit 1"#,
        viewer.id(),
        group
    )
    .fetch_optional(db)
    .await
}

/// The id of a group that the viewer may know.
pub(super) async fn find_group(db: &mut Db, viewer: Viewer, slug: &str) -> sqlx::Result<Option<GroupId>> {
    sqlx::query_scalar!(
        r#"select id as "id!: GroupId" from visible_groups($1) where slug = $2"#,
        viewer.id(),
        slug
    )
    .fetch_optional(db)
    .await
}

/// The ids of groups that the viewer may know.
pub(super) async fn find_groups(db: &mut Db, viewer: Viewer, slugs: &[String]) -> sqlx::Result<Vec<GroupId>> {
    sqlx::query_scalar!(
        r#"select id as "id!: GroupId" from visible_groups($1) where slug = any ($2) order by id"#,
        viewer.id(),
        slugs
    )
    .fetch_all(db)
    .await
}

/// Plans the author's own draft for a group. Says whether there is one.
pub(super) async fn plan(
    db: &mut Db,
    (id, author): (DraftId, MemberId),
    (group, together): (GroupId, Option<Uuid>),
    (at, zone): (Timestamp, &str),
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "update drafts set group_id = $3, publish_at = $4, time_zone = $5, together = $6, refused_at = null
         where id = $1 and author_id = $2 and discarded_at is null",
        id.0,
        author.0,
        group.0,
        at,
        zone,
        together
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Moves a planned draft to another instant, or takes the plan away; answers its group and the instant that it had.
pub(super) async fn replan(
    db: &mut Db,
    id: DraftId,
    to: Option<(Timestamp, &str)>,
) -> sqlx::Result<Option<(Option<GroupId>, Timestamp)>> {
    let (at, zone) = to.unzip();
    let row = sqlx::query!(
        r#"with had as (select id, publish_at from drafts
               where id = $1 and publish_at is not null and discarded_at is null for update)
           update drafts d set publish_at = $2, time_zone = coalesce($3, time_zone), refused_at = null
           from had where d.id = had.id
           returning d.group_id as "group?: GroupId", had.publish_at as "before!""#,
        id.0,
        at,
        zone
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| (row.group, row.before)))
}

/// Throws a draft away, or takes it back. Says whether it did.
pub(super) async fn discard(db: &mut Db, id: DraftId, at: Option<Timestamp>) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "update drafts set discarded_at = $2, publish_at = null, refused_at = null
         where id = $1 and (discarded_at is null) = ($2::timestamptz is not null)",
        id.0,
        at
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Deletes a draft that became a post.
pub(super) async fn delete(db: &mut Db, id: DraftId, author: MemberId) -> sqlx::Result<()> {
    sqlx::query!("delete from drafts where id = $1 and author_id = $2", id.0, author.0).execute(db).await?;
    Ok(())
}

/// Which planned drafts are due, the earliest first, and whose they are. By `drafts_due`.
pub(super) async fn list_due(
    db: &mut Db,
    now: Timestamp,
    most: i64,
) -> sqlx::Result<Vec<(DraftId, MemberId)>> {
    // bare: the clock publishes for everybody
    let rows = sqlx::query!(
        r#"select id as "id!: DraftId", author_id as "author!: MemberId" from drafts
           where publish_at <= $1 and refused_at is null and discarded_at is null order by publish_at, id limit $2"#,
        now,
        most
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.author)).collect())
}

/// Takes a due draft, so that nobody else publishes or changes it until the end of the transaction.
pub(super) async fn take(db: &mut Db, id: DraftId, now: Timestamp) -> sqlx::Result<Option<Due>> {
    // bare: the clock publishes for everybody; the right to it is asked for the author
    sqlx::query_as!(
        Due,
        r#"select (select slug from groups g where g.id = d.group_id) as group_slug, d.title, d.body, d.lang,
                  d.publish_at as "publish_at!", d.together,
                  case when not d.joint then '{}' else
                      (select array_agg(g.slug order by g.id) from groups g where g.id = any (d.also) having count(*) = cardinality(d.also)) end as also, d.labels as "labels!: Vec<LabelId>", d.poll as "poll?: Json<asking::Typed>",
                  (select coalesce(json_agg(to_json(i) order by i.position, i.id), '[]') from
                      (select id, alt, position from pictures where draft_id = d.id and choice is null) i) as "pictures!: Json<Vec<Waiting>>",
                  (select coalesce(json_agg(f.id order by f.position, f.id), '[]') from files f where f.draft_id = d.id) as "files!: Json<Vec<FileId>>"
           from drafts d where d.id = $1 and d.publish_at <= $2 and d.refused_at is null and d.discarded_at is null
           for update of d"#,
        id.0,
        now
    )
    .fetch_optional(db)
    .await
}

/// Notes that the clock could not publish.
pub(super) async fn refuse(db: &mut Db, id: DraftId, why: Why, now: Timestamp) -> sqlx::Result<()> {
    sqlx::query!(
        "update drafts set refused_at = $2, refused_for = $3 where id = $1",
        id.0,
        now,
        why.as_str()
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Deletes what was thrown away before an instant.
pub(super) async fn empty(db: &mut Db, until: Timestamp, most: i64) -> sqlx::Result<u64> {
    let done = sqlx::query!(
        "delete from drafts where id in (select id from drafts where discarded_at < $1 limit $2)",
        until,
        most
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected())
}
