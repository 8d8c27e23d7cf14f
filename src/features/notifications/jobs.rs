//! Turning a fact into lines of inboxes. Queued with the fact itself, in its transaction.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::{
    db::Fact,
    features::notifications::{recipients, store},
    jobs::{Job, JobCx, JobError},
    kernel::MemberId,
};

/// Tells of one fact. Run again it finds its lines and adds none, also when they were read meanwhile.
#[derive(Debug, Serialize, Deserialize)]
pub struct FanOut {
    /// The row of `activity`.
    pub activity: i64,
}

impl Job for FanOut {
    const KIND: &'static str = crate::db::fact::FAN_OUT;

    async fn run(self, cx: &JobCx) -> Result<(), JobError> {
        let mut tx = cx.begin("notifications").await?;
        let Some(activity) = store::activity(tx.db(), self.activity).await? else {
            return Ok(tx.abandon().await?);
        };
        // What nobody did (the clock, an import) is nobody's news, but for a poll or a survey whose time is over: its author's.
        let actor = match (activity.actor, &activity.fact) {
            (None, Fact::PollClosed { post, .. }) => store::post_author(tx.db(), *post).await?,
            (None, Fact::SurveyClosed { survey, .. }) => store::survey_author(tx.db(), *survey).await?,
            (actor, _) => actor,
        };
        let Some(actor) = actor else {
            return Ok(tx.abandon().await?);
        };
        let mut told: HashSet<MemberId> = activity.actor.into_iter().collect();
        let mut changed = Vec::new();
        for mut telling in recipients::of(tx.db(), &activity, actor).await? {
            telling.members.retain(|member| told.insert(*member) || telling.kind.tells_actor());
            changed.extend(store::tell(tx.db(), &activity, actor, &telling).await?);
        }
        for member in changed {
            tx.record(Fact::NoticesChanged { member }).await?;
        }
        tx.commit().await?;
        Ok(())
    }
}
