//! The wiring: what every part of the house may hold, and how it is put together.

pub mod administrator;
pub mod config;
pub mod demo;
pub mod commands;
pub mod doctor;
pub mod jobs;
pub mod layers;
pub mod metrics;
pub mod routes;
pub mod serve;
pub mod tasks;

use std::{ops::Deref, sync::Arc};

use sqlx::PgPool;
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use crate::{
    blobs::Blobs,
    db::Signal,
    features::people::FacetCache,
    jobs::worker::Registry,
    kernel::{Clock, Fault},
    live::Hub,
    mail::Mailer,
    outbound::{Client, Fetcher, Policy},
    web::limit::Limits,
    worker::Workers,
};

use config::Outbound;

pub use config::Config;

/// What every part of the house may hold. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Parts>);

/// The parts.
pub struct Parts {
    /// The settings.
    pub config: Config,
    /// The pool of connections for pages.
    pub db: PgPool,
    /// What time it is.
    pub clock: Clock,
    /// Rung after each commit that recorded something.
    pub signal: Signal,
    /// How often is too often.
    pub limits: Arc<Limits>,
    /// Bytes too large for rows.
    pub blobs: Blobs,
    /// Keys of anonymous polls under way, apart from everything that is copied.
    pub seals: Blobs,
    /// Child processes for files from strangers.
    pub workers: Workers,
    /// The way to addresses outside.
    pub outside: Arc<dyn Fetcher>,
    /// The way to the mail server, if there is one.
    pub mailer: Option<Arc<Mailer>>,
    /// Which jobs there are.
    pub jobs: Registry,
    /// The counts beside the directory, kept for a moment.
    pub facets: Arc<FacetCache>,
    /// The open pages.
    pub live: Arc<Hub>,
    /// Cancelled when the house begins to close.
    pub stop: CancellationToken,
    /// What runs beside the requests; the house closes when it has ended.
    pub tasks: TaskTracker,
}

impl Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl App {
    /// Puts the house together over a database that is there.
    pub fn new(config: Config, db: PgPool, clock: Clock) -> Result<Self, Fault> {
        // A decoder may take half a gigabyte: a few at a time, whatever the number of processors.
        let at_once = std::thread::available_parallelism().map_or(2, usize::from).min(4);
        let policy = match config.outbound {
            Outbound::Allow => Policy::public(),
            Outbound::Deny => Policy::deny(),
        };
        let outside = Arc::new(Client::new(policy)?);
        Self::with_parts(config, db, clock, Workers::here(at_once)?, outside)
    }

    /// The same with child processes of another binary and another way outside: tests run in one of their own.
    pub fn with_parts(
        config: Config,
        db: PgPool,
        clock: Clock,
        workers: Workers,
        outside: Arc<dyn Fetcher>,
    ) -> Result<Self, Fault> {
        let tasks = TaskTracker::new();
        let blobs = Blobs::new(&config, &tasks)?;
        let seals = Blobs::in_folder(&config.data.join("seals"))?;
        let mailer = Mailer::new(&config)?.map(Arc::new);
        Ok(Self(Arc::new(Parts {
            config,
            db,
            clock,
            signal: Signal::default(),
            limits: Arc::default(),
            blobs,
            seals,
            workers,
            outside,
            mailer,
            facets: Arc::default(),
            jobs: Registry { kinds: jobs::kinds, clock: jobs::CLOCK },
            live: Arc::new(Hub::new(routes::live())),
            stop: CancellationToken::new(),
            tasks,
        })))
    }

    /// The same house over another pool, for what must not take connections from pages.
    pub fn over(&self, db: PgPool) -> Self {
        Self(Arc::new(Parts {
            config: self.config.clone(),
            db,
            clock: self.clock.clone(),
            signal: self.signal.clone(),
            limits: self.limits.clone(),
            blobs: self.blobs.clone(),
            seals: self.seals.clone(),
            workers: self.workers.clone(),
            outside: self.outside.clone(),
            mailer: self.mailer.clone(),
            facets: self.facets.clone(),
            jobs: self.jobs,
            live: self.live.clone(),
            stop: self.stop.clone(),
            tasks: self.tasks.clone(),
        }))
    }
}
