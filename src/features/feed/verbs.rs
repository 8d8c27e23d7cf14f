//! What can be done to one's own feed.

use super::store;
use crate::{
    db::Tx,
    kernel::{Fault, MemberId},
};

/// Counts everything published until now as read, on every device. One's own reading is nobody's affair: no permit is
/// asked, and no fact is left.
pub async fn mark_all_read(tx: &mut Tx, me: MemberId) -> Result<(), Fault> {
    let now = tx.now();
    Ok(store::update_read_before(tx.db(), me, now).await?)
}
