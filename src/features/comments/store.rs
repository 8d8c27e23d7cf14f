//! Statements that read comments. Those that change them stand in `store/write.rs`, those over reactions in
//! `reactions/store.rs`.

mod attached;
pub(super) mod write;

pub(super) use attached::{AttachedRow, attached};
use serde::Deserialize;
use sqlx::types::Json;
use uuid::Uuid;

use super::model::{PAGE, Spot, ThreadAt};
use crate::{
    authz::Viewer,
    db::Db,
    kernel::{CommentId, Fault, GroupId, MemberId, PostId, Timestamp},
    ui::{Person, Rings},
};

/// How often an emoji was given, and whether the reader is among those who did.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Counted {
    pub emoji: String,
    pub n: i64,
    pub mine: bool,
}

/// A comment as it is shown to someone. Without `author_id`, its author is nobody they may know.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct CommentRow {
    pub id: CommentId,
    pub parent_id: Option<CommentId>,
    pub created_at: Timestamp,
    pub edited: bool,
    pub removed: bool,
    pub html: String,
    pub lang: String,
    pub mine: bool,
    pub author_id: Option<MemberId>,
    pub name: Option<String>,
    pub headline: Option<String>,
    pub photo: Option<Uuid>,
    pub rings: Option<Rings>,
    pub reactions: Json<Vec<Counted>>,
}

impl CommentRow {
    /// Who wrote it, if they may be known.
    pub(super) fn author(&self) -> Option<Person> {
        Some(Person {
            id: self.author_id?,
            name: self.name.clone()?,
            headline: self.headline.clone().unwrap_or_default(),
            photo: self.photo,
            rings: self.rings.clone().unwrap_or_default(),
        })
    }
}

/// The place of a first-level comment.
#[derive(Deserialize)]
pub(super) struct RootRow {
    pub id: CommentId,
    pub created_at: Timestamp,
    pub back: bool,
}

/// What the page of a post shows below it.
pub(super) struct DiscussionRow {
    pub count: i64,
    pub reactions: Json<Vec<Counted>>,
    /// The first-level comments around a place, oldest first: before it, and from it on.
    pub roots: Json<Vec<RootRow>>,
    /// They themselves and the answers to them, oldest first.
    pub comments: Json<Vec<CommentRow>>,
}

