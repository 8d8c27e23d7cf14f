//! The wiring: what every part of the house may hold, and how it is put together.

pub mod config;
pub mod commands;
pub mod layers;
pub mod routes;
pub mod serve;

use std::{ops::Deref, sync::Arc};

use sqlx::PgPool;

use crate::{
    blobs::Blobs,
    db::Signal,
    kernel::{Clock, Fault},
    web::limit::Limits,
    worker::Workers,
};

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
    pub limits: Limits,
    /// Bytes too large for rows.
    pub blobs: Blobs,
    /// Child processes for files from strangers.
    pub workers: Workers,
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
        Self::with_workers(config, db, clock, Workers::here(at_once)?)
    }

    /// The same with child processes of another binary: tests run in one of their own.
    pub fn with_workers(config: Config, db: PgPool, clock: Clock, workers: Workers) -> Result<Self, Fault> {
        let blobs = Blobs::in_folder(&config.data.join("blobs"))?;
        let (signal, limits) = (Signal::default(), Limits::default());
        Ok(Self(Arc::new(Parts { config, db, clock, signal, limits, blobs, workers })))
    }
}
