//! A file too large for memory, on its way from a form to the store.

use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request, multipart::Field};
use object_store::buffered::BufWriter;
use sha2::{Digest as _, Sha256};
use tokio::io::AsyncWriteExt as _;
use uuid::Uuid;

use crate::{app::App, kernel::id::new_uuid, web::Error};

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
                streamed.file = keep(app, &mut field, name, &mut left, most).await?;
            }
        }
        Ok(streamed)
    }
}

/// Writes a file to the store while it comes; a browser sends an empty one for a field left alone.
async fn keep(
    app: &App,
    field: &mut Field<'_>,
    name: String,
    left: &mut usize,
    most: usize,
) -> Result<Option<Kept>, Error> {
    let id = new_uuid(app.clock.now());
    let mut to = app.blobs.begin(&kept_key(id))?;
    let written = copy(field, &mut to, left, most).await;
    match written {
        Ok((bytes, digest)) if bytes > 0 => {
            to.shutdown().await?;
            Ok(Some(Kept { id, name, bytes, digest }))
        }
        Ok(_) => {
            to.abort().await?;
            Ok(None)
        }
        Err(error) => {
            to.abort().await?;
            Err(error)
        }
    }
}

async fn copy(
    field: &mut Field<'_>,
    to: &mut BufWriter,
    left: &mut usize,
    most: usize,
) -> Result<(u64, Vec<u8>), Error> {
    let (mut bytes, mut digest) = (0, Sha256::new());
    while let Some(chunk) = field.chunk().await.map_err(|_| Error::Malformed)? {
        *left = left.checked_sub(chunk.len()).ok_or(Error::TooLarge { most })?;
        bytes += chunk.len() as u64;
        digest.update(&chunk);
        to.put(chunk).await?;
    }
    Ok((bytes, digest.finalize().to_vec()))
}