/// The discussion of a post around a place in its thread: one first-level comment more than a page on each side that
/// goes on. None where the viewer may not see the post.
pub(super) async fn discussion(
    db: &mut Db,
    viewer: Viewer,
    post: PostId,
    at: ThreadAt,
) -> Result<Option<DiscussionRow>, Fault> {
    let most = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let (linked, cursor, back, forth) = match at {
        ThreadAt::Latest => (None, None, most, 0),
        ThreadAt::Before(cursor) => (None, Some(cursor), most, 0),
        ThreadAt::After(cursor) => (None, Some(cursor), 0, most + 1),
        ThreadAt::Linked(comment) => (Some(comment.0), None, most, most),
    };
    // bare: of a post that visible_posts let through; of a removed comment, only that it was there above its answers
    let row = sqlx::query_as!(
        DiscussionRow,
        r#"with roots as not materialized (
               select c.id, c.created_at from comments c
               where c.post_id = $2 and c.parent_id is null
                 and (c.deleted_at is null
                      or exists (select 1 from comments r where r.parent_id = c.id and r.deleted_at is null))),
           linked as (
               select root.id, root.created_at from visible_comments($1) c join roots root on root.id = coalesce(c.parent_id, c.id)
               where c.id = $3),
           place as (
               select coalesce((select created_at from linked), $4, 'infinity'::timestamptz) as at,
                      coalesce((select id from linked), $5, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid) as id),
           around as materialized (
               (select id, created_at, true as back from roots where (created_at, id) < ((select at from place), (select id from place))
                order by created_at desc, id desc limit $6)
               union all
               (select id, created_at, false from roots where (created_at, id) >= ((select at from place), (select id from place))
                order by created_at, id limit $7)),
           said as (
               select c.id, c.parent_id, c.created_at, c.edited_at is not null as edited, c.deleted_at is not null as removed,
                      case when c.deleted_at is null then c.body_html else '' end as html, c.lang, c.author_id = $1 as mine,
                      a.id as author_id, a.name, a.headline, a.photo_version as photo, a.rings,
                      coalesce((select json_agg(json_build_object('emoji', r.emoji, 'n', r.n, 'mine', r.mine) order by r.first, r.emoji)
                          from (select emoji, count(*) as n, bool_or(member_id = $1) as mine, min(at) as first
                                from comment_reactions where comment_id = c.id and c.deleted_at is null group by emoji) r), '[]') as reactions
               from (select c.* from around join comments c on c.id = around.id
                     union all
                     select c.* from around join comments c on c.parent_id = around.id and c.deleted_at is null) c
               left join visible_members($1) a on a.id = c.author_id and c.deleted_at is null and c.anonymised_at is null)
           select (select count(*) from comments c where c.post_id = p.id and c.deleted_at is null) as "count!",
                  coalesce((select json_agg(json_build_object('emoji', r.emoji, 'n', r.n, 'mine', r.mine) order by r.first, r.emoji)
                      from (select emoji, count(*) as n, bool_or(member_id = $1) as mine, min(at) as first
                            from post_reactions where post_id = p.id group by emoji) r), '[]') as "reactions!: Json<Vec<Counted>>",
                  coalesce((select json_agg(to_json(around) order by around.created_at, around.id) from around), '[]') as "roots!: Json<Vec<RootRow>>",
                  coalesce((select json_agg(to_json(said) order by said.created_at, said.id) from said), '[]') as "comments!: Json<Vec<CommentRow>>"
           from visible_posts($1) p where p.id = $2"#,
        viewer.id(),
        post.0,
        linked,
        cursor.map(|cursor| cursor.at),
        cursor.map(|cursor| cursor.id),
        back,
        forth
    );
    Ok(row.fetch_optional(db).await?)
}

/// These comments and the answers to them, oldest first.
pub(super) async fn comments(
    db: &mut Db,
    viewer: Viewer,
    ids: &[CommentId],
) -> Result<Vec<CommentRow>, Fault> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    // bare: of posts that visible_posts let through; of a removed comment, only that it was there
    let rows = sqlx::query_as!(
        CommentRow,
        r#"select c.id as "id: CommentId", c.parent_id as "parent_id: CommentId", c.created_at, c.edited_at is not null as "edited!",
                  c.deleted_at is not null as "removed!", case when c.deleted_at is null then c.body_html else '' end as "html!",
                  c.lang, c.author_id = $1 as "mine!", a.id as "author_id?: MemberId", a.name as "name?", a.headline as "headline?",
                  a.photo_version as "photo?", a.rings as "rings?: Rings",
                  coalesce((select jsonb_agg(jsonb_build_object('emoji', r.emoji, 'n', r.n, 'mine', r.mine) order by r.first, r.emoji)
                      from (select emoji, count(*) as n, bool_or(member_id = $1) as mine, min(at) as first
                            from comment_reactions where comment_id = c.id and c.deleted_at is null group by emoji) r), '[]')
                      as "reactions!: Json<Vec<Counted>>"
           from comments c
           left join visible_members($1) a on a.id = c.author_id and c.deleted_at is null and c.anonymised_at is null
           where (c.id = any($2) or (c.parent_id = any($2) and c.deleted_at is null))
             and exists (select 1 from visible_posts($1) p where p.id = c.post_id)
           order by c.created_at, c.id"#,
        viewer.id(),
        &ids
    )
    .fetch_all(db)
    .await?;
    Ok(rows)
}

