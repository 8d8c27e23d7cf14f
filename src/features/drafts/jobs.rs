//! What the clock asks of this room.

use super::{store, verbs::BIN};
use crate::{db::Tx, kernel::Fault};

/// How many drafts one run deletes; the next run goes on.
const BATCH: i64 = 1_000;

/// Deletes for good what was thrown away thirty days ago.
pub async fn empty_bin(tx: &mut Tx) -> Result<u64, Fault> {
    let until = tx.now() - BIN;
    Ok(store::empty(tx.db(), until, BATCH).await?)
}
