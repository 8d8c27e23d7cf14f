//! Going through.

use crate::{
    authz::{EditProfile, Permit},
    db::{Fact, Tx},
    kernel::Fault,
};

use super::store;

/// Lets someone in who has answered.
pub(super) async fn pass(tx: &mut Tx, permit: &Permit<EditProfile>) -> Result<(), Fault> {
    let member = permit.about().id;
    if store::open(tx.db(), member).await? {
        tx.record(Fact::GatePassed { member }).await?;
    }
    Ok(())
}
