//! Slot databases: a test takes a free one, empties it by one function call, and has it for itself.
//!
//! # Why
//! Creating a database for each test costs near a second, emptying one a few milliseconds. NOTIFY is per database, so
//! live tests do not hear each other. A slot is held by an advisory lock: threads, processes and other checkouts that
//! share the server never meet.

use std::{
    hash::{DefaultHasher, Hash as _, Hasher as _},
    time::Duration,
};

use sqlx::{AssertSqlSafe, Connection as _, PgConnection, PgPool, postgres::PgConnectOptions};

/// A database of one's own, until dropped.
pub struct TestDb {
    pub pool: PgPool,
    /// Holds the slot.
    _lock: PgConnection,
}

/// The throw-away server that `bin/test` starts.
pub fn server() -> PgConnectOptions {
    let url = std::env::var("PARVIS_TEST_DATABASE_URL")
        .expect("PARVIS_TEST_DATABASE_URL is not set: run bin/test, or eval \"$(bin/test --shell)\" first");
    url.parse().expect("PARVIS_TEST_DATABASE_URL is a PostgreSQL address")
}

/// What tells the databases of one checkout and schema from those of another.
fn fingerprint() -> u64 {
    let mut hasher = DefaultHasher::new();
    env!("CARGO_MANIFEST_DIR").hash(&mut hasher);
    for migration in parvis::db::MIGRATOR.iter() {
        migration.checksum.hash(&mut hasher);
    }
    hasher.finish()
}

impl TestDb {
    /// Takes a free slot and empties it.
    pub async fn take() -> Self {
        let mut lock = PgConnection::connect_with(&server().database("postgres"))
            .await
            .expect("the test server answers");
        let mark = fingerprint();
        let mut slot = 0;
        loop {
            let key = i64::from_ne_bytes(mark.to_ne_bytes()).wrapping_add(slot);
            let mine: bool = sqlx::query_scalar("select pg_try_advisory_lock($1)")
                .bind(key)
                .fetch_one(&mut lock)
                .await
                .unwrap();
            if mine {
                break;
            }
            slot += 1;
        }
        let name = format!("parvis_test_{mark:016x}_{slot}");
        let known: bool = sqlx::query_scalar("select exists (select 1 from pg_database where datname = $1)")
            .bind(&name)
            .fetch_one(&mut lock)
            .await
            .unwrap();
        if !known {
            sqlx::query(AssertSqlSafe(format!("create database {name}")))
                .execute(&mut lock)
                .await
                .expect("a database can be made");
        }
        let pool = pool(&name);
        prepare(&pool).await;
        Self { pool, _lock: lock }
    }
}

fn pool(name: &str) -> PgPool {
    let pool = parvis::db::pool(server().database(name), 8);
    // A test that waits for a connection waits for itself.
    pool.set_connect_options(
        std::sync::Arc::unwrap_or_clone(pool.connect_options()).statement_cache_capacity(200),
    );
    pool
}

async fn prepare(pool: &PgPool) {
    // Visibility and helpers may have changed without a migration: applied each time, as at a start.
    parvis::app::commands::migrate(pool).await.expect("the test database can be migrated");
    sqlx::raw_sql(include_str!("reset.sql")).execute(pool).await.expect("the reset function can be made");
    sqlx::query("select test_reset()").execute(pool).await.expect("the test database can be emptied");
}

/// How long a test waits for something that another task does.
pub const PATIENCE: Duration = Duration::from_secs(20);
