//! What a server costs that nobody asks for anything: processor time and statements of its background work.

use std::time::Duration;

use sqlx::PgPool;

use crate::{
    Failure,
    process::{self, Clocks},
    server::Server,
    table::{Goal, note},
};

/// How long it is watched, in seconds.
const WATCHED: u32 = 10;

/// Watches a server that has nothing to do.
pub(crate) async fn show(db: &PgPool, database: &str, server: &Server) -> Result<(), Failure> {
    // What the start left behind is done first.
    tokio::time::sleep(Duration::from_secs(2)).await;
    let backends = || process::backends(db, database, server.side.application());
    sqlx::query("select pg_stat_statements_reset()").execute(db).await?;
    let before = Clocks::read(server.pid, &backends().await?)?;
    tokio::time::sleep(Duration::from_secs(WATCHED.into())).await;
    let used = Clocks::read(server.pid, &backends().await?)?.since(&before);
    let asked: f64 = sqlx::query_scalar(
        "select coalesce(sum(calls), 0)::float8 from pg_stat_statements s join pg_database d on d.oid = s.dbid
         where d.datname = current_database() and query !~ 'pg_stat_'",
    )
    .fetch_one(db)
    .await?;
    let goal = Goal { number: "idle", must: 2.0, aim: 1.0, unit: "%" };
    goal.show("processor time when nobody asks", used.total() / f64::from(WATCHED) * 100.0, "");
    note("   statements a second", &format!("{:.1}", asked / f64::from(WATCHED)));
    Ok(())
}
