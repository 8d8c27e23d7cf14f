//! What the clock asks of this room.

use std::collections::HashSet;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{secrecy::Seal, store, verbs};
use crate::{
    app::App,
    jobs::{Job, JobCx, JobError},
    kernel::Fault,
};

/// How many polls one run closes; the next minute goes on.
const BATCH: i64 = 200;
/// How long a key may stay without a poll: a form that is sent takes less.
const PATIENCE: TimeDelta = TimeDelta::days(1);

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

/// Throws away the keys of polls that are closed, deleted, or never came to be.
pub async fn sweep(app: &App) -> Result<(), Fault> {
    let before = app.clock.now() - PATIENCE;
    let old: Vec<Uuid> =
        Seal::list(app).await?.into_iter().filter(|(_, made)| *made < before).map(|(id, _)| id).collect();
    for some in old.chunks(500) {
        let needed = store::list_needed(&mut *app.db.acquire().await?, some).await?;
        let needed: HashSet<Uuid> = needed.into_iter().collect();
        for id in some.iter().filter(|id| !needed.contains(id)) {
            Seal::destroy(app, *id).await?;
        }
    }
    Ok(())
}
