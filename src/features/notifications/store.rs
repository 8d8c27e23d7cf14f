//! Statements about notices.

mod followed;
mod surveyed;

use serde_json::Value;
use uuid::Uuid;

use crate::{
    authz::Viewer,
    db::{Activity, Db},
    features::notifications::model::{Notice, Telling},
    kernel::{
        CommentId, Cursor, Fault, GroupId, InvitationId, MemberId, NoticeId, PostId, Slice, SurveyId,
        Timestamp,
    },
};

pub(super) use followed::*;
pub(super) use surveyed::*;

/// A recorded fact.
pub(super) async fn activity(db: &mut Db, id: i64) -> Result<Option<Activity>, Fault> {
    let row =
        sqlx::query!(r#"select at, actor_id as "actor_id: MemberId", fact from activity where id = $1"#, id)
            .fetch_optional(db)
            .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Activity { id, at: row.at, actor: row.actor_id, fact: serde_json::from_value(row.fact)? }))
}

/// Who is named in a post or comment that still stands, and has no line about it yet.
pub(super) async fn mentioned(
    db: &mut Db,
    post: PostId,
    comment: Option<CommentId>,
) -> Result<Vec<MemberId>, Fault> {
    let members = sqlx::query_scalar!(
        r#"select m.member_id as "member_id: MemberId" from mentions m
           where m.post_id = $1 and m.comment_id is not distinct from $2
             and not exists (select 1 from notices n where n.member_id = m.member_id and n.kind = 'mention'
                             and n.post_id = $1 and n.comment_id is not distinct from $2) -- bare: asked before anyone is told"#,
        post.0,
        comment.map(|comment| comment.0)
    )
    .fetch_all(db)
    .await?;
    Ok(members)
}

/// Who wrote a post.
pub(super) async fn post_author(db: &mut Db, post: PostId) -> Result<Option<MemberId>, Fault> {
    // bare: whether the author may still see it is asked when the line is written
    let author = sqlx::query_scalar!(
        r#"select author_id as "author: MemberId" from posts where id = $1 and deleted_at is null"#,
        post.0
    )
    .fetch_optional(db)
    .await?;
    Ok(author)
}

/// Who wrote a comment, and who has answered it.
pub(super) async fn thread_authors(db: &mut Db, parent: CommentId) -> Result<Vec<MemberId>, Fault> {
    // bare: whether they may still see it is asked when the line is written
    let authors = sqlx::query_scalar!(
        r#"select distinct author_id as "author: MemberId" from comments where (id = $1 or parent_id = $1) and deleted_at is null"#,
        parent.0
    )
    .fetch_all(db)
    .await?;
    Ok(authors)
}

/// Who wrote the post that someone reacted to, if the reaction still stands.
pub(super) async fn reacted_post(
    db: &mut Db,
    post: PostId,
    actor: MemberId,
    emoji: &str,
) -> Result<Option<MemberId>, Fault> {
    // bare: whether the author may still see it is asked when the line is written
    let author = sqlx::query_scalar!(
        r#"select p.author_id as "author: MemberId" from posts p join post_reactions r on r.post_id = p.id
           where p.id = $1 and p.deleted_at is null and r.member_id = $2 and r.emoji = $3"#,
        post.0,
        actor.0,
        emoji
    )
    .fetch_optional(db)
    .await?;
    Ok(author)
}

/// Who wrote the comment that someone reacted to, if the reaction still stands.
pub(super) async fn reacted_comment(
    db: &mut Db,
    comment: CommentId,
    actor: MemberId,
    emoji: &str,
) -> Result<Option<MemberId>, Fault> {
    // bare: whether the author may still see it is asked when the line is written
    let author = sqlx::query_scalar!(
        r#"select c.author_id as "author: MemberId" from comments c join comment_reactions r on r.comment_id = c.id
           where c.id = $1 and c.deleted_at is null and r.member_id = $2 and r.emoji = $3"#,
        comment.0,
        actor.0,
        emoji
    )
    .fetch_optional(db)
    .await?;
    Ok(author)
}

