//! Keeping for later.

use super::store;
use crate::{
    authz::{Permit, SavePost},
    db::Tx,
    kernel::Fault,
};

/// Keeps a post for later, or not any more. As it is already: nothing happens.
pub async fn save(tx: &mut Tx, permit: &Permit<SavePost>, on: bool) -> Result<(), Fault> {
    let (member, post, now) = (permit.member()?, permit.about().id, tx.now());
    if on {
        store::insert(tx.db(), member, post, now).await
    } else {
        store::delete(tx.db(), member, post).await
    }
}
