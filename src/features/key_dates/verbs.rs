//! What is done with key dates by those who keep them.

use super::{
    model::{DateRefused, Wording},
    store,
};
use crate::{
    db::{Fact, Tx},
    features::labels::Keeper,
    kernel::{Failure, Fault, KeyDateId},
};

/// Adds a key date.
pub async fn add(
    tx: &mut Tx,
    keeper: Keeper<'_>,
    wording: &Wording,
) -> Result<KeyDateId, Failure<DateRefused>> {
    let (group, now) = (keeper.group(), tx.now());
    let date = store::insert(tx.db(), group, wording, now).await?;
    tx.record(Fact::KeyDateAdded { group, date }).await?;
    Ok(date)
}

/// Takes a key date away. What is gone already leaves no fact.
pub(super) async fn remove(tx: &mut Tx, keeper: Keeper<'_>, date: KeyDateId) -> Result<(), Fault> {
    let group = keeper.group();
    if store::delete(tx.db(), group, date).await? {
        tx.record(Fact::KeyDateRemoved { group, date }).await?;
    }
    Ok(())
}
