//! A fact once it is recorded, and what follows by itself: jobs that are queued in its own transaction.

use super::Fact;
use crate::{
    db::Db,
    kernel::{MemberId, Timestamp},
};

/// A fact as it was recorded.
#[derive(Clone, Debug)]
pub struct Activity {
    /// The place in the order of recording.
    pub id: i64,
    /// When.
    pub at: Timestamp,
    /// By whom; none for the clock, imports and the command line.
    pub actor: Option<MemberId>,
    /// What happened.
    pub fact: Fact,
}

impl Fact {
    /// Whether someone hears of it in their inbox, so that the fan-out job is queued with it.
    pub fn is_told(&self) -> bool {
        matches!(
            self,
            Self::JoinAsked { .. }
                | Self::JoinApproved { .. }
                | Self::JoinRefused { .. }
                | Self::MemberInvited { .. }
                | Self::InvitationAccepted { .. }
                | Self::RoleChanged { .. }
                | Self::AdministratorEntered { .. }
                | Self::MemberSuspended { .. }
                | Self::GroupOrphaned { .. }
                | Self::GroupArchived { .. }
                | Self::PlannedPostRefused { .. }
                | Self::PostPublished { .. }
                | Self::PollClosed { .. }
                | Self::SurveyReminded { .. }
                | Self::SurveyClosed { .. }
                | Self::SurveyRhythmEnded { .. }
                | Self::PostEdited { .. }
                | Self::PostMoved { .. }
                | Self::PostShared { .. }
                | Self::AcknowledgementAsked { .. }
                | Self::AcknowledgementReminded { .. }
                | Self::PostLabelled { .. }
                | Self::PostReacted { .. }
                | Self::CommentWritten { .. }
                | Self::CommentEdited { .. }
                | Self::CommentReacted { .. }
        )
    }
}

impl Fact {
    /// Whether someone may belong to a set of people by it who did not before, or the other way round.
    pub fn moves_sets(&self) -> bool {
        matches!(
            self,
            Self::FieldsFilled { .. }
                | Self::SignedUp { .. }
                | Self::MemberReactivated { .. }
                | Self::MembersMerged { .. }
                | Self::GroupReopened { .. }
                | Self::GroupRestored { .. }
                | Self::GroupRuleChanged { .. }
        )
    }
}

/// The kind of the job that lets in and out whom the rules of groups describe. `app/jobs.rs` runs it under this name.
pub(crate) const EVALUATE: &str = "people_sets.evaluate";

/// Queues a look at the rules, once however many facts ask for it, if there is a rule at all.
pub(crate) async fn move_sets(db: &mut Db) -> sqlx::Result<()> {
    sqlx::query(
        "select 1 from graphile_worker.add_job($1, '{}'::json, job_key := $1) where exists (select 1 from group_rules)",
    )
    .bind(EVALUATE)
    .execute(db)
    .await?;
    Ok(())
}

/// The kind of the job that turns a fact into lines of inboxes. `app/jobs.rs` runs it under this name.
pub(crate) const FAN_OUT: &str = "notifications.fan_out";

/// Queues the telling of a fact, in the fact's own transaction.
pub(crate) async fn tell(db: &mut Db, activity: i64) -> sqlx::Result<()> {
    sqlx::query("select 1 from graphile_worker.add_job($1, json_build_object('activity', $2::bigint))")
        .bind(FAN_OUT)
        .bind(activity)
        .execute(db)
        .await?;
    Ok(())
}
