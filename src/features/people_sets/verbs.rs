//! Setting the rule of a group, and doing what the rules say.

use super::store;
use crate::{
    authz::{GroupRole, ManageGroup, Permit, Reason},
    db::{Fact, Tx},
    features::groups,
    kernel::{Failure, Fault, GroupId},
};

/// Sets or takes away the rule of a group. The fact queues the look at it.
pub(super) async fn set_rule(
    tx: &mut Tx,
    permit: &Permit<ManageGroup>,
    terms: &[i32],
) -> Result<(), Failure<Reason>> {
    let (group, me) = (permit.about().id, permit.member()?);
    match store::hold(tx, group, Some(me)).await? {
        Some((true, Some(GroupRole::Manager))) => {}
        Some((false, _)) => return Err(Failure::Refused(Reason::Archived)),
        _ => return Err(Failure::Refused(Reason::ManagersOnly)),
    }
    store::replace(tx, group, me, terms).await?;
    tx.record(Fact::GroupRuleChanged { group }).await?;
    Ok(())
}

/// Lets in and out whom the rule of a group describes now.
pub(super) async fn evaluate(tx: &mut Tx, group: GroupId) -> Result<(), Fault> {
    if !matches!(store::hold(tx, group, None).await?, Some((true, _))) {
        return Ok(());
    }
    let terms = store::terms(tx.db(), group).await?;
    if terms.is_empty() {
        return Ok(());
    }
    for member in store::let_in(tx, group, &terms).await? {
        tx.record(Fact::MemberEnrolled { group, member }).await?;
    }
    for member in store::let_out(tx, group, &terms).await? {
        tx.record(Fact::MemberRemoved { group, member }).await?;
        for member in groups::store::clear_notices(tx, group, Some(member)).await? {
            tx.record(Fact::NoticesChanged { member }).await?;
        }
    }
    store::mark_evaluated(tx, group).await
}
