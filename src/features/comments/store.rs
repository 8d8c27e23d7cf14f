//! Statements over comments. Those over reactions stand in `reactions/store.rs`.

use serde::Deserialize;
use sqlx::types::Json;
use uuid::Uuid;

use super::model::ThreadAt;
use crate::{
    authz::Viewer,
    db::Db,
    kernel::{CommentId, Fault, GroupId, MemberId, PostId, Timestamp},
    ui::Person,
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
        })
    }
}

/// What hangs on a post.
pub(super) struct AttachedRow {
    pub post: PostId,
    pub group: GroupId,
    pub count: i64,
    pub reactions: Vec<Counted>,
    pub comments: Vec<CommentRow>,
}

pub(super) async fn attached(db: &mut Db, viewer: Viewer, posts: &[PostId]) -> Result<Vec<AttachedRow>, Fault> {
    let ids: Vec<Uuid> = posts.iter().map(|post| post.0).collect();
    // bare: comments and reactions of posts that visible_posts let through
    let rows = sqlx::query!(
        r#"select p.id as "post!: PostId", p.group_id as "group!: GroupId",
            (select count(*) from comments c where c.post_id = p.id and c.deleted_at is null) as "count!",
            coalesce((select jsonb_agg(jsonb_build_object('emoji', r.emoji, 'n', r.n, 'mine', r.mine) order by r.first, r.emoji)
                from (select emoji, count(*) as n, bool_or(member_id = $1) as mine, min(at) as first
                      from post_reactions where post_id = p.id group by emoji) r), '[]') as "reactions!: Json<Vec<Counted>>",
            coalesce((select jsonb_agg(to_jsonb(last) order by last.created_at, last.id)
                from (select c.id, c.parent_id, c.created_at, c.edited_at is not null as edited, false as removed, c.body_html as html,
                             c.lang, c.author_id = $1 as mine, a.id as author_id, a.name, a.headline, a.photo_version as photo,
                             coalesce((select jsonb_agg(jsonb_build_object('emoji', r.emoji, 'n', r.n, 'mine', r.mine) order by r.first, r.emoji)
                                 from (select emoji, count(*) as n, bool_or(member_id = $1) as mine, min(at) as first
                                       from comment_reactions where comment_id = c.id group by emoji) r), '[]') as reactions
                      from comments c left join visible_members($1) a on a.id = c.author_id
                      where c.post_id = p.id and c.deleted_at is null
                      order by c.created_at desc, c.id desc limit 2) last), '[]') as "comments!: Json<Vec<CommentRow>>"
           from visible_posts($1) p where p.id = any($2)"#,
        viewer.id(),
        &ids
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| AttachedRow { post: row.post, group: row.group, count: row.count, reactions: row.reactions.0, comments: row.comments.0 })
        .collect())
}

/// The place of a first-level comment.
pub(super) struct RootRow {
    pub id: CommentId,
    pub created_at: Timestamp,
    pub back: bool,
    pub total: i64,
}

/// The first-level comments around a place in a thread, `most` on each side: before it, newest first, and from it on.
pub(super) async fn roots(db: &mut Db, viewer: Viewer, post: PostId, at: ThreadAt, most: i64) -> Result<Vec<RootRow>, Fault> {
    let (linked, cursor, back, forth) = match at {
        ThreadAt::Latest => (None, None, most, 0),
        ThreadAt::Before(cursor) => (None, Some(cursor), most, 0),
        ThreadAt::After(cursor) => (None, Some(cursor), 0, most + 1),
        ThreadAt::Linked(comment) => (Some(comment.0), None, most, most),
    };
    // bare: of a post that visible_posts let through; a removed comment keeps its place above its answers
    let rows = sqlx::query_as!(
        RootRow,
        r#"with roots as (
               select c.id, c.created_at from comments c
               where c.post_id = $2 and c.parent_id is null and exists (select 1 from visible_posts($1) p where p.id = $2)
                 and (c.deleted_at is null
                      or exists (select 1 from comments r where r.parent_id = c.id and r.deleted_at is null))),
           linked as (
               select root.id, root.created_at from visible_comments($1) c join roots root on root.id = coalesce(c.parent_id, c.id)
               where c.id = $3),
           place as (
               select coalesce((select created_at from linked), $4, 'infinity'::timestamptz) as at,
                      coalesce((select id from linked), $5, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid) as id),
           around as (
               (select id, created_at, true as back from roots where (created_at, id) < (select at, id from place)
                order by created_at desc, id desc limit $6)
               union all
               (select id, created_at, false from roots where (created_at, id) >= (select at, id from place)
                order by created_at, id limit $7))
           select a.id as "id!: CommentId", a.created_at as "created_at!", a.back as "back!",
                  (select count(*) from comments c where c.post_id = $2 and c.deleted_at is null) as "total!"
           from around a"#,
        viewer.id(),
        post.0,
        linked,
        cursor.map(|cursor| cursor.at),
        cursor.map(|cursor| cursor.id),
        back,
        forth
    )
    .fetch_all(db)
    .await?;
    Ok(rows)
}

