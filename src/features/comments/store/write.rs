//! Statements that change comments. Each repeats the condition that its permit proved, so that a right that ended a
//! moment ago has ended here too.

use uuid::Uuid;

use crate::{
    db::Db,
    kernel::{CommentId, Fault, GroupId, MemberId, PostId, Timestamp},
};

/// A comment about to be stored.
pub(in super::super) struct Written<'a> {
    pub id: CommentId,
    /// The post, and the group it stands in as far as the writer knows.
    pub post: PostId,
    pub group: GroupId,
    /// The comment it answers and the first-level one it stands under.
    pub answers: Option<(CommentId, CommentId)>,
    pub author: MemberId,
    pub text: Text<'a>,
    pub at: Timestamp,
}

/// What a comment says, as written and as shown.
#[derive(Clone, Copy)]
pub(in super::super) struct Text<'a> {
    pub body: &'a str,
    pub html: &'a str,
    pub lang: &'static str,
}

/// Stores a comment, if its author takes part still and what it is about is there and in the same group. The post stays
/// there until the end, so that moving it and commenting on it have an order. Answers whether it did.
pub(in super::super) async fn insert(db: &mut Db, new: Written<'_>, most: i64) -> Result<bool, Fault> {
    // bare: the membership is asked in the statement itself
    let done = sqlx::query!(
        "insert into comments (id, post_id, parent_id, author_id, body, body_html, lang, created_at)
         select $1, p.id, $3, m.member_id, $6, $7, $8, $9
         from posts p
         join groups g on g.id = $11 and g.deleted_at is null and g.archived_at is null
         join memberships m on m.group_id = g.id and m.member_id = $5 and role_reaches(m.role, g.may_comment)
         where p.id = $2 and p.deleted_at is null and (p.group_id = $11 or (p.joint and exists (select 1 from joint_posts j where j.post_id = p.id and j.group_id = $11)))
           and p.comments_closed_at is null
           and ($3::uuid is null
                or (exists (select 1 from comments c where c.id = $4 and c.post_id = p.id and c.deleted_at is null)
                    and (select count(*) from comments r where r.parent_id = $3 and r.deleted_at is null) < $10))
         for share of p",
        new.id.0,
        new.post.0,
        new.answers.map(|(_, under)| under.0),
        new.answers.map(|(to, _)| to.0),
        new.author.0,
        new.text.body,
        new.text.html,
        new.text.lang,
        new.at,
        most,
        new.group.0
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Whether nobody comments on a post any more.
pub(in super::super) async fn is_closed(db: &mut Db, post: PostId) -> Result<bool, Fault> {
    // bare: to say why a comment was not taken
    let closed = sqlx::query_scalar!(
        r#"select comments_closed_at is not null as "closed!" from posts where id = $1 and deleted_at is null"#,
        post.0
    );
    Ok(closed.fetch_optional(db).await?.unwrap_or(false))
}

/// How many answers a comment has.
pub(in super::super) async fn answers(db: &mut Db, id: CommentId) -> Result<i64, Fault> {
    // bare: to say why an answer was not taken
    let count = sqlx::query_scalar!(
        r#"select count(*) as "count!" from comments where parent_id = $1 and deleted_at is null"#,
        id.0
    );
    Ok(count.fetch_one(db).await?)
}

/// Notes who is mentioned in a comment, and nobody else any more.
pub(in super::super) async fn mention(
    db: &mut Db,
    post: PostId,
    comment: CommentId,
    members: &[MemberId],
) -> Result<(), Fault> {
    let members: Vec<Uuid> = members.iter().map(|member| member.0).collect();
    sqlx::query!("delete from mentions where comment_id = $1 and member_id <> all($2)", comment.0, &members)
        .execute(&mut *db)
        .await?;
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
pub(in super::super) async fn hold(
    db: &mut Db,
    id: CommentId,
    author: MemberId,
) -> Result<Option<String>, Fault> {
    // bare: the membership is asked in the statement itself
    let body = sqlx::query_scalar!(
        "select c.body from comments c
         join posts p on p.id = c.post_id and p.deleted_at is null
         cross join lateral post_groups(p.id) s
         join groups g on g.id = s.group_id and g.deleted_at is null and g.archived_at is null
         join memberships m on m.group_id = g.id and m.member_id = c.author_id
         where c.id = $1 and c.author_id = $2 and c.deleted_at is null
         for update of c",
        id.0,
        author.0
    );
    Ok(body.fetch_optional(db).await?)
}

/// Keeps what a held comment says now as a version, then lets it say something else.
pub(in super::super) async fn rewrite(
    db: &mut Db,
    id: CommentId,
    text: Text<'_>,
    at: Timestamp,
) -> Result<(), Fault> {
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

/// Puts a comment into the bin, or takes it out if it went there after an instant, if the member wrote it or manages its
/// group. Answers whether that changed something.
pub(in super::super) async fn bin(
    db: &mut Db,
    id: CommentId,
    by: MemberId,
    (at, since): (Option<Timestamp>, Timestamp),
) -> Result<bool, Fault> {
    // bare: the right is asked in the statement itself
    let done = sqlx::query!(
        "update comments c set deleted_at = $3::timestamptz, deleted_by = case when $3::timestamptz is null then null else $2::uuid end
         where c.id = $1 and (c.deleted_at is null) = ($3::timestamptz is not null)
           and (c.deleted_at is null or c.deleted_at > $4)
           and (c.author_id = $2
                or exists (select 1 from post_groups(c.post_id) s join memberships m on m.group_id = s.group_id
                           where m.member_id = $2 and m.role = 'manager'))",
        id.0,
        by.0,
        at,
        since
    );
    Ok(done.execute(db).await?.rows_affected() == 1)
}

/// Deletes what has been in the bin since before `until`, some at a time, and what hangs on it. A comment above answers
/// that are there, or can come back, keeps its place.
pub(in super::super) async fn delete_binned(db: &mut Db, until: Timestamp, most: i64) -> Result<u64, Fault> {
    let done = sqlx::query!(
        "delete from comments where id in (
             select c.id from comments c
             where c.deleted_at < $1
               and not exists (select 1 from comments r where r.parent_id = c.id and (r.deleted_at is null or r.deleted_at >= $1))
             order by c.deleted_at limit $2 for update skip locked)",
        until,
        most
    );
    Ok(done.execute(db).await?.rows_affected())
}

/// Takes from those that keep their place everything but the place.
pub(in super::super) async fn empty_binned(db: &mut Db, until: Timestamp, most: i64) -> Result<u64, Fault> {
    // bare: nobody reads them; the clock empties them
    let done = sqlx::query_scalar!(
        r#"with emptied as (
               update comments set body = '', body_html = '' where id in (
                   select id from comments where deleted_at < $1 and body_html <> '' order by deleted_at limit $2 for update skip locked)
               returning id),
           versions as (delete from comment_versions v using emptied e where v.comment_id = e.id),
           named as (delete from mentions m using emptied e where m.comment_id = e.id),
           reactions as (delete from comment_reactions r using emptied e where r.comment_id = e.id),
           shown as (delete from pictures i using emptied e where i.comment_id = e.id)
           select count(*) as "count!" from emptied"#,
        until,
        most
    );
    Ok(u64::try_from(done.fetch_one(db).await?).unwrap_or_default())
}