/// A comment as everybody who reads its post may see it, for live messages.
pub(super) struct Public {
    pub spot: Spot,
    /// Whether anything answers it.
    pub answered: bool,
    pub row: CommentRow,
}

pub(super) async fn public(db: &mut Db, id: CommentId) -> Result<Option<Public>, Fault> {
    // bare: a topic implies the right to read the post; its author is named while they are in the group, where
    // everybody who reads along may know them; in several groups, where no guest reads along
    let row = sqlx::query!(
        r#"select p.id as "post: PostId", case when p.joint then '00000000-0000-0000-0000-000000000000' else p.group_id end as "group!: GroupId", p.joint,
                  exists (select 1 from comments r where r.parent_id = c.id and r.deleted_at is null) as "answered!",
                  jsonb_build_object('id', c.id, 'parent_id', c.parent_id, 'created_at', c.created_at, 'edited', c.edited_at is not null,
                      'removed', c.deleted_at is not null, 'html', case when c.deleted_at is null then c.body_html else '' end,
                      'lang', c.lang, 'mine', false, 'author_id', a.id, 'name', a.name, 'headline', a.headline, 'photo', a.photo_version, 'rings', a.rings,
                      'reactions', coalesce((select jsonb_agg(jsonb_build_object('emoji', r.emoji, 'n', r.n, 'mine', false) order by r.first, r.emoji)
                          from (select emoji, count(*) as n, min(at) as first from comment_reactions
                                where comment_id = c.id and c.deleted_at is null group by emoji) r), '[]')) as "row!: Json<CommentRow>"
           from comments c
           join posts p on p.id = c.post_id and p.deleted_at is null
           left join members a on a.id = c.author_id and c.deleted_at is null and a.erased_at is null and c.anonymised_at is null
               and case when not p.joint then exists (select 1 from memberships m where m.group_id = p.group_id and m.member_id = a.id)
                        else exists (select 1 from post_groups(p.id) s join memberships m on m.group_id = s.group_id where m.member_id = a.id)
                             and not exists (select 1 from post_groups(p.id) s join memberships m on m.group_id = s.group_id where m.role = 'guest') end
           where c.id = $1"#,
        id.0
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| Public {
        spot: Spot { post: row.post, group: row.group, joint: row.joint },
        answered: row.answered,
        row: row.row.0,
    }))
}

/// How many comments a post has.
pub(super) async fn count(db: &mut Db, post: PostId) -> Result<i64, Fault> {
    // bare: for live messages, whose topic implies the right
    let count = sqlx::query_scalar!(
        r#"select count(*) as "count!" from comments where post_id = $1 and deleted_at is null"#,
        post.0
    );
    Ok(count.fetch_one(db).await?)
}

/// What a comment says, as written.
pub(super) async fn source(db: &mut Db, viewer: Viewer, id: CommentId) -> Result<Option<String>, Fault> {
    let body = sqlx::query_scalar!(
        r#"select body as "body!" from visible_comments($1) where id = $2"#,
        viewer.id(),
        id.0
    );
    Ok(body.fetch_optional(db).await?)
}

/// A text that a comment had.
pub(super) struct VersionRow {
    pub html: String,
    pub lang: String,
    pub at: Timestamp,
}

/// All texts of a comment, the present one first.
pub(super) async fn history(db: &mut Db, viewer: Viewer, id: CommentId) -> Result<Vec<VersionRow>, Fault> {
    // bare: versions of a comment that visible_comments let through
    let rows = sqlx::query_as!(
        VersionRow,
        r#"with seen as (select id, body_html, lang, coalesce(edited_at, created_at) as at from visible_comments($1) where id = $2)
           select body_html as "html!", lang as "lang!", at as "at!" from seen
           union all
           select v.body_html, s.lang, v.written_at from seen s join comment_versions v on v.comment_id = s.id
           order by 3 desc"#,
        viewer.id(),
        id.0
    );
    Ok(rows.fetch_all(db).await?)
}
