//! Running jobs: `graphile_worker` with our kinds, our clock, and a pool of its own.
//!
//! # Why
//! Pages and jobs must not wait for each other, so jobs have their own few connections with longer limits. Local
//! queue and recovery are off by default in the library: without the first a backlog drains at eight jobs a second,
//! without the second the jobs of a killed worker stay locked for hours. The local queue without a delay between two
//! fetches wakes itself after each of them and asks an empty queue a thousand times a second, so it gets one, which the
//! first job that is queued cuts short.

use std::{fmt, time::Duration};

use graphile_worker::{
    Crontab, IntoTaskHandlerResult, LocalQueueConfig, RefetchDelayConfig, TaskHandler, Worker, WorkerContext,
    WorkerOptions, WorkerRecoveryConfig,
};
use serde::{Deserialize, Serialize};
use sqlx::{PgPool, postgres::PgPoolOptions};

use crate::{
    app::App,
    jobs::{Job, JobCx, JobError, queue},
    kernel::Fault,
};

/// The schema of the queue's tables.
pub const SCHEMA: &str = "graphile_worker";

/// How often an empty queue is asked whether the time of a later job has come.
const POLL: Duration = Duration::from_secs(1);

/// What the library hands to each job.
#[derive(Clone)]
struct Held {
    app: App,
    twice: bool,
}

impl fmt::Debug for Held {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Held")
    }
}

/// One of our jobs as the library wants it.
#[derive(Serialize, Deserialize)]
#[serde(transparent, bound = "J: Job")]
struct Run<J>(J);

impl<J: Job> TaskHandler for Run<J> {
    const IDENTIFIER: &'static str = J::KIND;

    async fn run(self, ctx: WorkerContext) -> impl IntoTaskHandlerResult {
        let Some(held) = ctx.get_ext::<Held>().cloned() else {
            return Err(JobError::from(Fault::new("a job was started outside the house")));
        };
        let id = *ctx.job().id();
        let cx = JobCx { app: held.app, attempt: *ctx.job().attempts() };
        let mut done = self.0.run(&cx).await;
        if held.twice && done.is_ok() {
            done = match serde_json::from_value::<J>(ctx.payload().clone()) {
                Ok(again) => again.run(&cx).await,
                Err(error) => Err(error.into()),
            };
        }
        metrics::counter!("parvis_jobs_total", "kind" => J::KIND, "outcome" => if done.is_ok() { "done" } else { "failed" }).increment(1);
        match &done {
            Ok(()) => {}
            Err(JobError::Retry(fault)) => {
                tracing::warn!(job.kind = J::KIND, job.id = id, job.attempt = cx.attempt, error = %fault, "a job failed and will be tried again");
            }
            Err(JobError::GiveUp(fault)) => {
                tracing::error!(job.kind = J::KIND, job.id = id, error = %fault, "a job gave up");
                if let Err(fault) = give_up(&cx.app, id).await {
                    tracing::warn!(job.id = id, error = %fault, "a job that gave up could not be marked");
                }
            }
        }
        done
    }
}

async fn give_up(app: &App, id: i64) -> Result<(), Fault> {
    queue::give_up(&mut *app.db.acquire().await?, id).await
}

/// The list of kinds under construction.
#[derive(Default)]
pub struct Kinds {
    options: WorkerOptions,
    names: Vec<&'static str>,
}

impl Kinds {
    /// Adds a kind.
    #[must_use]
    pub fn with<J: Job>(mut self) -> Self {
        self.options = self.options.define_job::<Run<J>>();
        self.names.push(J::KIND);
        self
    }

    /// The names of the kinds that a list adds.
    pub fn named(list: fn(Self) -> Self) -> Vec<&'static str> {
        list(Self::default()).names
    }
}

/// What the house hands to this floor: which jobs there are, and when some of them begin by themselves.
#[derive(Clone, Copy)]
pub struct Registry {
    /// Adds every kind.
    pub kinds: fn(Kinds) -> Kinds,
    /// Times and kinds, as in a crontab.
    pub clock: &'static [(&'static str, &'static str)],
}

