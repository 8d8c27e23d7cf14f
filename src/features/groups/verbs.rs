//! Making a group. What it becomes afterwards is the affair of the room of governance.

use crate::{
    authz::{CreateGroup, GroupRole, Permit},
    db::{Fact, Tx},
    features::groups::{membership, model::NewGroup, store},
    kernel::{Failure, Fault, GroupId, Slug, secret},
};

/// Starts a group; whoever starts it manages it.
pub async fn create(
    tx: &mut Tx,
    permit: &Permit<CreateGroup>,
    group: &NewGroup,
) -> Result<(GroupId, Slug), Fault> {
    let me = permit.member()?;
    let id = GroupId::new(tx.now());
    let mark: String = secret::nonce().chars().take(6).collect();
    let slug = Slug::of(group.name.as_str(), &mark);
    match store::insert(tx, id, &slug, group, me).await {
        Ok(()) => {}
        Err(Failure::Refused(())) => return Err(Fault::new("two groups drew the same mark")),
        Err(Failure::Fault(fault)) => return Err(fault),
    }
    membership::first(tx, id, me, GroupRole::Manager).await?;
    tx.record(Fact::GroupCreated { group: id }).await?;
    membership::entered(tx, id, me).await?;
    Ok((id, slug))
}
