//! What someone is writing, kept or thrown away.

use serde::Deserialize;

use super::samples;
use crate::{
    authz::{Actor, Resource},
    db::Db,
    kernel::{DraftId, Fault, MemberId},
};

/// A draft, planned or not.
pub struct Draft;

/// `/drafts/{draft}` and below
#[derive(Deserialize)]
pub struct DraftPath {
    /// Which.
    pub draft: DraftId,
}

/// What the actor is to a draft they may see.
#[derive(Clone, Copy, Debug)]
pub struct DraftStanding {
    /// Which.
    pub id: DraftId,
    /// Who writes it.
    pub author: MemberId,
    /// Whether that is the actor. If not, they publish in the group it is planned for.
    pub mine: bool,
    /// Whether the clock will publish it, or would have.
    pub planned: bool,
}

impl Resource for Draft {
    type Path = DraftPath;
    type Standing = DraftStanding;
    const NAME: &'static str = "Draft";

    async fn standing(db: &mut Db, who: &Actor, at: DraftPath) -> Result<Option<DraftStanding>, Fault> {
        let row = sqlx::query!(
            r#"select author_id as "author!: MemberId", author_id = $1 as "mine!", publish_at is not null as "planned!"
               from visible_drafts($1) where id = $2"#,
            who.viewer().id(),
            at.draft.0
        )
        .fetch_optional(db)
        .await?;
        Ok(row.map(|row| DraftStanding {
            id: at.draft,
            author: row.author,
            mine: row.mine,
            planned: row.planned,
        }))
    }

    fn samples() -> Vec<(&'static str, DraftStanding)> {
        samples::drafts()
    }
}

/// A draft that was thrown away; exists for its author alone.
pub struct DiscardedDraft;

impl Resource for DiscardedDraft {
    type Path = DraftPath;
    type Standing = DraftId;
    const NAME: &'static str = "DiscardedDraft";

    async fn standing(db: &mut Db, who: &Actor, at: DraftPath) -> Result<Option<DraftId>, Fault> {
        // bare: the actor's own
        let row = sqlx::query_scalar!(
            r#"select id as "id!: DraftId" from drafts where id = $2 and author_id = $1 and discarded_at is not null"#,
            who.viewer().id(),
            at.draft.0
        )
        .fetch_optional(db)
        .await?;
        Ok(row)
    }

    fn samples() -> Vec<(&'static str, DraftId)> {
        vec![("whose draft it is", DraftId(uuid::Uuid::nil()))]
    }
}
