//! Discussions of several groups, in one of these and taken out of it.

use serde::Deserialize;

use super::{Post, PostPath, PostStanding, samples};
use crate::{
    authz::{Actor, Resource},
    db::Db,
    kernel::{Fault, GroupId, PostId},
};

/// A discussion in one of the groups in which it stands beside its own.
pub struct PlacedPost;

/// `/posts/{post}/groups/{group}`
#[derive(Deserialize)]
pub struct PlacedPostPath {
    /// Which post.
    pub post: PostId,
    /// The group's slug.
    pub group: String,
}

/// What the actor is to a discussion and to one of its groups, both of which they may know.
#[derive(Clone, Debug)]
pub struct PlacedPostStanding {
    /// The post.
    pub post: PostStanding,
    /// The group.
    pub group: GroupId,
    /// Its place in addresses.
    pub slug: String,
    /// What it is called.
    pub name: String,
    /// Whether they manage it.
    pub manages: bool,
}

impl Resource for PlacedPost {
    type Path = PlacedPostPath;
    type Standing = PlacedPostStanding;
    const NAME: &'static str = "PlacedPost";

    async fn standing(
        db: &mut Db,
        who: &Actor,
        at: PlacedPostPath,
    ) -> Result<Option<PlacedPostStanding>, Fault> {
        let Some(post) = Post::standing(&mut *db, who, PostPath { post: at.post }).await? else {
            return Ok(None);
        };
        let slug = at.group.clone();
        let row: Option<(GroupId, String, bool)> = sqlx::query_as(
            "select g.id, g.name, exists (select 1 from memberships m where m.group_id = g.id and m.member_id = $1 and m.role = 'manager')
             from visible_groups($1) g join joint_posts j on j.group_id = g.id where j.post_id = $2 and g.slug = $3",
        )
        .bind(who.viewer().id())
        .bind(at.post)
        .bind(at.group)
        .fetch_optional(db)
        .await?;
        Ok(row.map(|(group, name, manages)| PlacedPostStanding { post, group, slug, name, manages }))
    }

    fn samples() -> Vec<(&'static str, PlacedPostStanding)> {
        samples::placed_posts()
    }
}

/// A discussion that the actor has taken out of a group.
pub struct WithdrawnPost;

/// What the actor took out of a group, and of which.
#[derive(Clone, Debug)]
pub struct WithdrawnPostStanding {
    /// Which post.
    pub post: PostId,
    /// The group.
    pub group: GroupId,
    /// What it is called.
    pub name: String,
}

impl Resource for WithdrawnPost {
    type Path = PlacedPostPath;
    type Standing = WithdrawnPostStanding;
    const NAME: &'static str = "WithdrawnPost";

    async fn standing(
        db: &mut Db,
        who: &Actor,
        at: PlacedPostPath,
    ) -> Result<Option<WithdrawnPostStanding>, Fault> {
        let row: Option<(GroupId, String)> = sqlx::query_as(
            "select g.id, g.name from visible_withdrawals($1) w join visible_groups($1) g on g.id = w.group_id
             where w.post_id = $2 and g.slug = $3",
        )
        .bind(who.viewer().id())
        .bind(at.post)
        .bind(at.group)
        .fetch_optional(db)
        .await?;
        Ok(row.map(|(group, name)| WithdrawnPostStanding { post: at.post, group, name }))
    }

    fn samples() -> Vec<(&'static str, WithdrawnPostStanding)> {
        samples::withdrawn_posts()
    }
}
