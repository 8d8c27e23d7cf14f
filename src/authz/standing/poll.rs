//! Polls, by the post that asks.

use super::{PostPath, PostStanding, group::GroupRow, samples};
use crate::{
    authz::{Actor, Resource},
    db::Db,
    kernel::Fault,
};

/// A poll.
pub struct Poll;

/// What the actor is to a poll they may see.
#[derive(Clone, Debug)]
pub struct PollStanding {
    /// The post that asks, and its group.
    pub post: PostStanding,
    /// Whether nobody may know who chose what.
    pub anonymous: bool,
    /// Whether members add choices.
    pub opens: bool,
    /// Whether it is closed for good.
    pub closed: bool,
    /// Whether the actor may see its results.
    pub told: bool,
}

#[derive(sqlx::FromRow)]
struct PollRow {
    #[sqlx(flatten)]
    group: GroupRow,
    mine: bool,
    anonymous: bool,
    opens: bool,
    closed: bool,
    silent: bool,
    told: bool,
    joint: bool,
    home: bool,
}

impl Resource for Poll {
    type Path = PostPath;
    type Standing = PollStanding;
    const NAME: &'static str = "Poll";

    async fn standing(db: &mut Db, who: &Actor, at: PostPath) -> Result<Option<PollStanding>, Fault> {
        let row: Option<PollRow> = sqlx::query_as(
            "select s.*, p.author_id = $1 as mine, q.anonymous, q.opens, q.closed_at is not null as closed, p.comments_closed_at is not null as silent, poll_is_told(p.id, $1) as told, p.joint,
                    not p.joint or is_own_group(p.id, p.group_id) as home
             from visible_posts($1) p join polls q on q.post_id = p.id join group_standings($1) s on s.group_id = p.group_id
             where p.id = $2",
        )
        .bind(who.viewer().id())
        .bind(at.post)
        .fetch_optional(db)
        .await?;
        Ok(row.map(|row| PollStanding {
            post: PostStanding {
                id: at.post,
                mine: row.mine,
                closed: row.silent,
                joint: row.joint,
                home: row.home,
                group: row.group.into(),
            },
            anonymous: row.anonymous,
            opens: row.opens,
            closed: row.closed,
            told: row.told,
        }))
    }

    fn samples() -> Vec<(&'static str, PollStanding)> {
        samples::polls()
    }
}
