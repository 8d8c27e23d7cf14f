//! Two accounts of one person become one: all that one of them wrote, joined and said goes to the other.

pub(super) mod store;

use super::{LostRefused, verbs};
use crate::{
    authz::{AbsorbAccount, MergeAccount, Permit},
    db::{Fact, Tx},
    kernel::Failure,
};

/// Ends an account and gives all of it to another, in one transaction. It cannot be undone.
pub(super) async fn merge(
    tx: &mut Tx,
    ends: &Permit<MergeAccount>,
    stays: &Permit<AbsorbAccount>,
) -> Result<(), Failure<LostRefused>> {
    let (gone, member) = (ends.about().id, stays.about().id);
    if stays.about().external && !ends.about().external {
        return Err(Failure::Refused(LostRefused::GuestTakesOver));
    }
    verbs::spare_last(tx, gone).await?;
    if gone == member || !store::hold(tx, gone, member).await? {
        return Err(Failure::Refused(LostRefused::Already));
    }
    verbs::end_ways(tx, gone).await?;
    store::merge(tx, gone, member).await?;
    super::store::anonymise(tx, gone).await?;
    tx.record(Fact::MembersMerged { member, gone }).await?;
    tx.record(Fact::AccessChanged { member, group: None }).await?;
    Ok(())
}
