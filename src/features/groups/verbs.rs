//! Making a group and changing what it is.

use crate::{
    authz::{CreateGroup, EditGroup, GroupRole, Permit, Reason},
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

/// Changes a group. A change of level is a fact of its own: it closes the open pages of those who lose sight.
pub async fn edit(tx: &mut Tx, permit: &Permit<EditGroup>, group: &NewGroup) -> Result<(), Failure<Reason>> {
    let me = permit.member()?;
    let id = permit.about().id;
    let Some(from) = store::lock(tx, id).await? else {
        return Err(Failure::Refused(Reason::ManagersOnly));
    };
    if !store::update(tx, id, group, me).await? {
        return Err(Failure::Refused(Reason::ManagersOnly));
    }
    tx.record(Fact::GroupEdited { group: id }).await?;
    if from != group.level.as_str() {
        tx.record(Fact::GroupLevelChanged { group: id, from, to: group.level.as_str().to_owned() }).await?;
        for member in store::clear_notices(tx, id, None).await? {
            tx.record(Fact::NoticesChanged { member }).await?;
        }
    }
    Ok(())
}
