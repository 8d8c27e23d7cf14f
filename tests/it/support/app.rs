//! The whole house for one test: its own database and folder, a clock that stands still.

use std::sync::Arc;

use axum::Router;
use parvis::{
    app::{App, Config, layers},
    kernel::FakeClock,
    outbound::{Canned, Fetcher},
    worker::Workers,
};

use super::{Visitor, db::TestDb};

/// The house.
pub struct TestApp {
    pub app: App,
    pub clock: FakeClock,
    pub router: Router,
    _db: TestDb,
    _folder: tempfile::TempDir,
}

/// The origin that visitors' browsers see.
pub const ORIGIN: &str = "http://parvis.test";

impl TestApp {
    /// Opens the house, empty.
    pub async fn start() -> Self {
        Self::start_with(&[]).await
    }

    /// Opens the house with other settings.
    pub async fn start_with(settings: &[(&str, &str)]) -> Self {
        Self::start_reaching(settings, Arc::new(Canned::new())).await
    }

    /// Opens the house with another way outside; otherwise there is nothing there.
    pub async fn start_reaching(settings: &[(&str, &str)], outside: Arc<dyn Fetcher>) -> Self {
        let db = TestDb::take().await;
        let folder = tempfile::tempdir().expect("a folder can be made");
        let mut pairs = vec![
            ("PARVIS_BASE_URL".to_owned(), ORIGIN.to_owned()),
            ("PARVIS_DATA".to_owned(), folder.path().to_string_lossy().into_owned()),
            ("PARVIS_NAME".to_owned(), "Réseau Estuaire".to_owned()),
        ];
        pairs.extend(settings.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let config = Config::from_pairs(pairs).expect("the test settings are right");
        let clock = FakeClock::present();
        let workers = Workers::of(env!("CARGO_BIN_EXE_parvis"), 2);
        let app = App::with_parts(config, db.pool.clone(), clock.clock(), workers, outside)
            .expect("the house can be put together");
        let router = layers::service(&app).expect("the layers can be put together");
        Self { app, clock, router, _db: db, _folder: folder }
    }

    /// Begins a change in nobody's name.
    pub async fn begin(&self) -> parvis::db::Tx {
        let signal = self.app.signal.clone();
        parvis::db::Tx::begin(&self.app.db, None, "test", self.app.clock.now(), signal)
            .await
            .expect("the database answers")
    }

    /// Has the clock start a job, and everything be done that waits.
    pub async fn run<J: parvis::jobs::Job>(&self, job: &J) {
        let mut tx = self.begin().await;
        parvis::jobs::Enqueue::enqueue(&mut tx, job).await.expect("the queue answers");
        tx.commit().await.expect("the queue answers");
        parvis::jobs::run_until_empty(&self.app).await.expect("the jobs run");
    }

    /// Lets jobs that wait for their next attempt be tried now.
    pub async fn make_jobs_due(&self) {
        let due = "update graphile_worker._private_jobs set run_at = now()";
        sqlx::query(due).execute(&self.app.db).await.expect("the queue answers");
    }

    /// Waits until open pages have been told of everything that was committed before.
    pub async fn settle(&self) {
        let mark: i64 = sqlx::query_scalar("select pg_current_xact_id()::text::bigint")
            .fetch_one(&self.app.db)
            .await
            .expect("the database answers");
        tokio::time::timeout(super::db::PATIENCE, async {
            while self.app.live.mark() <= mark {
                tokio::time::sleep(std::time::Duration::from_millis(10)).await;
            }
        })
        .await
        .expect("the listener follows");
    }

    /// Waits until a change of somebody waits for somebody else's.
    pub async fn until_someone_waits(&self) {
        tokio::time::timeout(super::db::PATIENCE, async {
            let waits = "select exists (select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')";
            while !sqlx::query_scalar::<_, bool>(waits).fetch_one(&self.app.db).await.expect("the database answers") {
                tokio::time::sleep(std::time::Duration::from_millis(10)).await;
            }
        })
        .await
        .expect("somebody waits");
    }

    /// Someone who is not signed in.
    pub fn visitor(&self) -> Visitor {
        Visitor::new(self.router.clone())
    }
}
