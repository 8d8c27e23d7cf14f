//! Statements over reactions, once for posts and once for comments: each has its own table, so that the database
//! knows what they hang on.

use uuid::Uuid;

use super::super::store::Counted;
use crate::{
    authz::Viewer,
    db::Db,
    kernel::{CommentId, Fault, MemberId, PostId, Timestamp},
};

/// A reaction by someone.
#[derive(Clone, Copy)]
pub(in super::super) struct Given<'a> {
    pub member: MemberId,
    pub emoji: &'a str,
    pub at: Timestamp,
}

/// Sets a reaction to a post, if the member takes part and there is room for its kind. Answers whether it is new.
pub(in super::super) async fn give_to_post(
    db: &mut Db,
    post: PostId,
    given: Given<'_>,
    most: i64,
) -> Result<bool, Fault> {
    // bare: the membership is asked in the statement itself
    let done = sqlx::query!(
        "insert into post_reactions (post_id, member_id, emoji, at)
         select p.id, m.member_id, $3, $4
         from posts p
         join groups g on g.id = p.group_id and g.deleted_at is null and g.archived_at is null
         join memberships m on m.group_id = g.id and m.member_id = $2
         where p.id = $1 and p.deleted_at is null
           and (exists (select 1 from post_reactions r where r.post_id = $1 and r.emoji = $3)
                or (select count(distinct r.emoji) from post_reactions r where r.post_id = $1) < $5)
         on conflict do nothing",
        post.0,
        given.member.0,
        given.emoji,
        given.at,
        most
    );
    Ok(done.execute(db).await?.rows_affected() == 1)
}

/// The same for a comment.
pub(in super::super) async fn give_to_comment(
    db: &mut Db,
    comment: CommentId,
    given: Given<'_>,
    most: i64,
) -> Result<bool, Fault> {
    // bare: the membership is asked in the statement itself
    let done = sqlx::query!(
        "insert into comment_reactions (comment_id, member_id, emoji, at)
         select c.id, m.member_id, $3, $4
         from comments c
         join posts p on p.id = c.post_id and p.deleted_at is null
         join groups g on g.id = p.group_id and g.deleted_at is null and g.archived_at is null
         join memberships m on m.group_id = g.id and m.member_id = $2
         where c.id = $1 and c.deleted_at is null
           and (exists (select 1 from comment_reactions r where r.comment_id = $1 and r.emoji = $3)
                or (select count(distinct r.emoji) from comment_reactions r where r.comment_id = $1) < $5)
         on conflict do nothing",
        comment.0,
        given.member.0,
        given.emoji,
        given.at,
        most
    );
    Ok(done.execute(db).await?.rows_affected() == 1)
}

/// Takes a reaction back. Answers whether it was there.
pub(in super::super) async fn withdraw_from_post(
    db: &mut Db,
    post: PostId,
    given: Given<'_>,
) -> Result<bool, Fault> {
    let done = sqlx::query!(
        "delete from post_reactions where post_id = $1 and member_id = $2 and emoji = $3",
        post.0,
        given.member.0,
        given.emoji
    );
    Ok(done.execute(db).await?.rows_affected() == 1)
}

/// The same for a comment.
pub(in super::super) async fn withdraw_from_comment(
    db: &mut Db,
    comment: CommentId,
    given: Given<'_>,
) -> Result<bool, Fault> {
    let done = sqlx::query!(
        "delete from comment_reactions where comment_id = $1 and member_id = $2 and emoji = $3",
        comment.0,
        given.member.0,
        given.emoji
    );
    Ok(done.execute(db).await?.rows_affected() == 1)
}

/// Whether a reaction is there, and how many kinds there are.
pub(in super::super) async fn post_state(
    db: &mut Db,
    post: PostId,
    given: Given<'_>,
) -> Result<(bool, i64), Fault> {
    // bare: to say why a reaction was not taken
    let row = sqlx::query!(
        r#"select coalesce(bool_or(member_id = $2 and emoji = $3), false) as "mine!", count(distinct emoji) as "kinds!"
           from post_reactions where post_id = $1"#,
        post.0,
        given.member.0,
        given.emoji
    )
    .fetch_one(db)
    .await?;
    Ok((row.mine, row.kinds))
}