impl Registry {
    /// The clock as the library wants it. Its text form knows no dots in names, so the name is put in afterwards.
    pub fn crontabs(&self) -> Result<Vec<Crontab>, Fault> {
        let mut all = Vec::new();
        for (when, kind) in self.clock {
            let read = graphile_worker::parse_crontab(&format!("{when} job"));
            let read = read.map_err(|error| Fault::new(format!("{when} is no time for {kind}: {error}")))?;
            // What the clock starts has no parameters; without this they would be null, which is no struct.
            let named = |crontab| Crontab {
                task_identifier: (*kind).to_owned(),
                payload: Some(serde_json::json!({})),
                ..crontab
            };
            all.extend(read.into_iter().map(named));
        }
        Ok(all)
    }
}

/// The pool for background work: workers, the listener, and what they need to breathe.
pub fn pool(app: &App) -> PgPool {
    let options = app
        .db
        .connect_options()
        .as_ref()
        .clone()
        .application_name("parvis background")
        .options([("statement_timeout", "60s"), ("idle_in_transaction_session_timeout", "60s")]);
    PgPoolOptions::new()
        // One for the queue's listener, one for the pages' listener, two for claiming, finishing and heartbeats.
        .max_connections(app.config.workers + 4)
        .acquire_timeout(Duration::from_secs(10))
        .connect_lazy_with(options)
}

fn options(app: &App, twice: bool) -> WorkerOptions {
    (app.jobs.kinds)(Kinds::default())
        .options
        .schema(SCHEMA)
        .pg_pool(app.db.clone())
        .concurrency(usize::try_from(app.config.workers).unwrap_or(1).max(1))
        .listen_os_shutdown_signals(false)
        .add_extension(Held { app: app.clone(), twice })
}

/// Runs jobs and the clock until the house stops, and starts again when the database was away.
pub async fn run(app: App) {
    while !app.stop.is_cancelled() {
        let ended = match start(&app).await {
            Ok(worker) => worker.run().await.map_err(Fault::from),
            Err(fault) => Err(fault),
        };
        if let Err(fault) = ended {
            tracing::warn!(error = %fault, "the job worker ended and starts again");
            let _ = app.stop.run_until_cancelled(tokio::time::sleep(Duration::from_secs(1))).await;
        }
    }
}

async fn start(app: &App) -> Result<Worker, Fault> {
    let stop = app.stop.clone();
    let idle =
        RefetchDelayConfig::default().with_duration(POLL).with_threshold(0).with_max_abort_threshold(1);
    let local = LocalQueueConfig::default().with_size(20).with_ttl(Duration::from_secs(20));
    let worker = options(app, false)
        .poll_interval(POLL)
        .use_notification_delivery(true)
        .local_queue(local.with_refetch_delay(idle))
        .worker_recovery(
            WorkerRecoveryConfig::default()
                .heartbeat_interval(Duration::from_secs(4))
                .sweep_interval(Duration::from_secs(5))
                .sweep_threshold(Duration::from_secs(20))
                .recovery_delay(Duration::from_secs(1)),
        )
        .shutdown_signal(async move { stop.cancelled_owned().await })
        .shutdown_grace_period(Duration::from_secs(15))
        .shutdown_interrupted_job_retry_delay(Duration::from_secs(1))
        .with_crons(app.jobs.crontabs()?)
        .init()
        .await?;
    Ok(worker)
}

/// Runs all jobs that are due, and those that they queue, then returns. For tests: each job that succeeds runs
/// twice, because any job may.
pub async fn run_until_empty(app: &App) -> Result<(), Fault> {
    drain(app, true).await
}

/// Runs all jobs that are due, for the command line.
pub async fn run_due(app: &App) -> Result<(), Fault> {
    drain(app, false).await
}

async fn drain(app: &App, twice: bool) -> Result<(), Fault> {
    let worker = options(app, twice).init().await?;
    loop {
        worker.run_once().await?;
        if queue::depth(&mut *app.db.acquire().await?).await?.due == 0 {
            return Ok(());
        }
    }
}
