//! What administrators do to groups.

use super::{
    model::{Regime, VISIT, Why},
    store,
};
use crate::{
    authz::{EndVisit, EnrolMember, EnterGroup, NameManager, Permit, Reason, SetRegime},
    db::{Fact, Tx},
    features::groups,
    kernel::{Failure, Fault, GroupId, MemberId},
};

type Done = Result<(), Failure<Reason>>;

async fn hold(tx: &mut Tx, group: GroupId) -> Result<Regime, Failure<Reason>> {
    store::hold(tx, group).await?.ok_or(Failure::Refused(Reason::AlreadyDecided))
}

/// Says how one comes into a group. A source takes everybody in at once, in one statement and one fact.
pub(super) async fn set_regime(tx: &mut Tx, permit: &Permit<SetRegime>, to: Regime) -> Done {
    let group = permit.about().id;
    let from = hold(tx, group).await?;
    if from == to {
        return Ok(());
    }
    store::update_regime(tx, group, to).await?;
    if to == Regime::Source {
        store::enrol_everybody(tx, group).await?;
    }
    let (from, to) = (from.as_str().to_owned(), to.as_str().to_owned());
    tx.record(Fact::GroupRegimeChanged { group, from, to }).await?;
    Ok(())
}

/// Puts someone into a group. Answers whether they are new.
pub(super) async fn enrol(
    tx: &mut Tx,
    permit: &Permit<EnrolMember>,
    member: MemberId,
) -> Result<bool, Failure<Reason>> {
    let group = permit.about().id;
    hold(tx, group).await?;
    let new = store::enrol(tx, group, member).await?;
    if new {
        tx.record(Fact::MemberEnrolled { group, member }).await?;
    }
    Ok(new)
}

/// Takes someone out of a group, and out of their inbox what they no longer see.
pub(super) async fn expel(tx: &mut Tx, permit: &Permit<EnrolMember>, member: MemberId) -> Done {
    let group = permit.about().id;
    let regime = hold(tx, group).await?;
    if regime == Regime::Source {
        return Err(Failure::Refused(Reason::IsSource));
    }
    if !store::expel(tx, group, member).await? {
        return Err(Failure::Refused(Reason::LastManager));
    }
    tx.record(Fact::MemberRemoved { group, member }).await?;
    for member in groups::store::clear_notices(tx, group, Some(member)).await? {
        tx.record(Fact::NoticesChanged { member }).await?;
    }
    tx.record(Fact::AccessChanged { member, group: Some(group) }).await?;
    Ok(())
}

/// Names a manager for a group that has none.
pub(super) async fn name_manager(tx: &mut Tx, permit: &Permit<NameManager>, member: MemberId) -> Done {
    let group = permit.about().id;
    hold(tx, group).await?;
    if !store::make_manager(tx, group, member).await? {
        return Err(Failure::Refused(Reason::HasManager));
    }
    let (from, to) = (String::new(), "manager".to_owned());
    tx.record(Fact::RoleChanged { group, member, from, to }).await?;
    tx.record(Fact::AccessChanged { member, group: Some(group) }).await?;
    Ok(())
}

/// Opens a group to an administrator who does not belong to it. Its managers are told.
pub(super) async fn enter(tx: &mut Tx, permit: &Permit<EnterGroup>, why: &Why) -> Result<(), Fault> {
    let (group, member, until) = (permit.about().id, permit.member()?, tx.now() + VISIT);
    if store::insert_visit(tx, (group, member), why.as_str(), until).await? {
        tx.record(Fact::AdministratorEntered { group, member }).await?;
    }
    Ok(())
}

/// Ends one's visit.
pub(super) async fn end_visit(tx: &mut Tx, permit: &Permit<EndVisit>) -> Result<(), Fault> {
    let (group, member) = (permit.about().id, permit.member()?);
    if store::end_visit(tx, group, member).await? {
        tx.record(Fact::AdministratorLeft { group, member }).await?;
    }
    Ok(())
}
