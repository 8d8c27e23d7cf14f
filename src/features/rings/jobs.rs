//! A new day: rings whose first day it is appear, those whose last day has passed go.

use serde::{Deserialize, Serialize};

use crate::jobs::{Job, JobCx, JobError};

use super::store;

/// Looks which rings are worn today. Twice an hour, because midnight is the community's own; what dates say is known
/// beforehand, so nobody is told.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct TurnDay {}

impl Job for TurnDay {
    const KIND: &'static str = "rings.turn_day";

    async fn run(self, cx: &JobCx) -> Result<(), JobError> {
        let today = cx.now().with_timezone(&cx.app.config.time_zone).date_naive();
        let mut tx = cx.begin("clock").await?;
        store::turn(&mut tx, today).await?;
        tx.commit().await?;
        Ok(())
    }
}
