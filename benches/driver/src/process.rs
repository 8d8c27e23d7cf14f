//! What processes cost, as Linux counts it: processor time and proportional memory.

use std::fs;

use sqlx::PgPool;

use crate::Failure;

/// Ticks of /proc per second; Linux shows hundredths whatever the kernel uses inside.
const TICKS: f64 = 100.0;

/// User and system time of a process so far, in seconds; nothing when it is gone.
pub(crate) fn cpu(pid: u32) -> Option<f64> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The name in parentheses may hold anything, also spaces.
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
    let user: f64 = fields.next()?.parse().ok()?;
    let system: f64 = fields.next()?.parse().ok()?;
    Some((user + system) / TICKS)
}

/// Processor time of a process of one thread so far, in seconds, to the nanosecond; nothing when it is gone.
pub(crate) fn exact_cpu(pid: u32) -> Option<f64> {
    let text = fs::read_to_string(format!("/proc/{pid}/schedstat")).ok()?;
    Some(text.split_whitespace().next()?.parse::<f64>().ok()? / 1e9)
}

/// Proportional memory of a process, in megabytes.
pub(crate) fn memory(pid: u32) -> Option<f64> {
    let text = fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).ok()?;
    let line = text.lines().find(|line| line.starts_with("Pss:"))?;
    Some(line.split_whitespace().nth(1)?.parse::<f64>().ok()? / 1024.0)
}

/// The load of the machine.
pub(crate) fn load_average() -> String {
    fs::read_to_string("/proc/loadavg")
        .unwrap_or_default()
        .split_whitespace()
        .take(3)
        .collect::<Vec<_>>()
        .join(" ")
}

/// The database's processes that work for one program on the database at hand. Others in the cluster do not count.
pub(crate) async fn backends(db: &PgPool, database: &str, application: &str) -> Result<Vec<u32>, Failure> {
    let pids: Vec<i32> =
        sqlx::query_scalar("select pid from pg_stat_activity where datname = $1 and application_name = $2")
            .bind(database)
            .bind(application)
            .fetch_all(db)
            .await?;
    Ok(pids.into_iter().filter_map(|pid| u32::try_from(pid).ok()).collect())
}

/// Processor time of a server and of its database processes.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Cost {
    pub(crate) server: f64,
    pub(crate) database: f64,
}

impl Cost {
    pub(crate) fn total(self) -> f64 {
        self.server + self.database
    }
}

/// The clocks of some processes at one moment.
pub(crate) struct Clocks {
    server: f64,
    database: Vec<(u32, f64)>,
}

impl Clocks {
    pub(crate) fn read(server: u32, backends: &[u32]) -> Result<Self, Failure> {
        Ok(Self {
            server: cpu(server).ok_or("the server is gone")?,
            database: backends.iter().filter_map(|pid| Some((*pid, cpu(*pid)?))).collect(),
        })
    }

    /// What was used since `before`. A process that came meanwhile counts whole.
    pub(crate) fn since(&self, before: &Self) -> Cost {
        let earlier =
            |pid| before.database.iter().find(|(known, _)| *known == pid).map_or(0.0, |(_, time)| *time);
        Cost {
            server: self.server - before.server,
            database: self.database.iter().map(|(pid, time)| time - earlier(*pid)).sum(),
        }
    }
}
