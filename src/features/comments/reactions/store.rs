//! Statements over reactions. Posts and comments each have their own table, so that the database knows what they hang
//! on; ids are unique among both, so that reading asks both at once.

use uuid::Uuid;

use super::super::{model::Subject, store::Counted};
use crate::{
    authz::Viewer,
    db::Db,
    kernel::{Fault, MemberId, Timestamp},
    ui::Rings,
};

/// A reaction by someone.
#[derive(Clone, Copy)]
pub(in super::super) struct Given<'a> {
    pub member: MemberId,
    pub emoji: &'a str,
    pub at: Timestamp,
}

/// Sets a reaction, if the member takes part and there is room for its kind. Answers whether it is new.
pub(in super::super) async fn give(
    db: &mut Db,
    to: Subject,
    given: Given<'_>,
    most: i64,
) -> Result<bool, Fault> {
    // bare: the membership is asked in the statement itself
    let done = sqlx::query!(
        "with kinds as (
             select emoji from post_reactions where post_id = $1 union select emoji from comment_reactions where comment_id = $1),
         there as (
             select p.id as post_id, null::uuid as comment_id, s.group_id from posts p cross join lateral post_groups(p.id) s where p.id = $1 and p.deleted_at is null
             union all
             select null, c.id, s.group_id from comments c join posts p on p.id = c.post_id and p.deleted_at is null cross join lateral post_groups(p.id) s
             where c.id = $1 and c.deleted_at is null),
         fine as (
             select t.post_id, t.comment_id from there t
             join groups g on g.id = t.group_id and g.deleted_at is null and g.archived_at is null
             join memberships m on m.group_id = g.id and m.member_id = $2 and role_reaches(m.role, g.may_react)
             where $3 in (select emoji from kinds) or (select count(*) from kinds) < $5),
         of_post as (
             insert into post_reactions (post_id, member_id, emoji, at)
             select post_id, $2, $3, $4 from fine where post_id is not null on conflict do nothing returning 1),
         of_comment as (
             insert into comment_reactions (comment_id, member_id, emoji, at)
             select comment_id, $2, $3, $4 from fine where comment_id is not null on conflict do nothing returning 1)
         select 1 as done from of_post union all select 1 from of_comment",
        to.id(),
        given.member.0,
        given.emoji,
        given.at,
        most
    );
    Ok(done.fetch_optional(db).await?.is_some())
}

/// Takes a reaction back. Answers whether it was there.
pub(in super::super) async fn withdraw(db: &mut Db, from: Subject, given: Given<'_>) -> Result<bool, Fault> {
    let (id, member) = (from.id(), given.member.0);
    let done = sqlx::query!(
        "with of_post as (delete from post_reactions where post_id = $1 and member_id = $2 and emoji = $3 returning 1),
              of_comment as (delete from comment_reactions where comment_id = $1 and member_id = $2 and emoji = $3 returning 1)
         select 1 as done from of_post union all select 1 from of_comment",
        id,
        member,
        given.emoji
    );
    Ok(done.fetch_optional(db).await?.is_some())
}

/// Whether a reaction is there, and how many kinds there are.
pub(in super::super) async fn state(
    db: &mut Db,
    of: Subject,
    given: Given<'_>,
) -> Result<(bool, i64), Fault> {
    // bare: to say why a reaction was not taken
    let row = sqlx::query!(
        r#"select coalesce(bool_or(member_id = $2 and emoji = $3), false) as "mine!", count(distinct emoji) as "kinds!"
           from (select emoji, member_id from post_reactions where post_id = $1
                 union all select emoji, member_id from comment_reactions where comment_id = $1) r"#,
        of.id(),
        given.member.0,
        given.emoji
    );
    let row = row.fetch_one(db).await?;
    Ok((row.mine, row.kinds))
}

/// What the reactions amount to, and which of them are this member's.
pub(in super::super) async fn counted(
    db: &mut Db,
    member: Option<MemberId>,
    of: Subject,
) -> Result<Vec<Counted>, Fault> {
    // bare: of something that a permit or a topic let through
    let rows = sqlx::query_as!(
        Counted,
        r#"select emoji as "emoji!", count(*) as "n!", coalesce(bool_or(member_id = $1), false) as "mine!"
           from (select emoji, member_id, at from post_reactions where post_id = $2
                 union all select emoji, member_id, at from comment_reactions where comment_id = $2) r
           group by emoji order by min(at), emoji"#,
        member.map(|member| member.0),
        of.id()
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
    pub rings: Option<Rings>,
}

/// Who reacted: the kinds given most first, in them the latest hundred.
pub(in super::super) async fn who(db: &mut Db, viewer: Viewer, to: Subject) -> Result<Vec<WhoRow>, Fault> {
    // bare: of something that visible_posts or visible_comments let through
    let rows = sqlx::query_as!(
        WhoRow,
        r#"with given as (
               select r.emoji, r.member_id, r.at from visible_posts($1) p join post_reactions r on r.post_id = p.id where p.id = $2
               union all
               select r.emoji, r.member_id, r.at from visible_comments($1) c join comment_reactions r on r.comment_id = c.id where c.id = $2)
           select r.emoji as "emoji!", r.n as "n!", a.id as "id?: MemberId", a.name as "name?", a.headline as "headline?",
                  a.photo_version as "photo?", a.rings as "rings?: Rings"
           from (select emoji, member_id, at, count(*) over (partition by emoji) as n,
                        row_number() over (partition by emoji order by at desc) as place from given) r
           left join visible_members($1) a on a.id = r.member_id
           where r.place <= 100 order by r.n desc, r.emoji, r.at desc"#,
        viewer.id(),
        to.id()
    );
    Ok(rows.fetch_all(db).await?)
}
