//! What the clock asks of this room.

use super::{store, verbs::BIN};
use crate::{db::Tx, kernel::Fault};

/// How many posts one run deletes; the next run goes on.
const BATCH: i64 = 500;

/// Deletes for good what has been in the bin for thirty days. Says how many posts; twice in a row deletes nothing more.
pub async fn empty_bin(tx: &mut Tx) -> Result<u64, Fault> {
    let until = tx.now() - BIN;
    Ok(store::delete_binned(tx.db(), until, BATCH).await?)
}
