//! Files too large for memory, on their way from a form to the store.
//!
//! They are written piece by piece beside their place, flushed to the disk and moved there at once, or put together by
//! the server that keeps them; only then is there something a row can point to.

use std::time::Duration;

use axum::{
    extract::{DefaultBodyLimit, FromRequest, Multipart, Request, multipart::Field},
    http::StatusCode,
};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::{
    app::{App, config::Storage},
    blobs::Writer,
    kernel::{film::Film, id::new_uuid},
    web::Error,
};

/// How much of its beginning is remembered of a file: what it is shows there.
const HEAD: usize = 4096;
/// How long a sender may be silent within a file.
pub const SILENCE: Duration = Duration::from_secs(60);

/// A file that lies in the store, under a key made of its id.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Which.
    pub id: Uuid,
    /// What it was called; only ever shown.
    pub name: String,
    /// How many bytes.
    pub bytes: u64,
    /// Their SHA-256.
    pub digest: Vec<u8>,
    /// How they begin.
    pub head: Vec<u8>,
}

impl Kept {
    /// Remembers a piece as far as it belongs to the beginning.
    pub fn remember(&mut self, piece: &[u8]) {
        self.head.extend(piece.iter().take(HEAD.saturating_sub(self.head.len())));
    }
}

/// What became of a file of a form.
#[derive(Debug)]
pub enum Took {
    /// It lies in the store.
    Kept(Kept),
    /// It had no bytes: what a browser sends for a field left alone.
    Nothing,
    /// It has more bytes than were left to it; none of them is kept.
    Heavy,
}

/// Where an uploaded file lies.
pub fn kept_key(id: Uuid) -> String {
    format!("uploads/{id}")
}

/// A form with one file that went to the store as it came, never whole in memory.
pub struct Streamed {
    /// The file, if one was chosen.
    pub file: Option<Kept>,
}

impl FromRequest<App> for Streamed {
    type Rejection = Error;

    async fn from_request(mut request: Request, app: &App) -> Result<Self, Error> {
        let most = app.config.upload_max_bytes();
        DefaultBodyLimit::max(most.saturating_add(crate::web::form::MOST)).apply(&mut request);
        let mut form = Multipart::from_request(request, app).await.map_err(|_| Error::UnsupportedBody)?;
        let mut streamed = Self { file: None };
        let mut left = most;
        while let Some(mut field) = form.next_field().await.map_err(|_| Error::Malformed)? {
            if let (Some(name), None) = (field.file_name().map(str::to_owned), &streamed.file) {
                streamed.file = match keep(app, &mut field, (name, kept_key), &mut left).await? {
                    Took::Kept(kept) => Some(kept),
                    Took::Nothing => None,
                    Took::Heavy => return Err(Error::TooLarge { most }),
                };
            }
        }
        Ok(streamed)
    }
}

/// Whether the disk has room for so many bytes, and for everything else that goes on. A bucket has no end.
pub fn has_room(app: &App, bytes: u64) -> Result<bool, Error> {
    let Storage::Folder(folder) = &app.config.storage else {
        return Ok(true);
    };
    let disk = rustix::fs::statvfs(folder)?;
    let free = disk.f_bavail.saturating_mul(disk.f_frsize);
    Ok(free >= bytes.saturating_add(app.config.disk_reserve_bytes()))
}

/// Writes a file to the store while it comes.
pub(super) async fn keep(
    app: &App,
    field: &mut Field<'_>,
    (name, key): (String, fn(Uuid) -> String),
    left: &mut usize,
) -> Result<Took, Error> {
    let id = new_uuid(app.clock.now());
    let mut kept = Kept { id, name, bytes: 0, digest: Vec::new(), head: Vec::new() };
    let mut to = app.blobs.begin(&key(id))?;
    let whole = copy(field, &mut to, left, &mut kept).await;
    if matches!(whole, Ok(true)) && kept.bytes > 0 {
        to.end().await?;
        return Ok(Took::Kept(kept));
    }
    to.abort().await?;
    Ok(if whole? { Took::Nothing } else { Took::Heavy })
}

/// Says whether the file stayed within its limit; what is beyond is read and forgotten.
async fn copy(
    field: &mut Field<'_>,
    to: &mut Writer,
    left: &mut usize,
    kept: &mut Kept,
) -> Result<bool, Error> {
    let (mut within, mut digest, mut film) = (true, Sha256::new(), Film::named(&kept.name));
    loop {
        let next = tokio::time::timeout(SILENCE, field.chunk()).await.map_err(|_| Error::Malformed)?;
        let chunk = match next {
            Ok(Some(chunk)) => chunk,
            Ok(None) => break,
            // What goes far beyond the limit is not even read to its end.
            Err(error) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => return Ok(false),
            Err(_) => return Err(Error::Malformed),
        };
        within &= chunk.len() <= *left;
        *left = left.saturating_sub(chunk.len());
        if within {
            kept.bytes += chunk.len() as u64;
            let chunk = match &mut film {
                Some(film) => film.pass(&chunk).into(),
                None => chunk,
            };
            kept.remember(&chunk);
            digest.update(&chunk);
            to.put(chunk).await?;
        }
    }
    if let Some(film) = film.filter(|_| within) {
        let rest = film.end();
        kept.remember(&rest);
        digest.update(&rest);
        to.put(rest.into()).await?;
    }
    kept.digest = digest.finalize().to_vec();
    Ok(within)
}
