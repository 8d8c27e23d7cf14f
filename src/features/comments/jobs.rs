//! What the clock asks of this room.

use super::{store::write as store, verbs::BIN};
use crate::{db::Tx, kernel::Fault};

/// How many comments one run deletes; the next run goes on.
const BATCH: i64 = 2_000;

/// Deletes for good what has been in the bin for thirty days; of a comment above answers, only its place stays. Says how
/// many comments; twice in a row deletes nothing more.
pub async fn empty_bin(tx: &mut Tx) -> Result<u64, Fault> {
    let until = tx.now() - BIN;
    let gone = store::delete_binned(tx.db(), until, BATCH).await?;
    Ok(gone + store::empty_binned(tx.db(), until, BATCH).await?)
}
