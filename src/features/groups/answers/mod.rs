//! Answering an invitation made to oneself. Making one is the room of invitations; links are used at the door, in
//! the room of accounts.

pub(super) mod store;

use super::{membership, model::AnswerRefused, store as groups};
use crate::{
    authz::{AnswerInvitation, Permit},
    db::{Fact, Tx},
    kernel::Failure,
};

/// Accepts an invitation made to oneself.
pub async fn accept(tx: &mut Tx, permit: &Permit<AnswerInvitation>) -> Result<(), Failure<AnswerRefused>> {
    let (me, invitation) = (permit.member()?, permit.about().id);
    if let Some(group) = permit.about().group {
        groups::lock(tx, group).await?;
    }
    let Some(group) = store::answer(tx, invitation, me, true).await? else {
        return Err(Failure::Refused(AnswerRefused::Over));
    };
    if membership::store::admit(tx, group, me, false).await? {
        tx.record(Fact::InvitationAccepted { group, invitation, member: me }).await?;
        membership::entered(tx, group, me).await?;
    }
    Ok(())
}

/// Declines an invitation made to oneself. A secret group is unknown again from then on.
pub async fn decline(tx: &mut Tx, permit: &Permit<AnswerInvitation>) -> Result<(), Failure<AnswerRefused>> {
    let (me, invitation) = (permit.member()?, permit.about().id);
    let Some(group) = store::answer(tx, invitation, me, false).await? else {
        return Err(Failure::Refused(AnswerRefused::Over));
    };
    tx.record(Fact::InvitationDeclined { group, invitation, member: me }).await?;
    for member in groups::clear_notices(tx, group, Some(me)).await? {
        tx.record(Fact::NoticesChanged { member }).await?;
    }
    Ok(())
}