/// What a poll asked, and who hears of its end: who took part, and its author.
pub(super) async fn asked(db: &mut Db, post: PostId) -> Result<(String, Vec<MemberId>), Fault> {
    // bare: whether they may still see it is asked when the line is written
    let row = sqlx::query!(
        r#"select q.question, array(select member_id from poll_voters v where v.post_id = p.id union select p.author_id) as "members!"
           from polls q join posts p on p.id = q.post_id and p.deleted_at is null where q.post_id = $1"#,
        post.0
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| (row.question, row.members.into_iter().map(MemberId).collect())).unwrap_or_default())
}

/// Who wants to hear of every publication in one of these groups.
pub(super) async fn followers(db: &mut Db, groups: &[GroupId]) -> Result<Vec<MemberId>, Fault> {
    // bare: whether they may still see it is asked when the line is written
    let members = sqlx::query_scalar!(
        r#"select distinct m.member_id as "member: MemberId" from memberships m join groups g on g.id = m.group_id
           where g.id = any ($1)
             and (coalesce(m.notify, g.notify) = 'everything'
                  or (coalesce(m.notify, g.notify) = 'mentions' and (g.kind = 'announcements' or g.source_since is not null)))"#,
        &groups.iter().map(|group| group.0).collect::<Vec<_>>()
    )
    .fetch_all(db)
    .await?;
    Ok(members)
}

/// Who is asked to confirm that they have read a post, and has not.
pub(super) async fn unacknowledged(db: &mut Db, post: PostId) -> Result<Vec<MemberId>, Fault> {
    // bare: whether they may still see it is asked when the line is written
    let members = sqlx::query_scalar!(
        r#"select a.member_id as "member!: MemberId" from posts p cross join lateral asked_readers(p.id) a
           where p.id = $1 and p.deleted_at is null and p.asks_since is not null and a.state <> 'done'"#,
        post.0
    );
    Ok(members.fetch_all(db).await?)
}

/// A post that was moved into a group and is there still: its author, whether they may read it there, how it begins.
pub(super) async fn moved(
    db: &mut Db,
    post: PostId,
    to: GroupId,
) -> Result<Option<(MemberId, bool, String)>, Fault> {
    // bare: told to its author
    let row = sqlx::query!(
        r#"select author_id as "author!: MemberId", coalesce(nullif(title, ''), left(excerpt, 80)) as "title!",
                  exists (select 1 from group_readers(p.group_id) r where r.id = p.author_id) as "reads!"
           from posts p where id = $1 and group_id = $2 and deleted_at is null"#,
        post.0,
        to.0
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| (row.author, row.reads, row.title)))
}

/// Who answers for a group.
pub(super) async fn managers(db: &mut Db, group: GroupId) -> Result<Vec<MemberId>, Fault> {
    // bare: managers of a group see its requests
    let managers = sqlx::query_scalar!(
        r#"select member_id as "member: MemberId" from memberships where group_id = $1 and role = 'manager'"#,
        group.0
    )
    .fetch_all(db)
    .await?;
    Ok(managers)
}

/// The groups that someone was the last to manage, each with those who can name somebody else.
pub(super) async fn orphaned_by(
    db: &mut Db,
    member: MemberId,
) -> Result<Vec<(GroupId, Vec<MemberId>)>, Fault> {
    let rows = sqlx::query!(
        // bare: told to those who administer groups, without the group's name
        r#"select mine.group_id as "group: GroupId",
                  (select coalesce(array_agg(a.id), '{}') from members a
                   where a.site_role in ('groups_administrator', 'administrator') and a.suspended_at is null and a.erased_at is null) as "administrators!"
           from memberships mine join groups g on g.id = mine.group_id and g.deleted_at is null
           where mine.member_id = $1 and mine.role = 'manager'
             and not exists (select 1 from memberships other join members p on p.id = other.member_id
                             where other.group_id = mine.group_id and other.role = 'manager' and other.member_id <> $1
                               and p.suspended_at is null and p.erased_at is null)"#,
        member.0
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.group, row.administrators.into_iter().map(MemberId).collect()))
        .collect())
}

