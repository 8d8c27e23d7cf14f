//! The way to PostgreSQL: the pool, the one transaction type, facts, migrations.
//!
//! `migrate` runs the migrator and re-applies the replaceable SQL (helpers, visibility) under one lock; start-up,
//! tests and the command line all call it and nothing else.

pub mod constraint;
pub mod embedded;
pub mod fact;
pub mod tx;

use std::time::Duration;

use sqlx::{
    AssertSqlSafe, Connection, PgConnection, PgPool,
    migrate::Migrator,
    postgres::{PgConnectOptions, PgPoolOptions},
};

use crate::kernel::Fault;

pub use constraint::OnConstraint;
pub use fact::{Activity, Fact};
pub use tx::{Signal, Tx};

/// A connection, as store functions take it.
pub type Db = PgConnection;

/// The migrations of this binary.
pub static MIGRATOR: Migrator = sqlx::migrate!("./migrations");

/// Locks out a second migrator (any number that nobody else uses).
const MIGRATION_LOCK: i64 = 0x5041_5256_4953;

/// Opens a pool with the time limits of SECURITY §3.1: no statement, lock or idle transaction holds a page for long.
pub fn pool(options: PgConnectOptions, connections: u32) -> PgPool {
    let options = options.application_name("parvis").options([
        ("statement_timeout", "5s"),
        ("lock_timeout", "2s"),
        ("idle_in_transaction_session_timeout", "10s"),
        ("timezone", "UTC"),
        ("jit", "off"),
        // The statements are the same all day, and what one may see makes their plans long to find: found once for each
        // connection, never for each page.
        ("plan_cache_mode", "force_generic_plan"),
        // Pages of a solid disk, or of memory, are not read faster in their order: an index is worth using for a few rows.
        ("random_page_cost", "1.1"),
        // How far a word that someone looks for may be from the one that is meant.
        ("pg_trgm.word_similarity_threshold", "0.5"),
    ]);
    PgPoolOptions::new()
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(Duration::from_secs(2))
        .idle_timeout(Duration::from_secs(600))
        // A ping on every acquire would double the round trips of a page: ask only after a pause.
        .test_before_acquire(false)
        .before_acquire(|connection, meta| {
            Box::pin(
                async move { Ok(meta.idle_for < Duration::from_secs(2) || connection.ping().await.is_ok()) },
            )
        })
        .connect_lazy_with(options)
}

/// Brings the database to this binary's schema. Safe to call from several processes at once.
pub async fn migrate(db: &mut Db) -> Result<(), Fault> {
    sqlx::query("set statement_timeout = 0").execute(&mut *db).await?;
    sqlx::query("set lock_timeout = 0").execute(&mut *db).await?;
    sqlx::query("select pg_advisory_lock($1)").bind(MIGRATION_LOCK).execute(&mut *db).await?;
    let done = run_migrations(db).await;
    sqlx::query("select pg_advisory_unlock($1)").bind(MIGRATION_LOCK).execute(&mut *db).await?;
    done
}

async fn run_migrations(db: &mut Db) -> Result<(), Fault> {
    MIGRATOR.run(&mut *db).await?;
    let mut tx = db.begin().await?;
    for replaceable in [include_str!("functions.sql"), include_str!("../authz/visibility.sql")] {
        sqlx::raw_sql(AssertSqlSafe(replaceable)).execute(&mut *tx).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Whether the database stands at this binary's schema.
pub async fn is_current(db: &mut Db) -> Result<bool, Fault> {
    let newest = MIGRATOR.iter().map(|migration| migration.version).max();
    // Not checked at build time: the migrator makes the table.
    let applied: Option<i64> =
        sqlx::query_scalar("select max(version) from _sqlx_migrations where success").fetch_one(db).await?;
    Ok(applied >= newest)
}
