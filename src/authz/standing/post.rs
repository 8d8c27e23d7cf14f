//! Posts, shown and in the bin.

use serde::Deserialize;

use super::{group::GroupRow, group::GroupStanding, samples};
use crate::{
    authz::{Actor, Resource},
    db::Db,
    kernel::{Fault, PostId},
};

/// A post.
pub struct Post;

/// `/posts/{post}` and below
#[derive(Deserialize)]
pub struct PostPath {
    /// Which.
    pub post: PostId,
}

/// What the actor is to a post they may see.
#[derive(Clone, Debug)]
pub struct PostStanding {
    /// Which.
    pub id: PostId,
    /// Whether they wrote it.
    pub mine: bool,
    /// Whether nobody comments on it any more.
    pub closed: bool,
    /// Whether it is a discussion of several groups.
    pub joint: bool,
    /// Whether the group is the post's own. A discussion of several groups can be met in another one.
    pub home: bool,
    /// The group in which they meet it.
    pub group: GroupStanding,
}

impl PostStanding {
    /// Whether they manage the group that the post belongs to.
    pub fn leads(&self) -> bool {
        self.home && self.group.manages()
    }

    /// Whether they may take it out of a further group, which they manage or not.
    pub fn withdraws(&self, manages: bool) -> bool {
        self.mine || self.leads() || manages
    }
}

#[derive(sqlx::FromRow)]
struct PostRow {
    #[sqlx(flatten)]
    group: GroupRow,
    mine: bool,
    closed: bool,
    joint: bool,
    home: bool,
}

impl PostRow {
    fn into_standing(self, id: PostId) -> PostStanding {
        PostStanding {
            id,
            mine: self.mine,
            closed: self.closed,
            joint: self.joint,
            home: self.home,
            group: self.group.into(),
        }
    }
}

impl Resource for Post {
    type Path = PostPath;
    type Standing = PostStanding;
    const NAME: &'static str = "Post";

    async fn standing(db: &mut Db, who: &Actor, at: PostPath) -> Result<Option<PostStanding>, Fault> {
        let row: Option<PostRow> = sqlx::query_as(
            "select s.*, p.author_id = $1 as mine, p.comments_closed_at is not null as closed, p.joint,
                    not p.joint or is_own_group(p.id, p.group_id) as home
             from visible_posts($1) p join group_standings($1) s on s.group_id = p.group_id where p.id = $2",
        )
        .bind(who.viewer().id())
        .bind(at.post)
        .fetch_optional(db)
        .await?;
        Ok(row.map(|row| row.into_standing(at.post)))
    }

    fn samples() -> Vec<(&'static str, PostStanding)> {
        samples::posts()
    }
}

/// A post in the bin.
pub struct DeletedPost;

impl Resource for DeletedPost {
    type Path = PostPath;
    type Standing = PostStanding;
    const NAME: &'static str = "DeletedPost";

    async fn standing(db: &mut Db, who: &Actor, at: PostPath) -> Result<Option<PostStanding>, Fault> {
        let row: Option<PostRow> = sqlx::query_as(
            "select s.*, p.author_id = $1 as mine, p.comments_closed_at is not null as closed, p.joint, true as home
             from visible_deleted_posts($1) p join group_standings($1) s on s.group_id = p.group_id where p.id = $2",
        )
        .bind(who.viewer().id())
        .bind(at.post)
        .fetch_optional(db)
        .await?;
        Ok(row.map(|row| row.into_standing(at.post)))
    }

    fn samples() -> Vec<(&'static str, PostStanding)> {
        samples::posts()
    }
}