/// These comments and the answers to them, oldest first.
pub(super) async fn comments(db: &mut Db, viewer: Viewer, ids: &[CommentId]) -> Result<Vec<CommentRow>, Fault> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    // bare: of posts that visible_posts let through; of a removed comment, only that it was there
    let rows = sqlx::query_as!(
        CommentRow,
        r#"select c.id as "id: CommentId", c.parent_id as "parent_id: CommentId", c.created_at, c.edited_at is not null as "edited!",
                  c.deleted_at is not null as "removed!", case when c.deleted_at is null then c.body_html else '' end as "html!",
                  c.lang, c.author_id = $1 as "mine!", a.id as "author_id?: MemberId", a.name as "name?", a.headline as "headline?",
                  a.photo_version as "photo?",
                  coalesce((select jsonb_agg(jsonb_build_object('emoji', r.emoji, 'n', r.n, 'mine', r.mine) order by r.first, r.emoji)
                      from (select emoji, count(*) as n, bool_or(member_id = $1) as mine, min(at) as first
                            from comment_reactions where comment_id = c.id and c.deleted_at is null group by emoji) r), '[]')
                      as "reactions!: Json<Vec<Counted>>"
           from comments c
           left join visible_members($1) a on a.id = c.author_id and c.deleted_at is null
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
    pub post: PostId,
    pub group: GroupId,
    /// Whether anything answers it.
    pub answered: bool,
    pub row: CommentRow,
}

pub(super) async fn public(db: &mut Db, id: CommentId) -> Result<Option<Public>, Fault> {
    // bare: a topic implies the right to read the post; its author is named while they are in the group, where
    // everybody who reads along may know them
    let row = sqlx::query!(
        r#"select p.id as "post: PostId", p.group_id as "group: GroupId",
                  exists (select 1 from comments r where r.parent_id = c.id and r.deleted_at is null) as "answered!",
                  jsonb_build_object('id', c.id, 'parent_id', c.parent_id, 'created_at', c.created_at, 'edited', c.edited_at is not null,
                      'removed', c.deleted_at is not null, 'html', case when c.deleted_at is null then c.body_html else '' end,
                      'lang', c.lang, 'mine', false, 'author_id', a.id, 'name', a.name, 'headline', a.headline, 'photo', a.photo_version,
                      'reactions', coalesce((select jsonb_agg(jsonb_build_object('emoji', r.emoji, 'n', r.n, 'mine', false) order by r.first, r.emoji)
                          from (select emoji, count(*) as n, min(at) as first from comment_reactions
                                where comment_id = c.id and c.deleted_at is null group by emoji) r), '[]')) as "row!: Json<CommentRow>"
           from comments c
           join posts p on p.id = c.post_id and p.deleted_at is null
           left join members a on a.id = c.author_id and c.deleted_at is null and a.erased_at is null
               and exists (select 1 from memberships m where m.group_id = p.group_id and m.member_id = a.id)
           where c.id = $1"#,
        id.0
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| Public { post: row.post, group: row.group, answered: row.answered, row: row.row.0 }))
}

/// How many comments a post has.
pub(super) async fn count(db: &mut Db, post: PostId) -> Result<i64, Fault> {
    // bare: for live messages, whose topic implies the right
    let count = sqlx::query_scalar!(r#"select count(*) as "count!" from comments where post_id = $1 and deleted_at is null"#, post.0);
    Ok(count.fetch_one(db).await?)
}

/// A comment about to be stored.
pub(super) struct Written<'a> {
    pub id: CommentId,
    pub post: PostId,
    /// The comment it answers and the first-level one it stands under.
    pub answers: Option<(CommentId, CommentId)>,
    pub author: MemberId,
    pub text: Text<'a>,
    pub at: Timestamp,
}

/// What a comment says, as written and as shown.
#[derive(Clone, Copy)]
pub(super) struct Text<'a> {
    pub body: &'a str,
    pub html: &'a str,
    pub lang: &'static str,
}

