//! Inviting to the platform, and coming in by a link: with a new account, or as who one is.

use crate::{
    app::Config,
    authz::{InviteToSite, Permit, Reason, RevokeInvitation, SiteRole},
    db::{Fact, Tx},
    features::{
        accounts::{
            self, Door, NewAccount, RegisterRefused,
            model::{LinkRefused, Way},
            store::tokens::{self, Bound, Purpose},
            throttle,
            verbs::register,
        },
        joining::{
            mail,
            model::{Opening, OpeningGroup},
            store::{self, NewInvitation},
        },
    },
    i18n::Locale,
    kernel::{EmailAddress, Failure, Fault, InvitationId, MemberId, Token},
    mail::post,
};

/// How long an invitation to the platform waits.
pub(super) const INVITATION_DAYS: i64 = 28;

/// Makes the account of someone who holds an invitation's link, and puts them into its group. Everything the page showed
/// is looked at again: the form may come without the page (SECURITY E-02).
pub(super) async fn sign_up(
    tx: &mut Tx,
    token: &Token,
    new: NewAccount,
) -> Result<(MemberId, Opening), Failure<LinkRefused>> {
    let closed = || Failure::Refused(LinkRefused::Closed);
    let now = tx.now();
    let opening = store::behind(tx.db(), token, now).await?.ok_or_else(closed)?;
    let bound = opening.email.as_deref().is_none_or(|email| email == new.email.as_str());
    if !bound || (opening.confirmed && tokens::spend(tx, Purpose::Join, token).await?.is_none()) {
        return Err(closed());
    }
    if !store::spend(tx, opening.invitation).await? {
        return Err(closed());
    }
    let new = NewAccount { external: opening.external, site_role: SiteRole::Member, ..new };
    let member = match register(tx, &new, &Door(Way::Invitation(opening.invitation))).await {
        Ok(member) => member,
        Err(Failure::Refused(RegisterRefused::AddressTaken)) => {
            return Err(Failure::Refused(LinkRefused::AddressTaken));
        }
        Err(Failure::Fault(fault)) => return Err(Failure::Fault(fault)),
    };
    let now = tx.now();
    store::put_at_gate(tx.db(), member, now).await?;
    if let Some(group) = &opening.group {
        enter(tx, &opening, group, member).await?;
    }
    Ok((member, opening))
}

/// Puts someone who is signed in into the group of a link they hold. Who is in already uses nothing up.
pub(super) async fn join(
    tx: &mut Tx,
    token: &Token,
    member: MemberId,
    email: &str,
) -> Result<Opening, Failure<LinkRefused>> {
    let closed = || Failure::Refused(LinkRefused::Closed);
    let now = tx.now();
    let opening = store::behind(tx.db(), token, now).await?.ok_or_else(closed)?;
    if opening.email.as_deref().is_some_and(|bound| bound != email) {
        return Err(closed());
    }
    let Some(group) = &opening.group else {
        return Ok(opening);
    };
    if store::is_in(tx.db(), group.id, member).await? {
        return Ok(opening);
    }
    if !store::spend(tx, opening.invitation).await? {
        return Err(closed());
    }
    enter(tx, &opening, group, member).await?;
    Ok(opening)
}

async fn enter(tx: &mut Tx, opening: &Opening, group: &OpeningGroup, member: MemberId) -> Result<(), Fault> {
    let (group, invitation) = (group.id, opening.invitation);
    if store::admit(tx, group, member).await? {
        store::settle(tx, group, member).await?;
        tx.record(Fact::InvitationAccepted { group, invitation, member }).await?;
        tx.record(Fact::MemberJoined { group, member }).await?;
        tx.record(Fact::AccessChanged { member, group: Some(group) }).await?;
    }
    Ok(())
}

/// Writes to whoever wants to use an open invitation with this address: the link to go on with, or that they have an
/// account. The page says the same either way.
pub(super) async fn confirm_address(
    tx: &mut Tx,
    config: &Config,
    token: &Token,
    email: &EmailAddress,
    locale: Locale,
) -> Result<(), Failure<LinkRefused>> {
    let now = tx.now();
    let opening = store::behind(tx.db(), token, now).await?.ok_or(Failure::Refused(LinkRefused::Closed))?;
    if !throttle::may_write_to(tx.db(), email, now).await? {
        return Ok(());
    }
    let letter = match accounts::store::account_of(tx.db(), email).await? {
        Some(account) if account.suspended => return Ok(()),
        Some(account) => mail::have_account(&account, token)?,
        None => {
            let bound = Bound {
                member: None,
                email: Some(email.as_str().to_owned()),
                invitation: Some(opening.invitation),
            };
            let link = tokens::make(tx, Purpose::Join, &bound).await?;
            mail::confirm_joining(config, email, locale, &link)
        }
    };
    post(tx, config, letter).await?;
    Ok(())
}

/// Invites to the platform by a link, and by a letter where there is an address. The token is known only now.
pub(super) async fn invite(
    tx: &mut Tx,
    config: &Config,
    permit: &Permit<InviteToSite>,
    inviter: &str,
    new: NewInvitation<'_>,
) -> Result<(InvitationId, Token), Fault> {
    let (invitation, token) = (InvitationId::new(tx.now()), Token::random());
    let new = NewInvitation { by: permit.member()?, ..new };
    store::insert(tx, invitation, &token, &new).await?;
    if let Some(email) = new.email {
        post(tx, config, mail::invited(config, email, inviter, &token)).await?;
    }
    tx.record(Fact::InvitationSent { group: None, invitation }).await?;
    Ok((invitation, token))
}

/// Takes an invitation back.
pub(super) async fn revoke(tx: &mut Tx, permit: &Permit<RevokeInvitation>) -> Result<(), Failure<Reason>> {
    let (invitation, group) = (permit.about().id, permit.about().group);
    if !store::revoke(tx, invitation).await? {
        return Err(Failure::Refused(Reason::AlreadyDecided));
    }
    tx.record(Fact::InvitationRevoked { group, invitation }).await?;
    Ok(())
}
