//! Writing to those who have not confirmed, some at a time.

use serde::{Deserialize, Serialize};

use super::{mail, store};
use crate::{
    jobs::{Enqueue, Job, JobCx, JobError},
    kernel::PostId,
};

/// How many letters one run writes.
const BATCH: usize = 100;

/// Letters to those who are missing and have not got one since they were last to be reminded. Run again it finds nobody.
#[derive(Debug, Serialize, Deserialize)]
pub struct WriteReminders {
    /// About which post.
    pub post: PostId,
}

impl Job for WriteReminders {
    const KIND: &'static str = "announcements.write_reminders";

    async fn run(self, cx: &JobCx) -> Result<(), JobError> {
        let mut tx = cx.begin("announcements").await?;
        let most = i64::try_from(BATCH).unwrap_or(i64::MAX);
        let missing = store::take_missing(&mut tx, self.post, most).await?;
        for to in &missing {
            mail::reminder(&mut tx, &cx.app.config, self.post, to).await?;
        }
        if missing.len() == BATCH {
            tx.enqueue(&self).await?;
        }
        tx.commit().await?;
        Ok(())
    }
}
