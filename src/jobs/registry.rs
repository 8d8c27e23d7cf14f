//! All kinds of jobs. The one place of this floor that knows rooms, because a worker must know every kind.

use serde::{Deserialize, Serialize};

use crate::{
    jobs::{Job, JobCx, JobError, worker::Kinds},
    mail,
};

/// Adds every kind.
pub(super) fn all(kinds: Kinds) -> Kinds {
    kinds.with::<TidyUp>().with::<mail::SendLetter>()
}

/// Throws away what nobody needs any more, once a night.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct TidyUp {}

impl Job for TidyUp {
    const KIND: &'static str = "house.tidy_up";

    async fn run(self, cx: &JobCx) -> Result<(), JobError> {
        cx.app.limits.tidy();
        let mut tx = cx.begin("clock").await?;
        mail::tidy(&mut tx).await?;
        tx.commit().await?;
        Ok(())
    }
}
