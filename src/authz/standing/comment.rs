//! Comments, shown and in the bin.

use serde::Deserialize;

use super::{group::GroupRow, group::GroupStanding, samples};
use crate::{
    authz::{Actor, Resource},
    db::Db,
    kernel::{CommentId, Fault, PostId},
};

/// A comment.
pub struct Comment;

/// `/comments/{comment}` and below
#[derive(Deserialize)]
pub struct CommentPath {
    /// Which.
    pub comment: CommentId,
}

/// What the actor is to a comment they may see.
#[derive(Clone, Debug)]
pub struct CommentStanding {
    /// Which.
    pub id: CommentId,
    /// On which post.
    pub post: PostId,
    /// The comment it answers, if it answers one.
    pub parent: Option<CommentId>,
    /// Whether they wrote it.
    pub mine: bool,
    /// Whether nobody comments on the post any more.
    pub closed: bool,
    /// The post's group.
    pub group: GroupStanding,
}

#[derive(sqlx::FromRow)]
struct CommentRow {
    #[sqlx(flatten)]
    group: GroupRow,
    post_id: PostId,
    parent_id: Option<CommentId>,
    mine: bool,
    closed: bool,
}

impl CommentRow {
    fn into_standing(self, id: CommentId) -> CommentStanding {
        CommentStanding {
            id,
            post: self.post_id,
            parent: self.parent_id,
            mine: self.mine,
            closed: self.closed,
            group: self.group.into(),
        }
    }
}

impl Resource for Comment {
    type Path = CommentPath;
    type Standing = CommentStanding;
    const NAME: &'static str = "Comment";

    async fn standing(db: &mut Db, who: &Actor, at: CommentPath) -> Result<Option<CommentStanding>, Fault> {
        let row: Option<CommentRow> = sqlx::query_as(
            "select s.*, c.post_id, c.parent_id, c.author_id = $1 as mine, p.comments_closed_at is not null as closed
             from visible_comments($1) c join visible_posts($1) p on p.id = c.post_id
             join group_standings($1) s on s.group_id = p.group_id where c.id = $2",
        )
        .bind(who.viewer().id())
        .bind(at.comment)
        .fetch_optional(db)
        .await?;
        Ok(row.map(|row| row.into_standing(at.comment)))
    }

    fn samples() -> Vec<(&'static str, CommentStanding)> {
        samples::comments()
    }
}

/// A comment in the bin.
pub struct DeletedComment;

impl Resource for DeletedComment {
    type Path = CommentPath;
    type Standing = CommentStanding;
    const NAME: &'static str = "DeletedComment";

    async fn standing(db: &mut Db, who: &Actor, at: CommentPath) -> Result<Option<CommentStanding>, Fault> {
        let row: Option<CommentRow> = sqlx::query_as(
            "select s.*, c.post_id, c.parent_id, c.author_id = $1 as mine, p.comments_closed_at is not null as closed
             from visible_deleted_comments($1) c join visible_posts($1) p on p.id = c.post_id
             join group_standings($1) s on s.group_id = p.group_id where c.id = $2",
        )
        .bind(who.viewer().id())
        .bind(at.comment)
        .fetch_optional(db)
        .await?;
        Ok(row.map(|row| row.into_standing(at.comment)))
    }

    fn samples() -> Vec<(&'static str, CommentStanding)> {
        samples::comments()
    }
}
