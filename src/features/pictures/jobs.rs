//! Tidying: pictures that nothing took, and bytes that no row points to.

use std::collections::HashSet;

use chrono::TimeDelta;
use uuid::Uuid;

use crate::{app::App, blobs::owner, db::Tx, kernel::Fault};

use super::store;

/// How long a picture may stay without a place: a form left open over night still has its pictures.
const PATIENCE: TimeDelta = TimeDelta::days(1);

/// Throws away loose pictures and forgotten bytes, both older than a day.
pub async fn sweep(app: &App) -> Result<(), Fault> {
    let before = app.clock.now() - PATIENCE;
    let mut tx = Tx::begin(&app.db, None, "sweep", app.clock.now(), app.signal.clone()).await?;
    let rows = store::delete_stale(tx.db(), before).await?;
    tx.commit().await?;
    let old: Vec<(Uuid, String)> = app
        .blobs
        .list("pictures")
        .await?
        .into_iter()
        .filter(|(_, written)| *written < before)
        .filter_map(|(key, _)| Some((owner(&key)?, key)))
        .collect();
    let mut blobs = 0_u64;
    for some in old.chunks(500) {
        let ids: Vec<Uuid> = some.iter().map(|(id, _)| *id).collect();
        let known: HashSet<Uuid> =
            store::known(&mut *app.db.acquire().await?, &ids).await?.into_iter().collect();
        for (_, key) in some.iter().filter(|(id, _)| !known.contains(id)) {
            app.blobs.delete(key).await?;
            blobs += 1;
        }
    }
    tracing::info!(pictures = rows, blobs, "forgotten pictures are swept away");
    Ok(())
}
