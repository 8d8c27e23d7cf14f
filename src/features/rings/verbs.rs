//! What is done to rings.

use chrono::NaiveDate;

use super::{
    model::{NewKind, Scope},
    store,
};
use crate::{
    authz::{DefineRings, GiveGroupRing, GiveRing, Permit},
    db::{Fact, Tx},
    kernel::{Fault, GroupId, MemberId},
};

/// From which day to which a ring is worn; open where there is none.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Days {
    pub(crate) from: Option<NaiveDate>,
    pub(crate) until: Option<NaiveDate>,
    pub(crate) today: NaiveDate,
}

impl Days {
    /// Whether today is one of them.
    pub(super) fn shown(self) -> bool {
        self.from.is_none_or(|from| from <= self.today) && self.until.is_none_or(|until| self.today <= until)
    }
}

/// Defines a kind of ring, the last in precedence.
pub(crate) async fn define(tx: &mut Tx, _permit: &Permit<DefineRings>, new: &NewKind) -> Result<i32, Fault> {
    let ring = store::insert(tx, new).await?;
    tx.record(Fact::RingDefined { ring }).await?;
    Ok(ring)
}

/// Changes a kind. Who gives it stays: it would be taken from everybody who wears it.
pub(super) async fn change(
    tx: &mut Tx,
    _permit: &Permit<DefineRings>,
    ring: i32,
    new: &NewKind,
) -> Result<(), Fault> {
    if store::update(tx, ring, new).await? {
        tx.record(Fact::RingChanged { ring }).await?;
    }
    Ok(())
}

/// Puts the kinds in this order of precedence.
pub(super) async fn reorder(tx: &mut Tx, _permit: &Permit<DefineRings>, order: &[i32]) -> Result<(), Fault> {
    if store::set_order(tx, order).await?
        && let Some(first) = order.first()
    {
        tx.record(Fact::RingsReordered { first: *first }).await?;
    }
    Ok(())
}

/// Takes a kind out of use, or back into it with everybody who wore it.
pub(super) async fn set_archived(
    tx: &mut Tx,
    _permit: &Permit<DefineRings>,
    ring: i32,
    archived: bool,
) -> Result<(), Fault> {
    if store::set_archived(tx, ring, archived).await? {
        tx.record(if archived { Fact::RingArchived { ring } } else { Fact::RingRestored { ring } }).await?;
    }
    Ok(())
}

/// Gives someone a ring of the platform, or other days to one they have. Answers whether there is such a ring.
pub(crate) async fn give(
    tx: &mut Tx,
    permit: &Permit<GiveRing>,
    ring: i32,
    days: Days,
) -> Result<bool, Fault> {
    put(tx, Scope::Platform, ring, permit.about().id, None, days).await
}

/// Takes a ring of the platform away.
pub(super) async fn take(tx: &mut Tx, permit: &Permit<GiveRing>, ring: i32) -> Result<(), Fault> {
    remove(tx, ring, permit.about().id, None).await
}

/// Gives a member of a group one of its rings.
pub(crate) async fn give_in(
    tx: &mut Tx,
    permit: &Permit<GiveGroupRing>,
    ring: i32,
    days: Days,
) -> Result<bool, Fault> {
    let about = permit.about();
    put(tx, Scope::Group, ring, about.member, Some(about.group.id), days).await
}

/// Takes a ring of a group away.
pub(super) async fn take_in(tx: &mut Tx, permit: &Permit<GiveGroupRing>, ring: i32) -> Result<(), Fault> {
    let about = permit.about();
    remove(tx, ring, about.member, Some(about.group.id)).await
}

async fn put(
    tx: &mut Tx,
    scope: Scope,
    ring: i32,
    member: MemberId,
    group: Option<GroupId>,
    days: Days,
) -> Result<bool, Fault> {
    if !store::upsert(tx, scope, ring, member, group, days).await? {
        return Ok(false);
    }
    tx.record(Fact::RingGiven { ring, member, group }).await?;
    Ok(true)
}

async fn remove(tx: &mut Tx, ring: i32, member: MemberId, group: Option<GroupId>) -> Result<(), Fault> {
    if store::delete(tx, ring, member, group).await? {
        tx.record(Fact::RingTaken { ring, member, group }).await?;
    }
    Ok(())
}