/// Stores a comment, if its author takes part still and what it is about is there. Answers whether it did.
pub(super) async fn insert(db: &mut Db, new: Written<'_>, most: i64) -> Result<bool, Fault> {
    // bare: the membership is asked in the statement itself
    let done = sqlx::query!(
        "insert into comments (id, post_id, parent_id, author_id, body, body_html, lang, created_at)
         select $1, p.id, $3, m.member_id, $6, $7, $8, $9
         from posts p
         join groups g on g.id = p.group_id and g.deleted_at is null and g.archived_at is null
         join memberships m on m.group_id = g.id and m.member_id = $5
         where p.id = $2 and p.deleted_at is null
           and ($3::uuid is null
                or (exists (select 1 from comments c where c.id = $4 and c.post_id = p.id and c.deleted_at is null)
                    and (select count(*) from comments r where r.parent_id = $3 and r.deleted_at is null) < $10))",
        new.id.0,
        new.post.0,
        new.answers.map(|(_, under)| under.0),
        new.answers.map(|(to, _)| to.0),
        new.author.0,
        new.text.body,
        new.text.html,
        new.text.lang,
        new.at,
        most
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// How many answers a comment has.
pub(super) async fn answers(db: &mut Db, id: CommentId) -> Result<i64, Fault> {
    // bare: to say why an answer was not taken
    let count = sqlx::query_scalar!(r#"select count(*) as "count!" from comments where parent_id = $1 and deleted_at is null"#, id.0);
    Ok(count.fetch_one(db).await?)
}

/// Notes who is mentioned in a comment, and nobody else any more.
pub(super) async fn mention(db: &mut Db, post: PostId, comment: CommentId, members: &[MemberId]) -> Result<(), Fault> {
    let members: Vec<Uuid> = members.iter().map(|member| member.0).collect();
    sqlx::query!("delete from mentions where comment_id = $1 and member_id <> all($2)", comment.0, &members).execute(&mut *db).await?;
    sqlx::query!(
        "insert into mentions (member_id, post_id, comment_id) select m, $1, $2 from unnest($3::uuid[]) m on conflict do nothing",
        post.0,
        comment.0,
        &members
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Holds a comment for a change by its author and answers what it says; none if it is gone or they take no part.
pub(super) async fn hold(db: &mut Db, id: CommentId, author: MemberId) -> Result<Option<String>, Fault> {
    // bare: the membership is asked in the statement itself
    let body = sqlx::query_scalar!(
        "select c.body from comments c
         join posts p on p.id = c.post_id and p.deleted_at is null
         join groups g on g.id = p.group_id and g.deleted_at is null and g.archived_at is null
         join memberships m on m.group_id = g.id and m.member_id = c.author_id
         where c.id = $1 and c.author_id = $2 and c.deleted_at is null
         for update of c",
        id.0,
        author.0
    );
    Ok(body.fetch_optional(db).await?)
}

/// Keeps what a held comment says now as a version, then lets it say something else.
pub(super) async fn rewrite(db: &mut Db, id: CommentId, text: Text<'_>, at: Timestamp) -> Result<(), Fault> {
    // bare: of a comment that `hold` let through
    sqlx::query!(
        "insert into comment_versions (comment_id, number, body, body_html, written_at)
         select id, coalesce((select max(number) from comment_versions where comment_id = $1), 0) + 1, body, body_html,
                coalesce(edited_at, created_at)
         from comments where id = $1",
        id.0
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!(
        "update comments set body = $2, body_html = $3, lang = $4, edited_at = $5 where id = $1",
        id.0,
        text.body,
        text.html,
        text.lang,
        at
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Puts a comment into the bin, if the member wrote it or manages its group. Answers whether it was not there yet.
pub(super) async fn delete(db: &mut Db, id: CommentId, by: MemberId, at: Timestamp) -> Result<bool, Fault> {
    // bare: the right is asked in the statement itself
    let done = sqlx::query!(
        "update comments c set deleted_at = $3, deleted_by = $2
         where c.id = $1 and c.deleted_at is null
           and (c.author_id = $2
                or exists (select 1 from posts p join memberships m on m.group_id = p.group_id
                           where p.id = c.post_id and m.member_id = $2 and m.role = 'manager'))",
        id.0,
        by.0,
        at
    );
    Ok(done.execute(db).await?.rows_affected() == 1)
}

/// Takes a comment out of the bin, on the same conditions. Answers whether it was there.
pub(super) async fn restore(db: &mut Db, id: CommentId, by: MemberId) -> Result<bool, Fault> {
    // bare: the right is asked in the statement itself
    let done = sqlx::query!(
        "update comments c set deleted_at = null, deleted_by = null
         where c.id = $1 and c.deleted_at is not null
           and (c.author_id = $2
                or exists (select 1 from posts p join memberships m on m.group_id = p.group_id
                           where p.id = c.post_id and m.member_id = $2 and m.role = 'manager'))",
        id.0,
        by.0
    );
    Ok(done.execute(db).await?.rows_affected() == 1)
}

/// What a comment says, as written.
pub(super) async fn source(db: &mut Db, viewer: Viewer, id: CommentId) -> Result<Option<String>, Fault> {
    let body = sqlx::query_scalar!(r#"select body as "body!" from visible_comments($1) where id = $2"#, viewer.id(), id.0);
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
