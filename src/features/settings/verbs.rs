//! What one does to one's own account, by whoever is signed in or holds the link sent to them.

use crate::{
    app::Config,
    authz::{EndSession, Permit},
    db::{Fact, Tx},
    features::{
        accounts::{
            self,
            model::{Account, LinkRefused},
            store::{
                sessions,
                tokens::{self, Bound, Purpose},
            },
            throttle,
        },
        settings::{mail, store},
    },
    kernel::{EmailAddress, Failure, Fault, MemberId, Token},
    mail::post,
};

/// Ends one of one's sessions.
pub(super) async fn end_session(tx: &mut Tx, permit: &Permit<EndSession>) -> Result<(), Fault> {
    let member = permit.member()?;
    store::end(tx, member, &permit.about().id).await?;
    tx.record(Fact::SessionsEnded { member }).await?;
    Ok(())
}

/// Ends all of one's sessions but the present one, and answers how many there were.
pub(super) async fn end_other_sessions(
    tx: &mut Tx,
    member: MemberId,
    present: Option<&[u8]>,
) -> Result<u64, Fault> {
    let ended = sessions::end_but(tx, member, present).await?;
    if ended > 0 {
        tx.record(Fact::SessionsEnded { member }).await?;
    }
    Ok(ended)
}

/// Asks for another address: a link to the new one, a word to the old one. An address that has an account gets nothing,
/// and nobody learns it.
pub(super) async fn ask_new_email(
    tx: &mut Tx,
    config: &Config,
    account: &Account,
    email: &EmailAddress,
) -> Result<(), Fault> {
    let now = tx.now();
    if !throttle::may_write_to(tx.db(), email, now).await? {
        return Ok(());
    }
    if accounts::store::account_of(tx.db(), email).await?.is_none() {
        let bound =
            Bound { member: Some(account.id), email: Some(email.as_str().to_owned()), invitation: None };
        let link = tokens::make(tx, Purpose::ConfirmEmail, &bound).await?;
        post(tx, config, mail::confirm_email(account, email, &link)).await?;
    }
    post(tx, config, mail::email_change_asked(account, email)?).await?;
    tx.record(Fact::EmailChangeAsked { member: account.id }).await?;
    Ok(())
}

/// Gives an account the address that a link was sent to. Links that were sent to the old one open nothing any more.
pub(super) async fn confirm_email(
    tx: &mut Tx,
    config: &Config,
    token: &Token,
) -> Result<(), Failure<LinkRefused>> {
    let closed = || Failure::Refused(LinkRefused::Closed);
    let bound = tokens::spend(tx, Purpose::ConfirmEmail, token).await?.ok_or_else(closed)?;
    let (Some(member), Some(email)) = (bound.member, bound.email) else {
        return Err(closed());
    };
    let account = accounts::store::account(tx.db(), member).await?.ok_or_else(closed)?;
    match accounts::store::set_email(tx, member, &email).await {
        Ok(()) => {}
        Err(Failure::Refused(_)) => return Err(closed()),
        Err(Failure::Fault(fault)) => return Err(Failure::Fault(fault)),
    }
    tokens::void(tx, member).await?;
    post(tx, config, mail::email_changed(&account, &email)?).await?;
    tx.record(Fact::EmailChanged { member }).await?;
    Ok(())
}
