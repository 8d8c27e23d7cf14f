//! The statements of the floor.

use chrono::{DateTime, Utc};
use sqlx::{FromRow, PgConnection};
use uuid::Uuid;

/// How many first-level comments a discussion has.
const COMMENTS: i64 = 50;

/// A post with its author and group.
#[derive(FromRow)]
pub(crate) struct Post {
    pub(crate) id: Uuid,
    pub(crate) title: String,
    pub(crate) body_html: String,
    pub(crate) lang: String,
    pub(crate) published_at: DateTime<Utc>,
    pub(crate) edited: bool,
    pub(crate) views: i64,
    pub(crate) unread: bool,
    pub(crate) comments: i64,
    pub(crate) author_id: Uuid,
    pub(crate) author: String,
    pub(crate) headline: String,
    pub(crate) slug: String,
    pub(crate) group_name: String,
    pub(crate) level: String,
    pub(crate) icon: String,
    pub(crate) hue: String,
}

/// A comment with its author.
#[derive(FromRow)]
pub(crate) struct Comment {
    pub(crate) id: Uuid,
    pub(crate) post_id: Uuid,
    pub(crate) parent_id: Option<Uuid>,
    pub(crate) body_html: String,
    pub(crate) lang: String,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) edited: bool,
    pub(crate) author_id: Uuid,
    pub(crate) author: String,
    pub(crate) headline: String,
}

/// How often an emoji was given to a post or a comment.
#[derive(FromRow)]
pub(crate) struct Reaction {
    pub(crate) id: Uuid,
    pub(crate) emoji: String,
    pub(crate) count: i64,
    pub(crate) mine: bool,
}

/// The newest posts of a member's groups: the newest of each group by its index, merged.
pub(crate) async fn feed(db: &mut PgConnection, member: Uuid, most: i64) -> sqlx::Result<Vec<Post>> {
    sqlx::query_as(include_str!("feed.sql")).bind(member).bind(most).fetch_all(db).await
}

/// One post.
pub(crate) async fn post(db: &mut PgConnection, member: Uuid, post: Uuid) -> sqlx::Result<Option<Post>> {
    sqlx::query_as(include_str!("post.sql")).bind(member).bind(post).fetch_optional(db).await
}

/// The reactions of these posts.
pub(crate) async fn post_reactions(
    db: &mut PgConnection,
    member: Uuid,
    posts: &[Uuid],
) -> sqlx::Result<Vec<Reaction>> {
    sqlx::query_as(include_str!("post_reactions.sql")).bind(member).bind(posts).fetch_all(db).await
}

/// The reactions of these comments.
pub(crate) async fn comment_reactions(
    db: &mut PgConnection,
    member: Uuid,
    comments: &[Uuid],
) -> sqlx::Result<Vec<Reaction>> {
    sqlx::query_as(include_str!("comment_reactions.sql")).bind(member).bind(comments).fetch_all(db).await
}

/// The last two comments of each of these posts.
pub(crate) async fn last_comments(db: &mut PgConnection, posts: &[Uuid]) -> sqlx::Result<Vec<Comment>> {
    sqlx::query_as(include_str!("last_comments.sql")).bind(posts).fetch_all(db).await
}

/// The last first-level comments of a post with the answers to them.
pub(crate) async fn comments(db: &mut PgConnection, post: Uuid) -> sqlx::Result<Vec<Comment>> {
    sqlx::query_as(include_str!("comments.sql")).bind(post).bind(COMMENTS).fetch_all(db).await
}
