//! The database that Parvis runs itself when no `DATABASE_URL` is given.
//!
//! A private PostgreSQL in the data folder: no port, no password, a socket that only its user and root can
//! open, checksums and fsync on. It is made at the first start, adopted when it survived a killed Parvis,
//! started again when it dies, and stopped with Parvis.
//!
//! # Why our own supervisor
//!
//! The published crate cannot drop privileges, so it fails as root and in most containers; it opens a port and
//! keeps a password in a file. What is needed is small: find the binaries of the system, `initdb`, start, watch.

mod binaries;
mod cluster;
mod error;
mod pidfile;
mod place;
mod server;
mod user;

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use sqlx::{Connection, PgConnection, postgres::PgConnectOptions};
use tokio::sync::Mutex;
use tokio_util::sync::CancellationToken;

pub use self::error::{EmbeddedError, Kind};
use self::{binaries::Binaries, cluster::ROLE, place::Place, server::Server};

/// Hears, in a line each, of what takes time or should be known.
pub type Say<'a> = &'a (dyn Fn(&str) + Sync);

/// Where the embedded database may put things.
#[derive(Debug, Clone)]
pub struct Setup {
    /// The data folder of Parvis.
    pub data: PathBuf,
    /// The folder of the server binaries (`PARVIS_PG_BIN`); searched for when none is given.
    pub binaries: Option<PathBuf>,
    /// Where the database goes when its user cannot enter the data folder.
    pub system_place: PathBuf,
}

impl Setup {
    /// The usual set-up for a data folder.
    pub fn new(data: &Path) -> Self {
        Self { data: data.to_path_buf(), binaries: None, system_place: PathBuf::from("/var/lib/parvis") }
    }
}

/// A running embedded database.
#[derive(Debug)]
pub struct Embedded {
    place: Place,
    binaries: Binaries,
    /// Empty once stopped.
    server: Mutex<Option<Server>>,
}

impl Embedded {
    /// Starts the database of a data folder, making it first where there is none; `say` hears of what takes time.
    pub async fn start(data: &Path, say: Say<'_>) -> Result<Self, EmbeddedError> {
        Self::start_with(&Setup::new(data), say).await
    }

    /// Like [`Embedded::start`], with a say in where things are.
    pub async fn start_with(setup: &Setup, say: Say<'_>) -> Result<Self, EmbeddedError> {
        let place = Place::take(setup, say)?;
        let made_by = cluster::major(&place)?;
        let binaries = Binaries::find(setup.binaries.as_deref(), made_by, &place.cluster)?;
        if made_by.is_none() {
            say(&format!("making the database (PostgreSQL {})", binaries.major));
            cluster::make(&place, &binaries).await?;
        }
        place.note(&setup.data)?;
        let server = Server::up(&place, &binaries, say).await?;
        let this = Self { place, binaries, server: Mutex::new(Some(server)) };
        if let Err(error) = this.furnish().await {
            this.stop().await;
            let detail = error.to_string();
            return Err(EmbeddedError::server(
                "the database of Parvis could not be made",
                &detail,
                this.home(),
            ));
        }
        Ok(this)
    }

    /// How to connect as the role of Parvis.
    pub fn connect_options(&self) -> PgConnectOptions {
        server::superuser(&self.place.socket).username(ROLE).database(ROLE)
    }

    /// The same as an address, for tools such as `psql` and `pg_dump`.
    pub fn url(&self) -> String {
        format!("postgres://{ROLE}@localhost/{ROLE}?host={}", self.place.socket.display())
    }

    /// The folder that holds the cluster, its logs and its socket.
    pub fn home(&self) -> &Path {
        &self.place.home
    }

    /// The folder of the binaries in use, where `pg_dump` usually is as well.
    pub fn binaries(&self) -> &Path {
        &self.binaries.folder
    }

    /// Starts the server again whenever it dies, until told to end. Connections of a pool heal by themselves.
    pub async fn watch(&self, cancel: CancellationToken) {
        let _ = cancel.run_until_cancelled(self.keep_alive()).await;
    }

    async fn keep_alive(&self) {
        let mut wait = Duration::from_millis(200);
        loop {
            tokio::time::sleep(Duration::from_millis(200)).await;
            let mut slot = self.server.lock().await;
            let Some(server) = slot.as_mut() else { return };
            if server.alive() {
                wait = Duration::from_millis(200);
                continue;
            }
            tracing::error!("the database ended unexpectedly: starting it again");
            match Server::up(&self.place, &self.binaries, &|text| tracing::info!("{text}")).await {
                Ok(again) => {
                    *slot = Some(again);
                    tracing::info!("the database runs again");
                }
                Err(error) => {
                    drop(slot);
                    tracing::error!(%error, retry.seconds = wait.as_secs(), "the database does not start");
                    tokio::time::sleep(wait).await;
                    wait = (wait * 2).min(Duration::from_secs(30));
                }
            }
        }
    }

    /// Stops the server and waits until it has written everything. Close the pools first.
    pub async fn stop(&self) {
        if let Some(server) = self.server.lock().await.take() {
            server.stop().await;
            self.place.leave();
        }
    }

    /// The role and the database of Parvis: the role is no superuser, so that no statement can leave the database.
    async fn furnish(&self) -> Result<(), sqlx::Error> {
        let mut db = PgConnection::connect_with(&server::superuser(&self.place.socket)).await?;
        let role = sqlx::query("select 1 from pg_roles where rolname = 'parvis'");
        if role.fetch_optional(&mut db).await?.is_none() {
            sqlx::query("create role parvis login").execute(&mut db).await?;
        }
        let database = sqlx::query("select 1 from pg_database where datname = 'parvis'");
        if database.fetch_optional(&mut db).await?.is_none() {
            sqlx::query("create database parvis owner parvis").execute(&mut db).await?;
        }
        db.close().await
    }
}
