//! The wiring: what every part of the house may hold, and how it is put together.

pub mod administrator;
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
        let blobs = Blobs::in_folder(&config.data.join("blobs"))?;
        Ok(Self(Arc::new(Parts { config, db, clock, signal: Signal::default(), limits: Limits::default(), blobs })))
    }
}
