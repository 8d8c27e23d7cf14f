//! The parent's side: a few children at once, each with one job, a deadline and a bounded answer.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Stdio};
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::{Child, Command};
use tokio::sync::Semaphore;
use tokio::time::timeout;

use super::child::{MEMORY, SECONDS};
use super::frame::{self, Answer, Job};

/// What one job may use.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Address space of the child, in bytes.
    pub memory: u64,
    /// Processor time, in whole seconds.
    pub cpu_seconds: u64,
    /// Time by the clock, from start to answer.
    pub wall: Duration,
    /// Time by the clock spent waiting for a free seat.
    pub queue: Duration,
    /// Longest answer, in bytes.
    pub output: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            memory: 512 * 1024 * 1024,
            cpu_seconds: 10,
            wall: Duration::from_secs(15),
            queue: Duration::from_secs(20),
            output: 64 * 1024 * 1024,
        }
    }
}

/// How a child ended without an answer. The file is to blame, not us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It used up its time.
    Slow,
    /// It gave more than it may.
    LongAnswer,
    /// It died: out of memory, or a fault in a decoder.
    Died {
        /// The signal that ended it, if it was one.
        signal: Option<i32>,
        /// Its exit code, if it had one.
        code: Option<i32>,
    },
}

/// Why there is no answer.
#[derive(Debug)]
pub enum WorkerError {
    /// The job was too much for its limits.
    Refused(Refusal),
    /// All seats stayed taken: try again later.
    Busy,
    /// The child could not be started or spoke nonsense: a fault of ours.
    Unavailable(io::Error),
}

impl std::fmt::Display for WorkerError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Refused(Refusal::Slow) => f.write_str("the work took too long"),
            Self::Refused(Refusal::LongAnswer) => f.write_str("the result is too long"),
            Self::Refused(Refusal::Died { signal, code }) => {
                write!(f, "the worker died (signal {signal:?}, code {code:?})")
            }
            Self::Busy => f.write_str("all workers are busy"),
            Self::Unavailable(error) => write!(f, "the worker is unavailable: {error}"),
        }
    }
}

impl std::error::Error for WorkerError {}

/// Starts children, a few at a time. Cheap to clone; clones share the seats.
#[derive(Debug, Clone)]
pub struct Workers {
    program: PathBuf,
    pub(super) seats: Arc<Semaphore>,
}

impl Workers {
    /// Children of the running binary, `at_once` at a time.
    pub fn here(at_once: usize) -> io::Result<Self> {
        // Through /proc the running binary is found even after an upgrade has replaced its file.
        let running = Path::new("/proc/self/exe");
        let program = if running.exists() { running.to_owned() } else { std::env::current_exe()? };
        Ok(Self::of(program, at_once))
    }

    /// Children of another binary of Parvis: tests run in a binary of their own.
    pub fn of(program: impl Into<PathBuf>, at_once: usize) -> Self {
        Self { program: program.into(), seats: Arc::new(Semaphore::new(at_once.max(1))) }
    }

    /// Has one job done. When the caller goes away the child is killed.
    pub async fn call(&self, kind: &str, job: Job, limits: Limits) -> Result<Answer, WorkerError> {
        let seat = timeout(limits.queue, self.seats.acquire()).await;
        let (Ok(Ok(_seat)), begun) = (seat, tokio::time::Instant::now()) else {
            return Err(WorkerError::Busy);
        };
        let child = self.start(kind, limits).map_err(WorkerError::Unavailable)?;
        let done = timeout(limits.wall, converse(child, &job, limits.output)).await;
        let Ok(done) = done else {
            return Err(WorkerError::Refused(Refusal::Slow));
        };
        let (status, output) = done.map_err(WorkerError::Unavailable)?;
        tracing::debug!(kind, took = ?begun.elapsed(), input = job.body.len(), output = output.len(), %status, "worker");
        if output.len() as u64 > limits.output {
            return Err(WorkerError::Refused(Refusal::LongAnswer));
        }
        if !status.success() {
            return Err(ended(status));
        }
        frame::parse_answer(&output).map_err(WorkerError::Unavailable)
    }

    pub(super) fn start(&self, kind: &str, limits: Limits) -> io::Result<Child> {
        Command::new(&self.program)
            .args(["worker", kind])
            .env_clear()
            .env(MEMORY, limits.memory.to_string())
            .env(SECONDS, limits.cpu_seconds.max(1).to_string())
            // The allocator would reserve a gigabyte before the limit is set, and hide in it.
            .env("MIMALLOC_ARENA_RESERVE", "1MiB")
            .env("MIMALLOC_ARENA_EAGER_COMMIT", "0")
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
    }
}

/// Writes the job and reads the answer at the same time: neither side may wait for the other's full pipe.
async fn converse(mut child: Child, job: &Job, limit: u64) -> io::Result<(ExitStatus, Vec<u8>)> {
    let (Some(mut stdin), Some(stdout)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(io::ErrorKind::BrokenPipe.into());
    };
    let write = async {
        for block in [&job.header, &job.body] {
            stdin.write_all(&frame::length(block)).await?;
            stdin.write_all(block).await?;
        }
        stdin.shutdown().await
    };
    let read = async {
        let mut output = Vec::new();
        // Dropped at the limit: a child that still writes gets a broken pipe and ends.
        stdout.take(limit.saturating_add(1)).read_to_end(&mut output).await.map(|_| output)
    };
    // A child that refuses early does not read to the end: how it ended says more than our broken pipe.
    let (_, output) = tokio::join!(write, read);
    drop(stdin);
    Ok((child.wait().await?, output?))
}

pub(super) fn ended(status: ExitStatus) -> WorkerError {
    use std::os::unix::process::ExitStatusExt;
    match (status.signal(), status.code()) {
        // SIGXCPU, and SIGKILL at the hard limit.
        (Some(24), _) => WorkerError::Refused(Refusal::Slow),
        (signal, code @ (Some(2..=5) | None)) if signal.is_none() => {
            WorkerError::Unavailable(io::Error::other(format!("worker ended with {code:?}")))
        }
        (signal, code) => WorkerError::Refused(Refusal::Died { signal, code }),
    }
}
