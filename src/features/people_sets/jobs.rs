//! Letting in and out whom the rules describe now.

use serde::{Deserialize, Serialize};

use super::verbs;
use crate::jobs::{Job, JobCx, JobError};

/// Looks at every rule again. Queued under one key, so that a thousand changed profiles are one look.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Evaluate {}

impl Job for Evaluate {
    const KIND: &'static str = crate::db::fact::EVALUATE;

    async fn run(self, cx: &JobCx) -> Result<(), JobError> {
        let mut tx = cx.begin("people_sets").await?;
        let groups = super::store::ruled(&mut tx).await?;
        tx.abandon().await?;
        for group in groups {
            let mut tx = cx.begin("people_sets").await?;
            verbs::evaluate(&mut tx, group).await?;
            tx.commit().await?;
        }
        Ok(())
    }
}
