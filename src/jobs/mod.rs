//! Work that follows a change: queued in the change's own transaction, run by a worker, tried again when it fails.
//!
//! A job is shallow: load, permit, verb, commit. It may run twice (a worker that is killed starts it again
//! elsewhere), so doing it a second time must change nothing. Rooms see only what stands here; the queue itself is
//! `graphile_worker`'s, over PostgreSQL.

pub mod queue;
pub mod worker;

use std::fmt;

use serde::{Serialize, de::DeserializeOwned};

use crate::{
    app::App,
    authz::Actor,
    db::Tx,
    kernel::{Fault, MemberId, Timestamp},
};

pub use queue::Enqueue;
pub use worker::{run_due, run_until_empty};

/// A piece of work, as its parameters.
pub trait Job: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// The name it is stored under, such as `mail.send_letter`. Never changes once released.
    const KIND: &'static str;

    /// Does it.
    fn run(self, cx: &JobCx) -> impl Future<Output = Result<(), JobError>> + Send;
}

/// Why a job did not succeed.
pub enum JobError {
    /// It may succeed later: it is tried again, more and more rarely.
    Retry(Fault),
    /// It never will: it waits for an administrator.
    GiveUp(Fault),
}

impl<E: Into<Fault>> From<E> for JobError {
    #[track_caller]
    fn from(error: E) -> Self {
        Self::Retry(error.into())
    }
}

impl fmt::Debug for JobError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Retry(fault) | Self::GiveUp(fault) => fmt::Display::fmt(fault, out),
        }
    }
}

/// What a job is given.
#[derive(Clone)]
pub struct JobCx {
    /// What every part of the house holds, over the pool of background work.
    pub app: App,
    /// How often it was begun, this time included.
    pub attempt: i16,
}

impl JobCx {
    /// The instant.
    pub fn now(&self) -> Timestamp {
        self.app.clock.now()
    }

    /// Begins a change in nobody's name; `why` says in the log what acts, such as `clock`.
    pub async fn begin(&self, why: &'static str) -> Result<Tx, Fault> {
        Tx::begin(&self.app.db, None, why, self.now(), self.app.signal.clone()).await
    }

    /// A member as an actor, for jobs that act in their name. Someone suspended or gone is nobody.
    pub async fn actor(&self, member: MemberId) -> Result<Actor, Fault> {
        Actor::load(&mut *self.app.db.acquire().await?, member).await
    }
}
