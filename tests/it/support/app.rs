//! The whole house for one test: its own database and folder, a clock that stands still.

use axum::Router;
use parvis::{
    app::{App, Config, layers},
    kernel::FakeClock,
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
        let app = App::with_workers(config, db.pool.clone(), clock.clock(), workers).expect("the house can be put together");
        let router = layers::service(&app).expect("the layers can be put together");
        Self { app, clock, router, _db: db, _folder: folder }
    }

    /// Someone who is not signed in.
    pub fn visitor(&self) -> Visitor {
        Visitor::new(self.router.clone())
    }
}