/// Those who can name somebody to manage a group.
pub(super) async fn groups_administrators(db: &mut Db) -> Result<Vec<MemberId>, Fault> {
    // bare: whom the house itself tells
    let ids = sqlx::query_scalar!(
        r#"select id as "id: MemberId" from members
           where site_role in ('groups_administrator', 'administrator') and suspended_at is null and erased_at is null"#
    );
    Ok(ids.fetch_all(db).await?)
}

/// Who sent an invitation.
pub(super) async fn inviter(db: &mut Db, invitation: InvitationId) -> Result<Option<MemberId>, Fault> {
    // bare: the inviter's own invitation
    let inviter = sqlx::query_scalar!(
        r#"select invited_by as "inviter: MemberId" from invitations where id = $1"#,
        invitation.0
    )
    .fetch_optional(db)
    .await?;
    Ok(inviter.flatten())
}

/// Writes the lines of a telling and answers whose inbox changed. Content is told to those who may read its group
/// alone, where it stands by now and they meet it, and not to those who want to hear nothing of it; a fact that was told to someone before is not told again.
pub(super) async fn tell(
    db: &mut Db,
    activity: &Activity,
    actor: MemberId,
    telling: &Telling,
) -> Result<Vec<MemberId>, Fault> {
    let members: Vec<Uuid> = telling.members.iter().map(|member| member.0).collect();
    if members.is_empty() {
        return Ok(Vec::new());
    }
    let told = sqlx::query_scalar!(
        r#"with post as (select p.group_id, p.joint from posts p where p.id = $6),
           line as (
               insert into notices as n (id, member_id, kind, subject, group_id, post_id, comment_id, detail, first_at, last_at)
               select gen_random_uuid(), m.id, $3, $4, place.id, $6, $7, $8, $9, $9
               from members m -- bare: the condition is below
               left join post on true
               cross join lateral (select case when $6::uuid is null then $5 when post.joint then met_in(m.id, $6) else post.group_id end as id offset 0) place
               where m.id = any($1) and m.suspended_at is null and m.erased_at is null
                 and ($6::uuid is null or exists (select 1 from group_readers(place.id) r where r.id = m.id))
                 and ($6::uuid is null or not exists (select 1 from memberships s join groups g on g.id = s.group_id
                                                      where s.group_id = place.id and s.member_id = m.id and coalesce(s.notify, g.notify) = 'nothing'))
                 and not exists (select 1 from notice_actors a join notices old on old.id = a.notice_id
                                 where a.activity_id = $10 and old.member_id = m.id)
               on conflict (member_id, kind, subject) where read_at is null
               do update set last_at = greatest(n.last_at, excluded.last_at), comment_id = excluded.comment_id, detail = excluded.detail
               returning n.id, n.member_id),
           told as (insert into notice_actors (notice_id, actor_id, activity_id, at) select id, $2, $10, $9 from line on conflict do nothing)
           select member_id as "member!: MemberId" from line"#,
        &members,
        actor.0,
        telling.kind.as_str(),
        telling.subject,
        telling.group.map(|group| group.0),
        telling.post.map(|post| post.0),
        telling.comment.map(|comment| comment.0),
        telling.detail,
        activity.at,
        activity.id
    )
    .fetch_all(db)
    .await?;
    Ok(told)
}

/// How many lines are unread.
pub(super) async fn unread(db: &mut Db, viewer: Viewer) -> Result<i64, Fault> {
    let n = sqlx::query_scalar!(
        r#"select count(*) as "n!" from visible_notices($1) where read_at is null"#,
        viewer.id()
    )
    .fetch_one(db)
    .await?;
    Ok(n)
}

