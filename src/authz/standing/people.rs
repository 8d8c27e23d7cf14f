//! People, their pictures and their inbox.

use serde::Deserialize;

use super::samples;
use crate::{
    authz::{Actor, Resource},
    db::Db,
    kernel::{Fault, MemberId, NoticeId, PictureId},
};

/// A person.
pub struct Member;

/// `/people/{member}`
#[derive(Deserialize)]
pub struct MemberPath {
    /// Who.
    pub member: MemberId,
}

/// What the actor is to a person they may know.
#[derive(Clone, Debug)]
pub struct MemberStanding {
    /// Who.
    pub id: MemberId,
    /// Whether it is the actor.
    pub me: bool,
}

impl Resource for Member {
    type Path = MemberPath;
    type Standing = MemberStanding;
    const NAME: &'static str = "Member";

    async fn standing(db: &mut Db, who: &Actor, at: MemberPath) -> Result<Option<MemberStanding>, Fault> {
        let known = sqlx::query_scalar!(
            r#"select exists (select 1 from visible_members($1) where id = $2) as "known!""#,
            who.viewer().id(),
            at.member.0
        )
        .fetch_one(db)
        .await?;
        Ok(known.then(|| MemberStanding { id: at.member, me: who.id() == Some(at.member) }))
    }

    fn samples() -> Vec<(&'static str, MemberStanding)> {
        samples::members()
    }
}

/// A picture.
pub struct Picture;

/// `/pictures/{picture}` and below
#[derive(Deserialize)]
pub struct PicturePath {
    /// Which.
    pub picture: PictureId,
}

/// What the actor is to a picture they may see.
#[derive(Clone, Debug)]
pub struct PictureStanding {
    /// Which.
    pub id: PictureId,
    /// Whether they uploaded it.
    pub mine: bool,
    /// Whether it has no place yet.
    pub loose: bool,
    /// The lengths of the long edges it is kept in, in pixels.
    pub edges: Vec<i32>,
    /// Its media type.
    pub media_type: String,
}

impl Resource for Picture {
    type Path = PicturePath;
    type Standing = PictureStanding;
    const NAME: &'static str = "Picture";

    async fn standing(db: &mut Db, who: &Actor, at: PicturePath) -> Result<Option<PictureStanding>, Fault> {
        let row = sqlx::query!(
            r#"select coalesce(uploader_id = $1, false) as "mine!", num_nonnulls(post_id, comment_id, group_id, poll_id, preview_id) = 0 as "loose!", edges as "edges!", media_type as "media_type!"
               from visible_pictures($1) where id = $2"#,
            who.viewer().id(),
            at.picture.0
        )
        .fetch_optional(db)
        .await?;
        Ok(row.map(|row| PictureStanding {
            id: at.picture,
            mine: row.mine,
            loose: row.loose,
            edges: row.edges,
            media_type: row.media_type,
        }))
    }

    fn samples() -> Vec<(&'static str, PictureStanding)> {
        samples::pictures()
    }
}

/// A line of one's inbox.
pub struct Notice;

/// `/notifications/{notice}`
#[derive(Deserialize)]
pub struct NoticePath {
    /// Which.
    pub notice: NoticeId,
}

impl Resource for Notice {
    type Path = NoticePath;
    type Standing = NoticeId;
    const NAME: &'static str = "Notice";

    async fn standing(db: &mut Db, who: &Actor, at: NoticePath) -> Result<Option<NoticeId>, Fault> {
        let found = sqlx::query_scalar!(
            r#"select exists (select 1 from visible_notices($1) where id = $2) as "found!""#,
            who.viewer().id(),
            at.notice.0
        )
        .fetch_one(db)
        .await?;
        Ok(found.then_some(at.notice))
    }

    fn samples() -> Vec<(&'static str, NoticeId)> {
        samples::notices()
    }
}
