//! What the clock asks of this room.

use super::{model::BIN, store};
use crate::{
    db::{Fact, Tx},
    kernel::Fault,
};

/// How many groups one run deletes; the next run goes on.
const BATCH: usize = 20;

/// Deletes for good the groups that have been in the bin for thirty days. Says how many.
pub async fn empty_bin(tx: &mut Tx) -> Result<usize, Fault> {
    let until = tx.now() - BIN;
    for done in 0..BATCH {
        let Some(group) = store::delete_binned(tx, until).await? else {
            return Ok(done);
        };
        tx.record(Fact::GroupErased { group }).await?;
    }
    Ok(BATCH)
}
