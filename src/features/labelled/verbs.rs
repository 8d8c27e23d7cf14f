//! Following labels.

use super::store;
use crate::{
    authz::{FollowLabel, Permit},
    db::{Fact, Tx},
    kernel::{Fault, LabelId},
};

/// Follows a label, or stops. What is so already leaves no second fact.
pub(super) async fn follow(
    tx: &mut Tx,
    permit: &Permit<FollowLabel>,
    label: LabelId,
    on: bool,
) -> Result<(), Fault> {
    let (member, now) = (permit.member()?, tx.now());
    if store::set_follow(tx.db(), member, label, on, now).await? {
        tx.record(Fact::LabelFollowed { label, on }).await?;
    }
    Ok(())
}
