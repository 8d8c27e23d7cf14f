//! One running postmaster: started here or adopted from an earlier Parvis, watched by its process id.
//!
//! It stands in a process group of its own, so that Ctrl-C reaches Parvis first, and it outlives a
//! killed Parvis on purpose: the next start finds it and goes on.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Stdio,
    time::{Duration, Instant},
};

use rustix::process::{Pid, Signal, kill_process, test_kill_process};
use sqlx::{Connection, PgConnection, postgres::PgConnectOptions};
use tokio::{process::Child, time::sleep};

use super::{
    Say,
    binaries::Binaries,
    cluster::{SUPERUSER, cannot_run, write_settings},
    error::{EmbeddedError, Kind},
    pidfile::{self, Found},
    place::{Place, new_file},
};

/// How often a process is looked at.
const TICK: Duration = Duration::from_millis(50);
/// How long a server may take to answer while it recovers.
const RECOVERY: Duration = Duration::from_mins(10);
/// How long the remains of a killed server may take to leave.
const LEAVING: Duration = Duration::from_secs(30);

/// A postmaster that answers.
#[derive(Debug)]
pub(super) struct Server {
    pid: Pid,
    /// Present when this process started it: then it must be reaped as well.
    child: Option<Child>,
    /// Set once the server may outlive this value.
    kept: bool,
}

impl Server {
    /// Adopts the running server of this place, or starts one.
    pub(super) async fn up(place: &Place, binaries: &Binaries, say: Say<'_>) -> Result<Self, EmbeddedError> {
        match pidfile::look(&place.cluster) {
            Found::Running(pid) => {
                say("taking over the database that is still running");
                let mut adopted = Self { pid, child: None, kept: true };
                if adopted.answers(place, say).await.is_ok() {
                    return Ok(adopted);
                }
                if adopted.alive() {
                    return Err(silent(pid, place));
                }
            }
            Found::Stale => pidfile::disarm(&place.cluster, place),
            Found::Nothing => {}
        }
        let _ = fs::remove_file(place.socket.join(".s.PGSQL.5432.lock"));
        let begun = Instant::now();
        loop {
            let error = match Self::launch(place, binaries, say).await {
                Ok(mut server) => {
                    server.kept = true;
                    return Ok(server);
                }
                Err(error) => error,
            };
            // What a killed server leaves behind counts until its last process is gone.
            let passing = ["still in use", "lock file"].iter().any(|sign| error.to_string().contains(sign));
            if !passing || begun.elapsed() > LEAVING {
                return Err(error);
            }
            sleep(TICK * 10).await;
        }
    }

    async fn launch(place: &Place, binaries: &Binaries, say: Say<'_>) -> Result<Self, EmbeddedError> {
        write_settings(place)?;
        let log = start_log(place);
        let to = |e| EmbeddedError::io("write", &log, &e);
        let out = new_file(&log).map_err(to)?;
        let child = place
            .user
            .command(&binaries.folder.join("postgres"))
            .arg("-D")
            .arg(&place.cluster)
            .stdin(Stdio::null())
            .stdout(out.try_clone().map_err(to)?)
            .stderr(out)
            .process_group(0)
            .spawn()
            .map_err(|e| cannot_run(place, &binaries.folder, &e))?;
        let pid = child.id().and_then(|id| Pid::from_raw(id.cast_signed()));
        let Some(pid) = pid else { return Err(ended(place)) };
        let mut server = Self { pid, child: Some(child), kept: false };
        server.answers(place, say).await?;
        Ok(server)
    }

    /// Waits until the server takes statements.
    async fn answers(&mut self, place: &Place, say: Say<'_>) -> Result<(), EmbeddedError> {
        let begun = Instant::now();
        let mut told = 0;
        loop {
            if let Ok(connection) = PgConnection::connect_with(&superuser(&place.socket)).await {
                let _ = connection.close().await;
                return Ok(());
            }
            if !self.alive() {
                return Err(ended(place));
            }
            if begun.elapsed() > RECOVERY {
                return Err(silent(self.pid, place));
            }
            if begun.elapsed().as_secs() / 5 > told {
                told += 1;
                say("the database is recovering what was under way when it was stopped");
            }
            sleep(TICK).await;
        }
    }

    /// Whether the postmaster still runs.
    pub(super) fn alive(&mut self) -> bool {
        match &mut self.child {
            Some(child) => matches!(child.try_wait(), Ok(None)),
            None => test_kill_process(self.pid) != Err(rustix::io::Errno::SRCH),
        }
    }

    /// Stops the server: politely, then at once. Both leave nothing to lose.
    pub(super) async fn stop(mut self) {
        for (signal, patience) in [(Signal::INT, 30), (Signal::QUIT, 10)] {
            let _ = kill_process(self.pid, signal);
            let begun = Instant::now();
            while begun.elapsed() < Duration::from_secs(patience) {
                if !self.alive() {
                    return;
                }
                sleep(TICK).await;
            }
        }
        tracing::error!(process.id = self.pid.as_raw_nonzero().get(), "the database does not stop");
    }
}

impl Drop for Server {
    /// A start that is given up midway leaves no server behind.
    fn drop(&mut self) {
        if !self.kept && self.alive() {
            let _ = kill_process(self.pid, Signal::INT);
        }
    }
}

/// How to reach the cluster as its superuser.
pub(super) fn superuser(socket: &Path) -> PgConnectOptions {
    PgConnectOptions::new_without_pgpass().socket(socket).port(5432).username(SUPERUSER).database("postgres")
}

fn silent(pid: Pid, place: &Place) -> EmbeddedError {
    EmbeddedError::new(
        Kind::Server,
        format!("the database (process {}) runs but does not answer", pid.as_raw_nonzero()),
        format!("Look into {}, then stop that process and start Parvis again.", place.log.display()),
    )
}

/// What the server says before it has its own log.
fn start_log(place: &Place) -> PathBuf {
    place.home.join("start.log")
}

/// The server ended instead of starting: what it said, wherever it said it.
fn ended(place: &Place) -> EmbeddedError {
    let mut said = fs::read_to_string(start_log(place)).unwrap_or_default();
    let logs = fs::read_dir(&place.log).into_iter().flatten().flatten().map(|entry| entry.path());
    let newest = logs.max_by_key(|path| fs::metadata(path).and_then(|about| about.modified()).ok());
    if let Some(log) = newest {
        said.push_str(&fs::read_to_string(log).unwrap_or_default());
    }
    let lines: Vec<&str> = said.lines().collect();
    let tail = lines.iter().skip(lines.len().saturating_sub(12)).copied().collect::<Vec<_>>().join("\n");
    EmbeddedError::server("the database did not start", &tail, &place.home)
}
