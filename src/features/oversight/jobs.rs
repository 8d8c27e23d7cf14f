//! What the clock asks of this room.

use serde::{Deserialize, Serialize};

use super::store;
use crate::{
    db::Fact,
    jobs::{Job, JobCx, JobError},
};

/// Ends the visits of administrators whose time is over, so that their open pages are judged anew.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct EndVisits {}

impl Job for EndVisits {
    const KIND: &'static str = "oversight.end_visits";

    async fn run(self, cx: &JobCx) -> Result<(), JobError> {
        let mut tx = cx.begin("clock").await?;
        for (group, member) in store::end_visits(&mut tx).await? {
            tx.record(Fact::AdministratorLeft { group, member }).await?;
        }
        tx.commit().await?;
        Ok(())
    }
}
