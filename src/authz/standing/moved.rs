//! Posts that one has moved to another group.

use super::{
    group::{GroupRow, GroupStanding},
    post::PostPath,
    samples,
};
use crate::{
    authz::{Actor, Resource},
    db::Db,
    kernel::{Fault, GroupId, PostId, PostMoveId},
};

/// A post that the actor has moved.
pub struct MovedPost;

/// What the actor is to a post that they have moved, where it stands now.
#[derive(Clone, Debug)]
pub struct MovedPostStanding {
    /// Which move.
    pub id: PostMoveId,
    /// Which post.
    pub post: PostId,
    /// Where it stands.
    pub to: GroupId,
    /// The group it stood in.
    pub group: GroupStanding,
}

#[derive(sqlx::FromRow)]
struct MovedPostRow {
    #[sqlx(flatten)]
    group: GroupRow,
    id: PostMoveId,
    to_group: GroupId,
}

impl Resource for MovedPost {
    type Path = PostPath;
    type Standing = MovedPostStanding;
    const NAME: &'static str = "MovedPost";

    async fn standing(db: &mut Db, who: &Actor, at: PostPath) -> Result<Option<MovedPostStanding>, Fault> {
        let row: Option<MovedPostRow> = sqlx::query_as(
            "select s.*, m.id, m.to_group from visible_moves($1) m join group_standings($1) s on s.group_id = m.from_group
             where m.post_id = $2",
        )
        .bind(who.viewer().id())
        .bind(at.post)
        .fetch_optional(db)
        .await?;
        let standing = |row: MovedPostRow| MovedPostStanding {
            id: row.id,
            post: at.post,
            to: row.to_group,
            group: row.group.into(),
        };
        Ok(row.map(standing))
    }

    fn samples() -> Vec<(&'static str, MovedPostStanding)> {
        samples::moved_posts()
    }
}
