//! One's own sessions, each named by the hexadecimal form of what the table keeps of its id.

use serde::Deserialize;

use super::samples;
use crate::{
    authz::{Actor, Resource},
    db::Db,
    kernel::Fault,
};

/// A session of one's own.
pub struct OwnSession;

/// `/settings/sessions/{session}`
#[derive(Deserialize)]
pub struct SessionPath {
    /// The stored hash, hexadecimal.
    pub session: String,
}

/// A session that is the actor's own.
#[derive(Clone, Debug)]
pub struct SessionStanding {
    /// The stored hash.
    pub id: Vec<u8>,
}

impl Resource for OwnSession {
    type Path = SessionPath;
    type Standing = SessionStanding;
    const NAME: &'static str = "OwnSession";

    async fn standing(db: &mut Db, who: &Actor, at: SessionPath) -> Result<Option<SessionStanding>, Fault> {
        let Ok(id) = hex::decode(&at.session) else {
            return Ok(None);
        };
        let mine = sqlx::query_scalar!(
            r#"select exists (select 1 from sessions where id = $1 and member_id = $2 and expires_at > now()) as "mine!""#,
            id,
            who.viewer().id()
        )
        .fetch_one(db)
        .await?;
        Ok(mine.then_some(SessionStanding { id }))
    }

    fn samples() -> Vec<(&'static str, SessionStanding)> {
        samples::sessions()
    }
}
