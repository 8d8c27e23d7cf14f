//! Tidying, both ways: files that nothing took, bytes that no row points to, and rows whose bytes are not there.

mod texts;

use std::collections::HashSet;

use chrono::TimeDelta;
use uuid::Uuid;

use super::store;
use crate::{
    app::App,
    blobs::{file_key, owner},
    db::Tx,
    kernel::{Fault, FileId},
};

pub use texts::ReadTexts;
pub(super) use texts::{Waiting, read_soon};

/// How long a file may stay without a place: a form left open over night still has its files.
const PATIENCE: TimeDelta = TimeDelta::days(1);
/// How many rows are looked at in one go.
const BATCH: i64 = 5_000;

/// Throws away loose files and forgotten bytes, both older than a day. A row without bytes is no member's fault and
/// cannot be mended here: it is said in the log, for whoever holds the last backup.
pub async fn sweep(app: &App) -> Result<(), Fault> {
    let before = app.clock.now() - PATIENCE;
    let mut tx = Tx::begin(&app.db, None, "sweep", app.clock.now(), app.signal.clone()).await?;
    let rows = store::delete_stale(tx.db(), before).await?;
    texts::read_left(&mut tx).await?;
    tx.commit().await?;
    let mut lying = app.blobs.list("files").await?;
    let lies: HashSet<Uuid> = lying.iter().filter_map(|(key, _)| owner(key)).collect();
    let mut known = HashSet::new();
    let mut after = Uuid::nil();
    loop {
        let ids = store::list_ids(&mut *app.db.acquire().await?, after, BATCH).await?;
        let Some(last) = ids.last() else { break };
        after = *last;
        for id in &ids {
            if !lies.contains(id) && app.blobs.open(&file_key(FileId(*id))).await?.is_none() {
                tracing::error!(file.id = %id, "a file has a row and no bytes");
            }
        }
        known.extend(ids);
    }
    lying.extend(app.blobs.list("pages").await?);
    let mut blobs = 0_u64;
    for (key, written) in lying {
        let forgotten = owner(&key).is_none_or(|id| !known.contains(&id));
        if forgotten && written < before {
            app.blobs.delete(&key).await?;
            blobs += 1;
        }
    }
    tracing::info!(files = rows, blobs, "forgotten files are swept away");
    Ok(())
}

/// Reads the text of all documents again, in the background. Says how many they are.
pub async fn read_again(app: &App) -> Result<u64, Fault> {
    let mut tx = Tx::begin(&app.db, None, "search", app.clock.now(), app.signal.clone()).await?;
    let files = store::forget_reading(tx.db()).await?;
    texts::read_left(&mut tx).await?;
    tx.commit().await?;
    Ok(files)
}
