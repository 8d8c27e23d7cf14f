//! The child: takes away its own means first, then reads one job, does it and ends.

use std::io::{self, Write};
use std::process::ExitCode;

use rustix::process::{Resource, Rlimit, setrlimit};

use super::{KINDS, frame};

/// Environment variables by which the parent hands over its limits.
pub(super) const MEMORY: &str = "PARVIS_WORKER_MEMORY";
pub(super) const SECONDS: &str = "PARVIS_WORKER_SECONDS";

/// Exit code of a child into whose memory its job did not fit; the codes from 2 to 5 are faults of ours.
const TOO_LARGE: u8 = 6;
const DEFAULT_MEMORY: u64 = 512 * 1024 * 1024;
const DEFAULT_SECONDS: u64 = 10;

/// Runs `parvis worker <kind>`: to be called before anything else happens in `main`.
pub fn run_child(kind: &str) -> ExitCode {
    let Some((_, handler)) = KINDS.iter().find(|(name, _)| *name == kind) else {
        return fail("no such kind of work", 2);
    };
    if let Err(error) = give_up_means() {
        return fail(&format!("limits: {error}"), 3);
    }
    let job = match frame::read_job(&mut io::stdin().lock()) {
        Ok(job) => job,
        Err(error) => return fail(&format!("job: {error}"), code(&error, 4)),
    };
    match handler(&job, &mut io::stdout().lock()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => ExitCode::from(code(&error, 5)),
    }
}

/// How an error is told: what does not fit into the memory is the file's doing, everything else ours.
fn code(error: &io::Error, ours: u8) -> u8 {
    if error.kind() == io::ErrorKind::OutOfMemory { TOO_LARGE } else { ours }
}

/// Memory, time, no new files, no file contents, no core dump. What is given up here cannot be taken back.
fn give_up_means() -> io::Result<()> {
    let limit = |resource, value| setrlimit(resource, Rlimit { current: Some(value), maximum: Some(value) });
    limit(Resource::Core, 0)?;
    limit(Resource::Fsize, 0)?;
    limit(Resource::Nofile, 8)?;
    let seconds = from_parent(SECONDS).unwrap_or(DEFAULT_SECONDS);
    // The first limit is told by a signal of its own, the second is the end without a word.
    setrlimit(Resource::Cpu, Rlimit { current: Some(seconds), maximum: Some(seconds + 1) })?;
    limit(Resource::As, from_parent(MEMORY).unwrap_or(DEFAULT_MEMORY))?;
    Ok(())
}

fn from_parent(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

fn fail(why: &str, code: u8) -> ExitCode {
    // Standard error may be closed: whether this can be written changes nothing.
    let _ = writeln!(io::stderr(), "parvis worker: {why}");
    ExitCode::from(code)
}
