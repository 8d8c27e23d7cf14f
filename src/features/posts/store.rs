//! The statements of posts beside those of the cards: writing, versions, the bin, who has seen what.

use sqlx::types::Json;
use uuid::Uuid;

use super::{cards::PictureRow, model::NewPost};
use crate::{
    authz::Viewer,
    db::Db,
    features::{files::Attached, previews::Face as Preview},
    kernel::{GroupId, MemberId, PictureId, PostId, Timestamp, markup::Rendered},
};

/// Inserts a post while its author belongs to the group and the group is not archived. The membership stays locked
/// until the end, so that leaving and publishing have an order.
pub(super) async fn insert(
    db: &mut Db,
    post: PostId,
    (group, author): (GroupId, MemberId),
    new: &NewPost,
    text: &Rendered,
    now: Timestamp,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "insert into posts (id, group_id, author_id, title, body, body_html, excerpt, words, lang, created_at, published_at)
         select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11
         where exists (select 1 from memberships m join groups g on g.id = m.group_id
                       where m.group_id = $2 and m.member_id = $3 and g.archived_at is null and g.deleted_at is null
                         and role_reaches(m.role, publishing_role(g.may_publish, g.source_since)) for share of m)",
        post.0,
        group.0,
        author.0,
        new.title,
        new.body,
        text.html.as_str(),
        text.excerpt,
        i32::try_from(text.words).unwrap_or(i32::MAX),
        new.lang.tag(),
        now,
        new.publish_at.unwrap_or(now)
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Has a post stand in a further group, while its author may publish there; the membership stays locked as in its own.
pub(super) async fn insert_joint(
    db: &mut Db,
    post: PostId,
    (group, author): (GroupId, MemberId),
) -> sqlx::Result<bool> {
    // bare: the author's own post, in the transaction that publishes it
    let done = sqlx::query!(
        "insert into joint_posts (post_id, group_id, published_at)
         select p.id, $2, p.published_at from posts p
         where p.id = $1 and p.group_id <> $2
           and exists (select 1 from memberships m join groups g on g.id = m.group_id
                       where m.group_id = $2 and m.member_id = $3 and g.archived_at is null and g.deleted_at is null
                         and role_reaches(m.role, publishing_role(g.may_publish, g.source_since)) for share of m)",
        post.0,
        group.0,
        author.0
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Ties posts together.
pub(super) async fn insert_together(db: &mut Db, posts: &[PostId], together: Uuid) -> sqlx::Result<()> {
    let ids: Vec<Uuid> = posts.iter().map(|post| post.0).collect();
    sqlx::query!(
        "insert into posts_together (post_id, together) select unnest($1::uuid[]), $2",
        &ids,
        together
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Replaces who is mentioned in a post itself.
pub(super) async fn replace_mentions(db: &mut Db, post: PostId, people: &[Uuid]) -> sqlx::Result<()> {
    sqlx::query!(
        "delete from mentions where post_id = $1 and comment_id is null and member_id <> all($2)",
        post.0,
        people
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!(
        "insert into mentions (member_id, post_id) select unnest($2::uuid[]), $1 on conflict do nothing",
        post.0,
        people
    )
    .execute(db)
    .await?;
    Ok(())
}

/// A post as its author changes it.
pub(super) struct Source {
    pub(super) title: String,
    pub(super) body: String,
    pub(super) edited_at: Option<Timestamp>,
    /// Whether it asks or shows something, so that it needs no words.
    pub(super) asks: bool,
    /// Whether there is a preview of what it links to, and whether it is left off.
    pub(super) previewed: bool,
    pub(super) preview_off: bool,
    /// Its photos in their order, each with its alternative text.
    pub(super) pictures: Json<Vec<PictureRow>>,
    pub(super) files: Json<Vec<Attached>>,
}

/// The source of a post.
pub(super) async fn find_source(db: &mut Db, viewer: Viewer, post: PostId) -> sqlx::Result<Option<Source>> {
    sqlx::query_as!(
        Source,
        r#"select title as "title!", body as "body!", edited_at, p.shares or exists (select 1 from polls q where q.post_id = p.id) as "asks!",
                preview_as_shown(p.preview_id) is not null as "previewed!", p.preview_off as "preview_off!",
                (select coalesce(jsonb_agg(to_jsonb(i) order by i.position, i.id), '[]') from
                    (select id, alt, width, height, position from pictures where post_id = p.id) i) as "pictures!: Json<Vec<PictureRow>>",
                (select coalesce(json_agg(to_json(f) order by f.position), '[]') from files f where f.post_id = p.id) as "files!: Json<Vec<Attached>>"
           from visible_posts($1) p where id = $2 -- bare: pictures and files of a visible post"#,
        viewer.id(),
        post.0
    )
    .fetch_optional(db)
    .await
}

/// Writes a new version over the one the author started from and keeps the old text, if it is another one. Says whether
/// it did: not when someone changed or moved it meanwhile, nor when the author has left.
pub(super) async fn update(
    db: &mut Db,
    (post, group): (PostId, GroupId),
    from: Option<Timestamp>,
    (title, body): (&str, &str),
    text: &Rendered,
    now: Timestamp,
) -> sqlx::Result<bool> {
    // bare: the author's own post, locked for the change
    let done = sqlx::query!(
        "with old as (
             select p.* from posts p
             where p.id = $1 and p.deleted_at is null and p.edited_at is not distinct from $2
               and (p.group_id = $9 or (p.joint and exists (select 1 from joint_posts j where j.post_id = p.id and j.group_id = $9)))
               and exists (select 1 from memberships m where m.group_id = $9 and m.member_id = p.author_id)
               and exists (select 1 from groups g where g.id = $9 and g.archived_at is null) for update),
         kept as (
             insert into post_versions (post_id, number, title, body, body_html, edited_by, written_at)
             select old.id, coalesce((select max(v.number) from post_versions v where v.post_id = old.id), 0) + 1,
                    old.title, old.body, old.body_html, old.author_id, coalesce(old.edited_at, old.published_at)
             from old where old.title <> $3 or old.body <> $4)
         update posts p set title = $3, body = $4, body_html = $5, excerpt = $6, words = $7, edited_at = $8 from old where p.id = old.id",
        post.0,
        from,
        title,
        body,
        text.html.as_str(),
        text.excerpt,
        i32::try_from(text.words).unwrap_or(i32::MAX),
        now,
        group.0
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The language a post was written in.
pub(super) async fn find_lang(db: &mut Db, post: PostId) -> sqlx::Result<Option<String>> {
    // bare: for its author, who holds a permit to change it
    sqlx::query_scalar!("select lang from posts where id = $1", post.0).fetch_optional(db).await
}

/// A version of a post.
pub(super) struct Version {
    pub(super) title: String,
    pub(super) html: String,
    pub(super) lang: String,
    pub(super) written_at: Timestamp,
}

/// The versions of a post, newest first, the present one included.
pub(super) async fn list_versions(db: &mut Db, viewer: Viewer, post: PostId) -> sqlx::Result<Vec<Version>> {
    sqlx::query_as!(
        Version,
        r#"select v.title as "title!", v.html as "html!", p.lang as "lang!", v.written_at as "written_at!"
           from visible_posts($1) p
           cross join lateral (
               select p.title, p.body_html as html, coalesce(p.edited_at, p.published_at) as written_at, 2147483647 as number
               union all
               select old.title, old.body_html, old.written_at, old.number from post_versions old where old.post_id = p.id) v
           where p.id = $2 order by v.number desc limit 200"#,
        viewer.id(),
        post.0
    )
    .fetch_all(db)
    .await
}

/// Puts a post into the bin; not when it is there already.
pub(super) async fn mark_deleted(
    db: &mut Db,
    post: PostId,
    by: MemberId,
    now: Timestamp,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "update posts set deleted_at = $3, deleted_by = $2 where id = $1 and deleted_at is null",
        post.0,
        by.0,
        now
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Takes a post out of the bin, if it went there after `since`.
pub(super) async fn mark_restored(db: &mut Db, post: PostId, since: Timestamp) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "update posts set deleted_at = null, deleted_by = null where id = $1 and deleted_at > $2",
        post.0,
        since
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Deletes what has been in the bin since before `until`, some at a time, and what hangs on it. The bytes of photos are
/// swept away by their own room.
pub(super) async fn delete_binned(db: &mut Db, until: Timestamp, most: i64) -> sqlx::Result<u64> {
    let done = sqlx::query!(
        "delete from posts where id in (select id from posts where deleted_at < $1 order by deleted_at limit $2 for update skip locked)",
        until,
        most
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected())
}

/// Notes that someone saw a post of somebody else; once.
pub(super) async fn insert_view(
    db: &mut Db,
    post: PostId,
    member: MemberId,
    now: Timestamp,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into post_views (post_id, member_id, at)
         select p.id, $2, $3 from visible_posts($2) p where p.id = $1 and p.author_id <> $2 on conflict do nothing",
        post.0,
        member.0,
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

/// A photo on its page.
pub(super) struct Photo {
    pub(super) id: PictureId,
    pub(super) alt: String,
    pub(super) width: i32,
    pub(super) height: i32,
}

/// The photos of a post, in their order.
pub(super) async fn list_photos(db: &mut Db, viewer: Viewer, post: PostId) -> sqlx::Result<Vec<Photo>> {
    sqlx::query_as!(
        Photo,
        r#"select id as "id!: PictureId", alt as "alt!", width as "width!", height as "height!"
           from visible_pictures($1) where post_id = $2 order by position, id"#,
        viewer.id(),
        post.0
    )
    .fetch_all(db)
    .await
}

/// A post as fragments show it.
pub(super) struct Told {
    pub(super) title: String,
    pub(super) html: String,
    pub(super) length: i32,
    pub(super) lang: String,
    pub(super) pictures: Json<Vec<PictureRow>>,
    pub(super) files: Json<Vec<Attached>>,
    pub(super) preview: Option<Json<Preview>>,
}

/// The text, the photos and the files of a post for everybody who listens.
pub(super) async fn find_told(db: &mut Db, post: PostId) -> sqlx::Result<Option<Told>> {
    // bare: told on topics that only those who may read the group can subscribe to
    sqlx::query_as!(
        Told,
        r#"select title, body_html as html, octet_length(body) as "length!", lang,
                case when not p.preview_off then preview_as_shown(p.preview_id) end as "preview?: Json<Preview>",
                (select coalesce(json_agg(to_json(i) order by i.position, i.id), '[]') from
                    (select id, alt, width, height, position from pictures where post_id = p.id) i) as "pictures!: Json<Vec<PictureRow>>",
                (select coalesce(json_agg(to_json(f) order by f.position), '[]') from files f where f.post_id = p.id) as "files!: Json<Vec<Attached>>"
           from posts p where id = $1 and deleted_at is null"#,
        post.0
    )
    .fetch_optional(db)
    .await
}
