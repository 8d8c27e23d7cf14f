//! The queue's tables: putting jobs in, looking at those that gave up, starting them again.
//!
//! The tables belong to `graphile_worker`, so these statements are not checked at build time; the tests run them all.

use serde_json::Value;
use sqlx::FromRow;

use crate::{
    db::{Db, Tx},
    jobs::Job,
    kernel::{Fault, Timestamp},
};

/// Queueing in the transaction of the change: rolled back is not run.
pub trait Enqueue {
    /// Queues a job.
    fn enqueue<J: Job>(&mut self, job: &J) -> impl Future<Output = Result<(), Fault>> + Send;

    /// Queues a job that is not begun before an instant.
    fn enqueue_at<J: Job>(
        &mut self,
        job: &J,
        at: Timestamp,
    ) -> impl Future<Output = Result<(), Fault>> + Send;

    /// Queues a job that waits until those of its kind before it are done: only one runs at a time.
    fn enqueue_in_turn<J: Job>(&mut self, job: &J) -> impl Future<Output = Result<(), Fault>> + Send;

    /// Queues many jobs of a kind in one statement.
    fn enqueue_all<J: Job>(&mut self, jobs: &[J]) -> impl Future<Output = Result<(), Fault>> + Send;
}

impl Enqueue for Tx {
    async fn enqueue<J: Job>(&mut self, job: &J) -> Result<(), Fault> {
        add(self.db(), J::KIND, &serde_json::to_value(job)?).await
    }

    async fn enqueue_at<J: Job>(&mut self, job: &J, at: Timestamp) -> Result<(), Fault> {
        sqlx::query("select 1 from graphile_worker.add_job($1, $2::json, run_at := $3)")
            .bind(J::KIND)
            .bind(serde_json::to_value(job)?)
            .bind(at)
            .execute(self.db())
            .await?;
        Ok(())
    }

    async fn enqueue_in_turn<J: Job>(&mut self, job: &J) -> Result<(), Fault> {
        sqlx::query("select 1 from graphile_worker.add_job($1, $2::json, queue_name := $1)")
            .bind(J::KIND)
            .bind(serde_json::to_value(job)?)
            .execute(self.db())
            .await?;
        Ok(())
    }

    async fn enqueue_all<J: Job>(&mut self, jobs: &[J]) -> Result<(), Fault> {
        if jobs.is_empty() {
            return Ok(());
        }
        let all: Vec<Value> = jobs.iter().map(serde_json::to_value).collect::<Result<_, _>>()?;
        sqlx::query(
            "select count(*) from graphile_worker.add_jobs(array(
                 select row($1, job, null, null, null, null, null, null)::graphile_worker.job_spec
                 from json_array_elements($2::json) as job))",
        )
        .bind(J::KIND)
        .bind(Value::Array(all))
        .execute(self.db())
        .await?;
        Ok(())
    }
}

/// Queues a job by its name, for the command line.
pub async fn add(db: &mut Db, kind: &str, job: &Value) -> Result<(), Fault> {
    sqlx::query("select 1 from graphile_worker.add_job($1, $2::json)")
        .bind(kind)
        .bind(job)
        .execute(db)
        .await?;
    Ok(())
}

/// A job that waits, runs or has given up.
#[derive(Clone, Debug, FromRow)]
#[expect(missing_docs, reason = "columns of the queue")]
pub struct QueuedJob {
    pub id: i64,
    pub kind: String,
    pub payload: Value,
    pub attempts: i16,
    pub max_attempts: i16,
    pub last_error: Option<String>,
    pub created_at: Timestamp,
    pub run_at: Timestamp,
    pub running: bool,
}

impl QueuedJob {
    /// What went wrong the last time, without the library's wrapping.
    pub fn error(&self) -> &str {
        let error = self.last_error.as_deref().unwrap_or_default();
        error.strip_prefix("TaskError(\"").and_then(|error| error.strip_suffix("\")")).unwrap_or(error)
    }

    /// Whether it is not tried again by itself.
    pub fn is_dead(&self) -> bool {
        self.attempts >= self.max_attempts && !self.running
    }
}

/// Jobs that have given up, those that failed before, then the others; newest first.
pub async fn list(db: &mut Db, most: i64) -> Result<Vec<QueuedJob>, Fault> {
    let jobs = sqlx::query_as(
        "select j.id, t.identifier as kind, j.payload, j.attempts, j.max_attempts, j.last_error, j.created_at, j.run_at,
                j.locked_at is not null as running
         from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
         order by j.attempts >= j.max_attempts desc, j.last_error is not null desc, j.id desc limit $1",
    )
    .bind(most)
    .fetch_all(db)
    .await?;
    Ok(jobs)
}

/// How full the queue is.
#[derive(Clone, Copy, Debug, FromRow)]
pub struct Depth {
    /// Jobs that could run now.
    pub due: i64,
    /// Jobs for later.
    pub later: i64,
    /// Jobs that have given up.
    pub dead: i64,
}

/// Counts the jobs.
pub async fn depth(db: &mut Db) -> Result<Depth, Fault> {
    let depth = sqlx::query_as(
        "select count(*) filter (where attempts < max_attempts and run_at <= now()) as due,
                count(*) filter (where attempts < max_attempts and run_at > now()) as later,
                count(*) filter (where attempts >= max_attempts and locked_at is null) as dead
         from graphile_worker._private_jobs",
    )
    .fetch_one(db)
    .await?;
    Ok(depth)
}

/// Starts a job that gave up again, or all of them.
pub async fn retry(db: &mut Db, id: Option<i64>) -> Result<u64, Fault> {
    let done = sqlx::query(
        "update graphile_worker._private_jobs
         set attempts = 0, max_attempts = greatest(max_attempts, 25), run_at = now(), updated_at = now()
         where ($1::bigint is null or id = $1) and attempts >= max_attempts and locked_at is null",
    )
    .bind(id)
    .execute(&mut *db)
    .await?
    .rows_affected();
    sqlx::query("select pg_notify('jobs:insert', '{\"r\":0,\"count\":1}')").execute(db).await?;
    Ok(done)
}

/// Leaves a running job no further attempt.
pub(super) async fn give_up(db: &mut Db, id: i64) -> Result<(), Fault> {
    sqlx::query(
        "update graphile_worker._private_jobs set max_attempts = greatest(attempts, 1) where id = $1",
    )
    .bind(id)
    .execute(db)
    .await?;
    Ok(())
}
