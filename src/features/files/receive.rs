//! What was sent, before it belongs to anybody: whether it is taken, and without what it says of its makers.

use super::{NewFile, UploadRefused, kind};
use crate::{
    app::App,
    blobs::file_key,
    kernel::{Fault, FileId, fault::Busy},
    web::stream::Kept,
    worker::{
        WorkerError,
        document::{MOST_BYTES, metadata},
    },
};

/// Looks at what lies in the store since a moment: what is taken is from here on what is handed out. Names, companies and
/// programs are gone from the properties of documents of at most [`MOST_BYTES`]; what is sealed, or cannot be read, stays as
/// it is. What is not taken is left for the caller to throw away.
pub async fn receive(app: &App, kept: &Kept) -> Result<Result<NewFile, UploadRefused>, Fault> {
    let mut file = match NewFile::of(kept) {
        Ok(file) => file,
        Err(why) => return Ok(Err(why)),
    };
    if kind::tells_of_its_makers(file.kind)
        && kept.bytes <= MOST_BYTES
        && let Some(bytes) = without_metadata(app, file.id).await?
    {
        file.bytes = bytes;
    }
    Ok(Ok(file))
}

/// Puts the file without its properties in its place; says how many bytes it has now, if anything was taken out.
async fn without_metadata(app: &App, id: FileId) -> Result<Option<i64>, Fault> {
    let Some(from) = app.blobs.open(&file_key(id)).await? else { return Ok(None) };
    let mut pieces = metadata::take_out(&app.workers, from, metadata::limits()).await.map_err(fault)?;
    let (mut to, mut bytes) = (app.blobs.begin(&file_key(id))?, 0);
    loop {
        match pieces.next().await {
            Ok(Some(piece)) => {
                bytes += i64::try_from(piece.len())?;
                to.put(piece.into()).await?;
            }
            Ok(None) if bytes > 0 => {
                to.end().await?;
                return Ok(Some(bytes));
            }
            Ok(None) => break,
            Err(WorkerError::Refused(why)) => {
                tracing::info!(file.id = %id, ?why, "a document keeps its properties");
                break;
            }
            Err(other) => {
                to.abort().await?;
                return Err(fault(other));
            }
        }
    }
    to.abort().await?;
    Ok(None)
}

fn fault(error: WorkerError) -> Fault {
    if matches!(error, WorkerError::Busy) { Busy.into() } else { error.into() }
}
