//! Reading `postmaster.pid`: is the server it names running, and is it ours?
//!
//! A number alone proves little: after a crash, and in every new container, it may by then belong to another
//! process. PostgreSQL then refuses to start; here such a note is told from a true one.

use std::{fs, io::Write, path::Path, process::Command};

use rustix::process::{Pid, test_kill_process};

use super::place::{Place, new_file};

/// Above what any system gives to a process: a number of nobody.
const NOBODY: &str = "4194305";

/// What the lock file of a cluster says.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// No lock file, or one that PostgreSQL clears away by itself.
    Nothing,
    /// The server of this cluster runs.
    Running(Pid),
    /// It names a living process that is not this cluster's server.
    Stale,
}

/// Looks at the lock file of a cluster.
pub(super) fn look(cluster: &Path) -> Found {
    let Ok(text) = fs::read_to_string(cluster.join("postmaster.pid")) else {
        return Found::Nothing;
    };
    let pid = text.lines().next().and_then(|line| line.trim().parse().ok()).and_then(Pid::from_raw);
    match pid {
        Some(pid) if test_kill_process(pid) == Err(rustix::io::Errno::SRCH) => Found::Nothing,
        Some(pid) if serves(pid, cluster) => Found::Running(pid),
        _ => Found::Stale,
    }
}

/// Makes a stale lock file name nobody. The rest stays: with it PostgreSQL sees whether processes of the
/// dead server still have its memory open.
pub(super) fn disarm(cluster: &Path, place: &Place) {
    let path = cluster.join("postmaster.pid");
    let Ok(text) = fs::read_to_string(&path) else {
        return;
    };
    let rest = text.split_once('\n').map_or("", |(_, rest)| rest);
    if rest.is_empty() {
        let _ = fs::remove_file(&path);
    } else {
        let written = new_file(&path).and_then(|mut file| write!(file, "{NOBODY}\n{rest}"));
        let _ = written.and_then(|()| place.user.give(&path));
    }
}

fn serves(pid: Pid, cluster: &Path) -> bool {
    let id = pid.as_raw_nonzero().get();
    if cfg!(target_os = "linux") {
        let name = fs::read_to_string(format!("/proc/{id}/comm")).unwrap_or_default();
        let stands_in = fs::read_link(format!("/proc/{id}/cwd"));
        return name.starts_with("postgres") && stands_in.is_ok_and(|folder| folder == cluster);
    }
    let told = Command::new("ps").args(["-o", "command=", "-p", &id.to_string()]).output();
    let line = told.map(|out| String::from_utf8_lossy(&out.stdout).into_owned()).unwrap_or_default();
    line.contains("postgres") && line.contains(&cluster.display().to_string())
}
