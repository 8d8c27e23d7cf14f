//! Tidying: files of which nothing came for a day, and parts that belong to nothing.

use std::collections::HashSet;

use chrono::TimeDelta;
use uuid::Uuid;

use super::store;
use crate::{app::App, blobs::owner, db::Tx, kernel::Fault};

/// How long a file on its way waits for its next part.
const PATIENCE: TimeDelta = TimeDelta::days(1);

/// Throws away what was given up, and the parts of it.
pub async fn sweep(app: &App) -> Result<(), Fault> {
    let before = app.clock.now() - PATIENCE;
    let mut tx = Tx::begin(&app.db, None, "sweep", app.clock.now(), app.signal.clone()).await?;
    let rows = store::delete_silent(tx.db(), before).await?;
    tx.commit().await?;
    // Listed before the rows are read: what begins in between is no part of either.
    let lying = app.blobs.list("parts").await?;
    let coming: HashSet<Uuid> = store::list_ids(&mut *app.db.acquire().await?).await?.into_iter().collect();
    let mut parts = 0_u64;
    for (key, _) in lying {
        if owner(&key).is_none_or(|id| !coming.contains(&id)) {
            app.blobs.delete(&key).await?;
            parts += 1;
        }
    }
    tracing::info!(uploads = rows, parts, "uploads that were given up are swept away");
    Ok(())
}
