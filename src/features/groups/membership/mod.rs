//! How one comes into a group and goes out of it: joining, asking, answering, roles, leaving, removing.
//!
//! Whoever comes or goes is named by `AccessChanged`, so that open pages are judged anew at once (PRODUCT V5).
//! Every change holds the group's row first: two managers who demote each other at the same moment cannot both win.
//!
//! # Requests that nobody has to answer any more
//! When a group opens, everybody who waited is let in and told so: they asked for nothing else, and could now come in by
//! themselves. When it becomes secret, requests go on waiting for the managers. Whoever comes in by an invitation or a
//! link settles their own request by it and hears of no approval, because nobody gave one.

pub(in crate::features) mod store;

pub use super::answers::{accept, decline};

use super::{mail, model::Note, store as groups};
use crate::{
    app::Config,
    authz::{
        AskToJoin, ChangeRole, DecideJoinRequest, GroupRole, JoinGroup, LeaveGroup, Permit, Reason,
        RemoveMember, WithdrawJoinRequest,
    },
    db::{Fact, Tx},
    kernel::{Failure, Fault, GroupId, JoinRequestId, MemberId},
};

/// Holds a group until the end of the transaction: who belongs, who decides and who is invited change one at a time.
pub async fn hold(tx: &mut Tx, group: GroupId) -> Result<(), Fault> {
    groups::lock(tx, group).await?;
    Ok(())
}

/// The first membership of a new group.
pub(super) async fn first(
    tx: &mut Tx,
    group: GroupId,
    member: MemberId,
    role: GroupRole,
) -> Result<(), Fault> {
    store::insert(tx, group, member, role).await
}

/// Says that someone is in: whatever they waited for is settled, and their pages are judged anew.
pub(super) async fn entered(tx: &mut Tx, group: GroupId, member: MemberId) -> Result<(), Fault> {
    store::settle(tx, group, member).await?;
    tx.record(Fact::MemberJoined { group, member }).await?;
    tx.record(Fact::AccessChanged { member, group: Some(group) }).await?;
    Ok(())
}

/// Says that someone is out: their invitations are worthless, their inbox forgets what they no longer see.
async fn gone(tx: &mut Tx, group: GroupId, member: MemberId) -> Result<(), Fault> {
    disarm(tx, group, member).await?;
    for member in groups::clear_notices(tx, group, Some(member)).await? {
        tx.record(Fact::NoticesChanged { member }).await?;
    }
    tx.record(Fact::AccessChanged { member, group: Some(group) }).await?;
    Ok(())
}

/// Revokes the open invitations of someone who may no longer invite.
async fn disarm(tx: &mut Tx, group: GroupId, member: MemberId) -> Result<(), Fault> {
    for invitation in store::revoke_of(tx, group, member).await? {
        tx.record(Fact::InvitationRevoked { group: Some(group), invitation }).await?;
    }
    Ok(())
}

/// Lets in everybody who asked: the group is open from now on.
pub async fn open_doors(tx: &mut Tx, group: GroupId, by: MemberId) -> Result<(), Fault> {
    for (request, member) in store::approve_waiting(tx, group, by).await? {
        if store::admit(tx, group, member, true).await? {
            tx.record(Fact::JoinApproved { group, request, member }).await?;
            entered(tx, group, member).await?;
        }
    }
    Ok(())
}

/// Puts someone new into the groups that everybody begins with: default groups and sources.
pub async fn enrol_newcomer(tx: &mut Tx, member: MemberId) -> Result<(), Fault> {
    for group in store::enrol_newcomer(tx, member).await? {
        tx.record(Fact::MemberEnrolled { group, member }).await?;
    }
    Ok(())
}

/// Joins an open group.
pub async fn join(tx: &mut Tx, permit: &Permit<JoinGroup>) -> Result<(), Failure<Reason>> {
    let (me, group) = (permit.member()?, permit.about().id);
    groups::lock(tx, group).await?;
    if !store::admit(tx, group, me, true).await? {
        let inside = store::role(tx, group, me).await?.is_some();
        return Err(Failure::Refused(if inside { Reason::AlreadyIn } else { Reason::AskFirst }));
    }
    entered(tx, group, me).await?;
    Ok(())
}

/// Leaves a group.
pub async fn leave(tx: &mut Tx, permit: &Permit<LeaveGroup>) -> Result<(), Failure<Reason>> {
    let (me, group) = (permit.member()?, permit.about().id);
    groups::lock(tx, group).await?;
    if !store::delete(tx, group, me, me).await? {
        let inside = store::role(tx, group, me).await?.is_some();
        return Err(Failure::Refused(if inside { Reason::LastManager } else { Reason::JoinFirst }));
    }
    store::exclude(tx, group, me).await?;
    tx.record(Fact::MemberLeft { group, member: me }).await?;
    gone(tx, group, me).await?;
    Ok(())
}

