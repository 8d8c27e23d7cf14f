//! Tidying: bytes of photos that nobody shows, and the number of people in the community.

use std::collections::HashSet;

use chrono::TimeDelta;
use uuid::Uuid;

use crate::{app::App, blobs::owner, db::Tx, kernel::Fault};

use super::store;

/// Adds up how the community and its groups grew and shrank since they were last counted.
pub async fn tidy(tx: &mut Tx) -> Result<(), Fault> {
    Ok(store::recount(tx).await?)
}

/// Throws away the bytes of photos that were replaced or never shown, once they are a day old.
pub async fn sweep(app: &App) -> Result<(), Fault> {
    let before = app.clock.now() - TimeDelta::days(1);
    let found = app.blobs.list("photos").await?;
    let old: Vec<(Uuid, String)> = found
        .into_iter()
        .filter(|(_, written)| *written < before)
        .filter_map(|(key, _)| Some((owner(&key)?, key)))
        .collect();
    for some in old.chunks(500) {
        let versions: Vec<Uuid> = some.iter().map(|(version, _)| *version).collect();
        let shown: HashSet<Uuid> =
            store::shown(&mut *app.db.acquire().await?, &versions).await?.into_iter().collect();
        for (_, key) in some.iter().filter(|(version, _)| !shown.contains(version)) {
            app.blobs.delete(key).await?;
        }
    }
    Ok(())
}
