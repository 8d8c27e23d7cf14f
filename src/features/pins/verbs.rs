//! Pinning and taking down.

use super::store;
use crate::{
    authz::{Permit, PinPost},
    db::{Fact, Tx},
    kernel::{Fault, Timestamp},
};

/// Pins a post, or pins it anew until another instant; none: until somebody takes it down.
pub async fn pin(tx: &mut Tx, permit: &Permit<PinPost>, until: Option<Timestamp>) -> Result<(), Fault> {
    let (group, post, by) = (permit.about().group.id, permit.about().id, permit.member()?);
    if store::pin(tx, (post, group), by, until).await? {
        tx.record(Fact::PostPinned { group, post, until }).await?;
    }
    Ok(())
}

/// Takes a post down. As it is already: nothing happens.
pub async fn unpin(tx: &mut Tx, permit: &Permit<PinPost>) -> Result<(), Fault> {
    let (group, post) = (permit.about().group.id, permit.about().id);
    if store::unpin(tx, (post, group)).await? {
        tx.record(Fact::PostUnpinned { group, post }).await?;
    }
    Ok(())
}