/// Takes someone out of a group.
pub async fn remove(tx: &mut Tx, permit: &Permit<RemoveMember>) -> Result<(), Failure<Reason>> {
    let (me, group, member) = (permit.member()?, permit.about().group.id, permit.about().member);
    groups::lock(tx, group).await?;
    if !store::delete(tx, group, member, me).await? {
        return Err(Failure::Refused(no_longer(tx, group, me).await?));
    }
    store::exclude(tx, group, member).await?;
    tx.record(Fact::MemberRemoved { group, member }).await?;
    gone(tx, group, member).await?;
    Ok(())
}

/// Gives someone another role in a group.
pub async fn set_role(
    tx: &mut Tx,
    permit: &Permit<ChangeRole>,
    to: GroupRole,
) -> Result<(), Failure<Reason>> {
    let (me, group, member) = (permit.member()?, permit.about().group.id, permit.about().member);
    groups::lock(tx, group).await?;
    let Some(from) = store::role(tx, group, member).await? else {
        return Err(Failure::Refused(Reason::JoinFirst));
    };
    if from == to {
        return Ok(());
    }
    if !store::set_role(tx, group, member, to, me).await? {
        let guest = from == GroupRole::Guest || to == GroupRole::Guest;
        return Err(Failure::Refused(if guest {
            Reason::NotForGuests
        } else {
            no_longer(tx, group, me).await?
        }));
    }
    if store::cannot_invite(tx, group, member).await? {
        disarm(tx, group, member).await?;
    }
    let (from, to) = (from.as_str().to_owned(), to.as_str().to_owned());
    tx.record(Fact::RoleChanged { group, member, from, to }).await?;
    tx.record(Fact::AccessChanged { member, group: Some(group) }).await?;
    Ok(())
}

/// Why a manager's change was not made: they manage no more, or it concerned the last one who does.
async fn no_longer(tx: &mut Tx, group: GroupId, me: MemberId) -> Result<Reason, Fault> {
    let manages = store::role(tx, group, me).await? == Some(GroupRole::Manager);
    Ok(if manages { Reason::LastManager } else { Reason::ManagersOnly })
}

/// Asks to join a private group.
pub async fn ask(
    tx: &mut Tx,
    permit: &Permit<AskToJoin>,
    message: Option<&Note>,
) -> Result<JoinRequestId, Failure<Reason>> {
    let (me, group) = (permit.member()?, permit.about().id);
    let request = JoinRequestId::new(tx.now());
    groups::lock(tx, group).await?;
    match store::insert_request(tx, request, group, me, message.map_or("", Note::as_str)).await {
        Ok(true) => {}
        Ok(false) => return Err(Failure::Refused(Reason::InvitationOnly)),
        Err(Failure::Refused(())) => return Err(Failure::Refused(Reason::AlreadyAsked)),
        Err(Failure::Fault(fault)) => return Err(Failure::Fault(fault)),
    }
    tx.record(Fact::JoinAsked { group, request, member: me }).await?;
    Ok(request)
}

/// Takes one's own request back.
pub async fn withdraw(tx: &mut Tx, permit: &Permit<WithdrawJoinRequest>) -> Result<(), Failure<Reason>> {
    let (me, group, request) = (permit.member()?, permit.about().group.id, permit.about().id);
    if !store::withdraw(tx, request, me).await? {
        return Err(Failure::Refused(Reason::AlreadyDecided));
    }
    tx.record(Fact::JoinRequestWithdrawn { group, request, member: me }).await?;
    Ok(())
}

/// Lets in someone who asked, and writes to them.
pub async fn approve(
    tx: &mut Tx,
    config: &Config,
    permit: &Permit<DecideJoinRequest>,
) -> Result<(), Failure<Reason>> {
    let (me, group, request) = (permit.member()?, permit.about().group.id, permit.about().id);
    groups::lock(tx, group).await?;
    let Some(member) = store::decide(tx, request, me, true, "").await? else {
        return Err(Failure::Refused(Reason::AlreadyDecided));
    };
    if !store::admit(tx, group, member, false).await? {
        // Their account was suspended while they waited, or they are in by another way.
        return Err(Failure::Refused(Reason::AlreadyDecided));
    }
    tx.record(Fact::JoinApproved { group, request, member }).await?;
    entered(tx, group, member).await?;
    mail::approved(tx, config, group, member).await?;
    Ok(())
}

/// Refuses someone who asked, with a reason they are told, and writes to them.
pub async fn refuse(
    tx: &mut Tx,
    config: &Config,
    permit: &Permit<DecideJoinRequest>,
    reason: Option<&Note>,
) -> Result<(), Failure<Reason>> {
    let (me, group, request) = (permit.member()?, permit.about().group.id, permit.about().id);
    groups::lock(tx, group).await?;
    let Some(member) = store::decide(tx, request, me, false, reason.map_or("", Note::as_str)).await? else {
        return Err(Failure::Refused(Reason::AlreadyDecided));
    };
    tx.record(Fact::JoinRefused { group, request, member }).await?;
    mail::refused(tx, config, group, member, reason).await?;
    Ok(())
}
