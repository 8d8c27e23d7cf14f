//! What happens to accounts: made, given another password. Nobody has a permit yet: a [`Door`] or a link's token
//! stands in for it.

use crate::{
    app::Config,
    authz::SiteRole,
    db::{Fact, Tx},
    features::{
        accounts::{
            handles::handle,
            hashing::HashedPassword,
            mail,
            model::{Account, Door, LinkRefused, NewAccount, RegisterRefused, Way},
            store::{
                self, sessions,
                tokens::{self, Bound, Purpose},
            },
            throttle,
        },
        groups,
    },
    kernel::{EmailAddress, Failure, Fault, MemberId, Token},
    mail::post,
};

/// Makes an account.
pub async fn register(
    tx: &mut Tx,
    new: &NewAccount,
    door: &Door,
) -> Result<MemberId, Failure<RegisterRefused>> {
    let member = MemberId::new(tx.now());
    store::insert(tx, member, &handle(new.name.as_str()), new).await?;
    let invitation = match door.0 {
        Way::Invitation(invitation) => Some(invitation),
        Way::Setup | Way::CommandLine => None,
    };
    tx.record(Fact::SignedUp { member, invitation }).await?;
    if new.site_role == SiteRole::Administrator {
        tx.record(Fact::AdministratorNamed { member }).await?;
    }
    if !new.external {
        groups::membership::enrol_newcomer(tx, member).await?;
    }
    Ok(member)
}

/// Makes the first administrator, by the link that the start printed.
pub(in crate::features) async fn set_up(
    tx: &mut Tx,
    token: &Token,
    new: &NewAccount,
) -> Result<MemberId, Failure<LinkRefused>> {
    if tokens::spend(tx, Purpose::FirstAdministrator, token).await?.is_none()
        || store::has_administrator(tx.db()).await?
    {
        return Err(Failure::Refused(LinkRefused::Closed));
    }
    match register(tx, new, &Door(Way::Setup)).await {
        Ok(member) => Ok(member),
        Err(Failure::Refused(RegisterRefused::AddressTaken)) => {
            Err(Failure::Refused(LinkRefused::AddressTaken))
        }
        Err(Failure::Fault(fault)) => Err(Failure::Fault(fault)),
    }
}

/// Writes a link for a new password to an address, if it has an account and was not written to too often.
pub(in crate::features) async fn ask_reset(
    tx: &mut Tx,
    config: &Config,
    email: &EmailAddress,
) -> Result<(), Fault> {
    let now = tx.now();
    if !throttle::may_write_to(tx.db(), email, now).await? {
        return Ok(());
    }
    let Some(account) = store::account_of(tx.db(), email).await?.filter(|account| !account.suspended) else {
        return Ok(());
    };
    let bound = Bound { member: Some(account.id), email: Some(account.email.clone()), invitation: None };
    let link = tokens::make(tx, Purpose::ResetPassword, &bound).await?;
    post(tx, config, mail::reset(&account, &link)?).await?;
    tx.record(Fact::PasswordResetAsked { member: account.id }).await?;
    Ok(())
}

/// Gives an account a new password by a link, ends all its sessions and makes its other links worthless.
pub(in crate::features) async fn reset(
    tx: &mut Tx,
    config: &Config,
    token: &Token,
    password: &HashedPassword,
) -> Result<(), Failure<LinkRefused>> {
    let closed = || Failure::Refused(LinkRefused::Closed);
    let bound = tokens::spend(tx, Purpose::ResetPassword, token).await?.ok_or_else(closed)?;
    let member = bound.member.ok_or_else(closed)?;
    let account = store::account(tx.db(), member).await?.ok_or_else(closed)?;
    if let Ok(email) = EmailAddress::parse(&account.email) {
        throttle::forgive(tx.db(), &email).await?;
    }
    Ok(new_password(tx, config, &account, password, None).await?)
}

/// Gives an account a new password; its other links are worthless, its sessions end but the one that is kept.
pub(in crate::features) async fn new_password(
    tx: &mut Tx,
    config: &Config,
    account: &Account,
    password: &HashedPassword,
    kept: Option<&[u8]>,
) -> Result<(), Fault> {
    let member = account.id;
    store::set_password(tx, member, password).await?;
    tokens::void(tx, member).await?;
    sessions::end_but(tx, member, kept).await?;
    let now = tx.now();
    post(tx, config, mail::password_changed(account, now)?).await?;
    tx.record(Fact::PasswordChanged { member }).await?;
    tx.record(Fact::SessionsEnded { member }).await?;
    Ok(())
}

/// The link by which the house gets its first administrator, if it has none. Links of earlier starts are dead.
pub(in crate::features) async fn offer_first(tx: &mut Tx) -> Result<Option<Token>, Fault> {
    if store::has_administrator(tx.db()).await? {
        return Ok(None);
    }
    tokens::void_first(tx).await?;
    tokens::make(tx, Purpose::FirstAdministrator, &Bound::default()).await.map(Some)
}