/// The same for a comment.
pub(in super::super) async fn comment_state(
    db: &mut Db,
    comment: CommentId,
    given: Given<'_>,
) -> Result<(bool, i64), Fault> {
    // bare: to say why a reaction was not taken
    let row = sqlx::query!(
        r#"select coalesce(bool_or(member_id = $2 and emoji = $3), false) as "mine!", count(distinct emoji) as "kinds!"
           from comment_reactions where comment_id = $1"#,
        comment.0,
        given.member.0,
        given.emoji
    )
    .fetch_one(db)
    .await?;
    Ok((row.mine, row.kinds))
}

/// The reactions to a post, through someone's eyes; none are theirs where nobody looks.
pub(in super::super) async fn of_post(
    db: &mut Db,
    member: Option<MemberId>,
    post: PostId,
) -> Result<Vec<Counted>, Fault> {
    // bare: of a post that a permit or a topic let through
    let rows = sqlx::query_as!(
        Counted,
        r#"select emoji, count(*) as "n!", coalesce(bool_or(member_id = $1), false) as "mine!"
           from post_reactions where post_id = $2 group by emoji order by min(at), emoji"#,
        member.map(|member| member.0),
        post.0
    );
    Ok(rows.fetch_all(db).await?)
}

/// The same for a comment.
pub(in super::super) async fn of_comment(
    db: &mut Db,
    member: Option<MemberId>,
    comment: CommentId,
) -> Result<Vec<Counted>, Fault> {
    // bare: of a comment that a permit or a topic let through
    let rows = sqlx::query_as!(
        Counted,
        r#"select emoji, count(*) as "n!", coalesce(bool_or(member_id = $1), false) as "mine!"
           from comment_reactions where comment_id = $2 group by emoji order by min(at), emoji"#,
        member.map(|member| member.0),
        comment.0
    );
    Ok(rows.fetch_all(db).await?)
}

/// Someone who reacted, or without an id someone the reader may not know.
pub(in super::super) struct WhoRow {
    pub emoji: String,
    /// How many gave this emoji.
    pub n: i64,
    pub id: Option<MemberId>,
    pub name: Option<String>,
    pub headline: Option<String>,
    pub photo: Option<Uuid>,
}

/// Who reacted to a post: the kinds given most first, in them the latest hundred.
pub(in super::super) async fn who_post(
    db: &mut Db,
    viewer: Viewer,
    post: PostId,
) -> Result<Vec<WhoRow>, Fault> {
    // bare: of a post that visible_posts let through
    let rows = sqlx::query_as!(
        WhoRow,
        r#"select r.emoji, r.n as "n!", a.id as "id?: MemberId", a.name as "name?",
                  a.headline as "headline?", a.photo_version as "photo?"
           from (select r.emoji, r.member_id, r.at, count(*) over (partition by r.emoji) as n,
                        row_number() over (partition by r.emoji order by r.at desc) as place
                 from visible_posts($1) p join post_reactions r on r.post_id = p.id where p.id = $2) r
           left join visible_members($1) a on a.id = r.member_id
           where r.place <= 100 order by r.n desc, r.emoji, r.at desc"#,
        viewer.id(),
        post.0
    );
    Ok(rows.fetch_all(db).await?)
}

/// The same for a comment.
pub(in super::super) async fn who_comment(
    db: &mut Db,
    viewer: Viewer,
    comment: CommentId,
) -> Result<Vec<WhoRow>, Fault> {
    // bare: of a comment that visible_comments let through
    let rows = sqlx::query_as!(
        WhoRow,
        r#"select r.emoji, r.n as "n!", a.id as "id?: MemberId", a.name as "name?",
                  a.headline as "headline?", a.photo_version as "photo?"
           from (select r.emoji, r.member_id, r.at, count(*) over (partition by r.emoji) as n,
                        row_number() over (partition by r.emoji order by r.at desc) as place
                 from visible_comments($1) c join comment_reactions r on r.comment_id = c.id where c.id = $2) r
           left join visible_members($1) a on a.id = r.member_id
           where r.place <= 100 order by r.n desc, r.emoji, r.at desc"#,
        viewer.id(),
        comment.0
    );
    Ok(rows.fetch_all(db).await?)
}
