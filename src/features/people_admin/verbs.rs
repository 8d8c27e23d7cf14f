//! What is done to accounts. Each verb holds the administrators first: two who take each other's rights at the same
//! moment cannot both win.

use crate::{
    app::Config,
    authz::{
        AnonymiseAccount, GiveSiteRole, Permit, ReactivateAccount, SendWelcome, SiteRole, SuspendAccount,
    },
    db::{Fact, Tx},
    features::accounts::store as accounts,
    kernel::{Failure, Fault, MemberId},
};

use super::{LostRefused, mail, store};

/// Gives someone another role on the platform.
pub async fn give_role(
    tx: &mut Tx,
    permit: &Permit<GiveSiteRole>,
    to: SiteRole,
) -> Result<(), Failure<LostRefused>> {
    set_role(tx, permit.about().id, to).await
}

/// Keeps someone out until they are let in again; their sessions and links end.
pub async fn suspend(tx: &mut Tx, permit: &Permit<SuspendAccount>) -> Result<(), Failure<LostRefused>> {
    keep_out(tx, permit.about().id).await
}

/// Lets someone in again.
pub async fn reactivate(tx: &mut Tx, permit: &Permit<ReactivateAccount>) -> Result<(), Failure<LostRefused>> {
    let_in(tx, permit.about().id).await
}

/// Makes someone forgotten, for ever: what they wrote stays, without a name.
pub async fn anonymise(tx: &mut Tx, permit: &Permit<AnonymiseAccount>) -> Result<(), Failure<LostRefused>> {
    forget(tx, permit.about().id).await
}

/// Writes to someone how to come in.
pub async fn welcome(tx: &mut Tx, config: &Config, permit: &Permit<SendWelcome>) -> Result<(), Fault> {
    send_welcome(tx, config, permit.about().id).await
}

/// The step of [`give_role`], for lists of people that have their own permit.
pub(in crate::features) async fn set_role(
    tx: &mut Tx,
    member: MemberId,
    to: SiteRole,
) -> Result<(), Failure<LostRefused>> {
    spare_last(tx, member).await?;
    let Some(from) = store::set_role(tx, member, to).await? else {
        return Err(Failure::Refused(LostRefused::Already));
    };
    if to == SiteRole::Administrator {
        tx.record(Fact::AdministratorNamed { member }).await?;
    }
    let (from, to) = (from.as_str().to_owned(), to.as_str().to_owned());
    tx.record(Fact::SiteRoleGiven { member, from, to }).await?;
    Ok(())
}

/// The step of [`suspend`].
pub(in crate::features) async fn keep_out(tx: &mut Tx, member: MemberId) -> Result<(), Failure<LostRefused>> {
    spare_last(tx, member).await?;
    if !store::suspend(tx, member).await? {
        return Err(Failure::Refused(LostRefused::Already));
    }
    end_ways(tx, member).await?;
    tx.record(Fact::MemberSuspended { member }).await?;
    Ok(())
}

/// The step of [`reactivate`].
pub(in crate::features) async fn let_in(tx: &mut Tx, member: MemberId) -> Result<(), Failure<LostRefused>> {
    if !store::reactivate(tx, member).await? {
        return Err(Failure::Refused(LostRefused::Already));
    }
    tx.record(Fact::MemberReactivated { member }).await?;
    Ok(())
}

/// The step of [`anonymise`].
pub(in crate::features) async fn forget(tx: &mut Tx, member: MemberId) -> Result<(), Failure<LostRefused>> {
    spare_last(tx, member).await?;
    if !store::anonymise(tx, member).await? {
        return Err(Failure::Refused(LostRefused::Already));
    }
    let alone = store::managed_alone(tx.db(), member).await?;
    for group in store::leave_all(tx, member).await? {
        tx.record(Fact::MemberLeft { group, member }).await?;
    }
    for group in alone {
        tx.record(Fact::GroupOrphaned { group }).await?;
    }
    end_ways(tx, member).await?;
    tx.record(Fact::MemberAnonymised { member }).await?;
    Ok(())
}

/// The step of [`welcome`].
pub(in crate::features) async fn send_welcome(
    tx: &mut Tx,
    config: &Config,
    member: MemberId,
) -> Result<(), Fault> {
    let account = accounts::account(tx.db(), member).await?;
    let Some(account) = account.filter(|account| !account.suspended) else {
        return Ok(());
    };
    mail::welcome(tx, config, &account).await?;
    tx.record(Fact::WelcomeSent { member }).await?;
    Ok(())
}

/// All sessions and links of someone end.
pub(super) async fn end_ways(tx: &mut Tx, member: MemberId) -> Result<(), Fault> {
    accounts::tokens::void(tx, member).await?;
    accounts::sessions::end_but(tx, member, None).await?;
    tx.record(Fact::SessionsEnded { member }).await?;
    Ok(())
}

pub(super) async fn spare_last(tx: &mut Tx, member: MemberId) -> Result<(), Failure<LostRefused>> {
    let administrators = store::hold_administrators(tx).await?;
    if administrators == [member] {
        return Err(Failure::Refused(LostRefused::LastAdministrator));
    }
    Ok(())
}
