//! The floor's feed statement in pgbench: what is left when there is no server at all.

use std::path::Path;

use sqlx::PgPool;
use tokio::process::Command;

use crate::Failure;

const FEED: &str = include_str!("../../floor/src/feed.sql");

/// Milliseconds of the statement over one connection.
pub(crate) async fn feed(db: &PgPool, database: &str, scratch: &Path, most: i64) -> Result<f64, Failure> {
    for statement in [
        "create unlogged table if not exists bench_members (number integer primary key, id uuid not null)",
        "truncate bench_members",
        "insert into bench_members select row_number() over (order by md5(handle)), id from members order by md5(handle) limit 2000",
        "analyze bench_members",
    ] {
        sqlx::query(statement).execute(db).await?;
    }
    let people: i64 = sqlx::query_scalar("select count(*) from bench_members").fetch_one(db).await?;
    let asked = FEED
        .replace("$1", "(select id from bench_members where number = :number)")
        .replace("$2", &most.to_string());
    let script = scratch.join("feed.pgbench");
    std::fs::write(
        &script,
        format!("\\set number random(1, {people})\n{};\n", asked.trim().replace('\n', " ")),
    )?;
    let done = Command::new("pgbench")
        .args(["--no-vacuum", "--protocol=prepared", "--client=1", "--time=3", "--random-seed=1", "--file"])
        .arg(&script)
        .arg(database)
        .output()
        .await?;
    let text = String::from_utf8_lossy(&done.stdout);
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix("latency average = "))
        .ok_or("pgbench says nothing")?;
    Ok(line.trim_end_matches(" ms").parse()?)
}
