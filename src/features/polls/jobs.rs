//! What the clock asks of this room.

use serde::{Deserialize, Serialize};

use super::{secrecy::Seal, store, verbs};
use crate::jobs::{Job, JobCx, JobError};

/// How many polls one run closes; the next minute goes on.
const BATCH: i64 = 200;

/// Closes the polls whose time is over, each for itself.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct CloseDue {}

impl Job for CloseDue {
    const KIND: &'static str = "polls.close_due";

    async fn run(self, cx: &JobCx) -> Result<(), JobError> {
        let due = store::list_due(&mut *cx.app.db.acquire().await?, cx.now(), BATCH).await?;
        for (post, seal) in due {
            let key = match seal {
                Some(id) => Seal::find(&cx.app, id).await?,
                None => None,
            };
            let mut tx = cx.begin("clock").await?;
            if verbs::close_due(&mut tx, post, key.as_ref()).await? {
                tx.commit().await?;
            } else {
                tx.abandon().await?;
            }
            if let Some(id) = seal {
                Seal::destroy(&cx.app, id).await?;
            }
        }
        Ok(())
    }
}
