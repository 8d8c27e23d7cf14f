//! The statements about what was published.

use crate::{
    authz::Viewer,
    db::Db,
    kernel::{MemberId, PostId, Timestamp},
};

/// A post as the calendar names it.
pub(super) struct Published {
    pub(super) id: PostId,
    pub(super) title: String,
    pub(super) excerpt: String,
    pub(super) lang: String,
    pub(super) group_name: String,
    pub(super) group_slug: String,
    pub(super) author: MemberId,
    pub(super) author_name: Option<String>,
    pub(super) at: Timestamp,
}

/// What was published between two instants, by the viewer or in groups where they publish for others, the newest first.
/// By `posts_by_group`.
pub(super) async fn published(
    db: &mut Db,
    viewer: Viewer,
    (from, until): (Timestamp, Timestamp),
    most: i64,
) -> sqlx::Result<Vec<Published>> {
    // bare: the viewer's own memberships; of the posts of these groups, those that visible_posts lets through
    sqlx::query_as!(
        Published,
        r#"select p.id as "id!: PostId", p.title as "title!", p.excerpt as "excerpt!", p.lang as "lang!", g.name as "group_name!",
                  g.slug as "group_slug!", p.author_id as "author!: MemberId", a.name as "author_name?", p.published_at as "at!"
           from memberships m join groups g on g.id = m.group_id
           join posts own on own.group_id = m.group_id and own.published_at >= $2 and own.published_at < $3 and own.deleted_at is null
           join visible_posts($1) p on p.id = own.id
           left join visible_members($1) a on a.id = p.author_id and p.anonymised_at is null
           where m.member_id = $1 and (p.author_id = $1 or m.role in ('manager', 'publisher'))
           order by p.published_at desc, p.id desc limit $4"#,
        viewer.id(),
        from,
        until,
        most
    )
    .fetch_all(db)
    .await
}

/// What a post says.
pub(super) struct Said {
    pub(super) title: String,
    pub(super) body: String,
}

/// What a post says, if the viewer may read it.
pub(super) async fn said(db: &mut Db, viewer: Viewer, post: PostId) -> sqlx::Result<Option<Said>> {
    sqlx::query_as!(
        Said,
        r#"select title as "title!", body as "body!" from visible_posts($1) where id = $2"#,
        viewer.id(),
        post.0
    )
    .fetch_optional(db)
    .await
}