struct Row {
    id: NoticeId,
    kind: String,
    post: Option<PostId>,
    comment: Option<CommentId>,
    survey: Option<SurveyId>,
    group_slug: Option<String>,
    group_name: Option<String>,
    title: String,
    quote: String,
    detail: String,
    at: Timestamp,
    read: bool,
    people: i64,
    known: Value,
}

impl Row {
    fn into_notice(self) -> Result<Notice, Fault> {
        Ok(Notice {
            id: self.id,
            kind: self.kind,
            post: self.post,
            comment: self.comment,
            survey: self.survey,
            group_slug: self.group_slug,
            group_name: self.group_name,
            title: self.title,
            quote: self.quote,
            detail: self.detail,
            at: self.at,
            read: self.read,
            people: self.people,
            known: serde_json::from_value(self.known)?,
        })
    }
}

/// Which lines are asked for.
#[derive(Clone, Copy, Default)]
pub(super) struct Wanted {
    pub(super) one: Option<NoticeId>,
    pub(super) unread: bool,
    pub(super) before: Option<Cursor>,
}

/// Lines, newest first.
pub(super) async fn list(
    db: &mut Db,
    viewer: Viewer,
    wanted: Wanted,
    most: usize,
) -> Result<Slice<Notice>, Fault> {
    let rows = sqlx::query_as!(
        Row,
        r#"select n.id as "id!: NoticeId", n.kind as "kind!", n.post_id as "post: PostId", n.comment_id as "comment: CommentId",
                  case when n.kind = 'rhythm_ended' then (
                      select s.id from visible_surveys($1) s where 'survey:' || s.id = n.subject) end as "survey: SurveyId",
                  g.slug as "group_slug?", g.name as "group_name?",
                  coalesce(nullif(p.title, ''), left(p.excerpt, 80), '') as "title!", coalesce(left(c.body, 160), '') as "quote!",
                  n.detail as "detail!", n.last_at as "at!", n.read_at is not null as "read!",
                  (select count(distinct a.actor_id) from notice_actors a where a.notice_id = n.id) as "people!",
                  (select coalesce(jsonb_agg(to_jsonb(who) order by who.last desc), '[]') from (
                       select m.id, m.name, m.photo_version, m.rings, max(a.at) as last
                       from notice_actors a join visible_members($1) m on m.id = a.actor_id
                       where a.notice_id = n.id group by m.id, m.name, m.photo_version, m.rings order by last desc limit 2) who) as "known!"
           from visible_notices($1) n
           left join visible_groups($1) g on g.id = n.group_id
           left join visible_posts($1) p on p.id = n.post_id
           left join visible_comments($1) c on c.id = n.comment_id
           where ($2::uuid is null or n.id = $2) and (not $3 or n.read_at is null)
             and ($4::timestamptz is null or (n.last_at, n.id) < ($4, $5::uuid))
           order by n.last_at desc, n.id desc limit $6"#,
        viewer.id(),
        wanted.one.map(|id| id.0),
        wanted.unread,
        wanted.before.map(|cursor| cursor.at),
        wanted.before.map(|cursor| cursor.id),
        i64::try_from(most).unwrap_or(i64::MAX) + 1
    )
    .fetch_all(db)
    .await?;
    let notices = rows.into_iter().map(Row::into_notice).collect::<Result<_, _>>()?;
    Ok(Slice::cut(notices, most))
}

/// Marks lines as read: one, those about a post, or all. Answers how many were not.
pub(super) async fn mark_read(
    db: &mut Db,
    member: MemberId,
    (one, post): (Option<NoticeId>, Option<PostId>),
    now: Timestamp,
) -> Result<u64, Fault> {
    let done = sqlx::query!(
        "update notices set read_at = $4
         where member_id = $1 and read_at is null and ($2::uuid is null or id = $2) and ($3::uuid is null or post_id = $3)",
        member.0,
        one.map(|id| id.0),
        post.map(|id| id.0),
        now
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected())
}
