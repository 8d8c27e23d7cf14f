//! What happens to accounts. Verbs of people without an account take a [`Door`] or a link's token; the rest is done to
//! oneself, by whoever is signed in.

use unicode_normalization::UnicodeNormalization as _;

use crate::{
    app::Config,
    authz::{InviteToSite, Permit, Reason, RevokeInvitation, SiteRole},
    db::{Fact, Tx},
    features::accounts::{
        hashing::HashedPassword,
        mail,
        model::{Account, Door, LinkRefused, NewAccount, Opening, OpeningGroup, RegisterRefused, Way},
        store::{
            self, invitations,
            invitations::NewInvitation,
            sessions,
            tokens::{self, Bound, Purpose},
        },
        throttle,
    },
    kernel::{EmailAddress, Failure, Fault, InvitationId, MemberId, Token},
    mail::post,
};

/// How long an invitation to the platform waits.
pub(super) const INVITATION_DAYS: i64 = 28;

/// Makes an account.
pub async fn register(tx: &mut Tx, new: &NewAccount, door: &Door) -> Result<MemberId, Failure<RegisterRefused>> {
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
    Ok(member)
}

/// Makes the account of someone who holds an invitation's link, and puts them into its group. Everything the page showed
/// is looked at again: the form may come without the page (SECURITY E-02).
pub(super) async fn sign_up(tx: &mut Tx, token: &Token, new: NewAccount) -> Result<(MemberId, Opening), Failure<LinkRefused>> {
    let closed = || Failure::Refused(LinkRefused::Closed);
    let now = tx.now();
    let opening = invitations::behind(tx.db(), token, now).await?.ok_or_else(closed)?;
    let bound = opening.email.as_deref().is_none_or(|email| email == new.email.as_str());
    if !bound || (opening.confirmed && tokens::spend(tx, Purpose::Join, token).await?.is_none()) {
        return Err(closed());
    }
    if !invitations::spend(tx, opening.invitation).await? {
        return Err(closed());
    }
    let new = NewAccount { external: opening.external, site_role: SiteRole::Member, ..new };
    let member = match register(tx, &new, &Door(Way::Invitation(opening.invitation))).await {
        Ok(member) => member,
        Err(Failure::Refused(RegisterRefused::AddressTaken)) => return Err(Failure::Refused(LinkRefused::AddressTaken)),
        Err(Failure::Fault(fault)) => return Err(Failure::Fault(fault)),
    };
    if let Some(group) = &opening.group {
        enter(tx, &opening, group, member).await?;
    }
    Ok((member, opening))
}

/// Puts someone who is signed in into the group of a link they hold. Who is in already uses nothing up.
pub(super) async fn join(tx: &mut Tx, token: &Token, member: MemberId, email: &str) -> Result<Opening, Failure<LinkRefused>> {
    let closed = || Failure::Refused(LinkRefused::Closed);
    let now = tx.now();
    let opening = invitations::behind(tx.db(), token, now).await?.ok_or_else(closed)?;
    if opening.email.as_deref().is_some_and(|bound| bound != email) {
        return Err(closed());
    }
    let Some(group) = &opening.group else { return Ok(opening) };
    if invitations::is_in(tx.db(), group.id, member).await? {
        return Ok(opening);
    }
    if !invitations::spend(tx, opening.invitation).await? {
        return Err(closed());
    }
    enter(tx, &opening, group, member).await?;
    Ok(opening)
}

async fn enter(tx: &mut Tx, opening: &Opening, group: &OpeningGroup, member: MemberId) -> Result<(), Fault> {
    let (group, invitation) = (group.id, opening.invitation);
    if invitations::admit(tx, group, member).await? {
        invitations::settle(tx, group, member).await?;
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
    locale: crate::i18n::Locale,
) -> Result<(), Failure<LinkRefused>> {
    let now = tx.now();
    let opening = invitations::behind(tx.db(), token, now).await?.ok_or(Failure::Refused(LinkRefused::Closed))?;
    if !throttle::may_write_to(tx.db(), email, now).await? {
        return Ok(());
    }
    let letter = match store::account_of(tx.db(), email).await? {
        Some(account) if account.suspended => return Ok(()),
        Some(account) => mail::have_account(&account, token)?,
        None => {
            let bound = Bound { member: None, email: Some(email.as_str().to_owned()), invitation: Some(opening.invitation) };
            let link = tokens::make(tx, Purpose::Join, &bound).await?;
            mail::confirm_joining(config, email, locale, &link)
        }
    };
    post(tx, config, letter).await?;
    Ok(())
}

/// Makes the first administrator, by the link that the start printed.
pub(super) async fn set_up(tx: &mut Tx, token: &Token, new: &NewAccount) -> Result<MemberId, Failure<LinkRefused>> {
    if tokens::spend(tx, Purpose::FirstAdministrator, token).await?.is_none() || store::has_administrator(tx.db()).await? {
        return Err(Failure::Refused(LinkRefused::Closed));
    }
    match register(tx, new, &Door(Way::Setup)).await {
        Ok(member) => Ok(member),
        Err(Failure::Refused(RegisterRefused::AddressTaken)) => Err(Failure::Refused(LinkRefused::AddressTaken)),
        Err(Failure::Fault(fault)) => Err(Failure::Fault(fault)),
    }
}

/// Writes a link for a new password to an address, if it has an account and was not written to too often.
pub(super) async fn ask_reset(tx: &mut Tx, config: &Config, email: &EmailAddress) -> Result<(), Fault> {
    let now = tx.now();
    if !throttle::may_write_to(tx.db(), email, now).await? {
        return Ok(());
    }
    let Some(account) = store::account_of(tx.db(), email).await?.filter(|account| !account.suspended) else { return Ok(()) };
    let bound = Bound { member: Some(account.id), email: Some(account.email.clone()), invitation: None };
    let link = tokens::make(tx, Purpose::ResetPassword, &bound).await?;
    post(tx, config, mail::reset(&account, &link)?).await?;
    tx.record(Fact::PasswordResetAsked { member: account.id }).await?;
    Ok(())
}

/// Gives an account a new password by a link, ends all its sessions and makes its other links worthless.
pub(super) async fn reset(tx: &mut Tx, config: &Config, token: &Token, password: &HashedPassword) -> Result<(), Failure<LinkRefused>> {
    let closed = || Failure::Refused(LinkRefused::Closed);
    let bound = tokens::spend(tx, Purpose::ResetPassword, token).await?.ok_or_else(closed)?;
    let member = bound.member.ok_or_else(closed)?;
    let account = store::account(tx.db(), member).await?.ok_or_else(closed)?;
    if let Ok(email) = EmailAddress::parse(&account.email) {
        throttle::forgive(tx.db(), &email).await?;
    }
    Ok(new_password(tx, config, &account, password, None).await?)
}

/// Gives oneself a new password; one's other sessions end.
pub(super) async fn change_password(
    tx: &mut Tx,
    config: &Config,
    account: &Account,
    password: &HashedPassword,
    session: Option<&[u8]>,
) -> Result<(), Fault> {
    new_password(tx, config, account, password, session).await
}

async fn new_password(tx: &mut Tx, config: &Config, account: &Account, password: &HashedPassword, kept: Option<&[u8]>) -> Result<(), Fault> {
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

/// Ends one of one's sessions.
pub(super) async fn end_session(tx: &mut Tx, permit: &Permit<crate::authz::EndSession>) -> Result<(), Fault> {
    let member = permit.member()?;
    sessions::end(tx, member, &permit.about().id).await?;
    tx.record(Fact::SessionsEnded { member }).await?;
    Ok(())
}

/// Ends all of one's sessions but the present one, and answers how many there were.
pub(super) async fn end_other_sessions(tx: &mut Tx, member: MemberId, present: Option<&[u8]>) -> Result<u64, Fault> {
    let ended = sessions::end_but(tx, member, present).await?;
    if ended > 0 {
        tx.record(Fact::SessionsEnded { member }).await?;
    }
    Ok(ended)
}

/// Asks for another address: a link to the new one, a word to the old one. An address that has an account gets nothing,
/// and nobody learns it.
pub(super) async fn ask_new_email(tx: &mut Tx, config: &Config, account: &Account, email: &EmailAddress) -> Result<(), Fault> {
    let now = tx.now();
    if !throttle::may_write_to(tx.db(), email, now).await? {
        return Ok(());
    }
    if store::account_of(tx.db(), email).await?.is_none() {
        let bound = Bound { member: Some(account.id), email: Some(email.as_str().to_owned()), invitation: None };
        let link = tokens::make(tx, Purpose::ConfirmEmail, &bound).await?;
        post(tx, config, mail::confirm_email(account, email, &link)).await?;
    }
    post(tx, config, mail::email_change_asked(account, email)?).await?;
    tx.record(Fact::EmailChangeAsked { member: account.id }).await?;
    Ok(())
}

/// Gives an account the address that a link was sent to. Links that were sent to the old one open nothing any more.
pub(super) async fn confirm_email(tx: &mut Tx, config: &Config, token: &Token) -> Result<(), Failure<LinkRefused>> {
    let closed = || Failure::Refused(LinkRefused::Closed);
    let bound = tokens::spend(tx, Purpose::ConfirmEmail, token).await?.ok_or_else(closed)?;
    let (Some(member), Some(email)) = (bound.member, bound.email) else { return Err(closed()) };
    let account = store::account(tx.db(), member).await?.ok_or_else(closed)?;
    match store::set_email(tx, member, &email).await {
        Ok(()) => {}
        Err(Failure::Refused(_)) => return Err(closed()),
        Err(Failure::Fault(fault)) => return Err(Failure::Fault(fault)),
    }
    tokens::void(tx, member).await?;
    post(tx, config, mail::email_changed(&account, &email)?).await?;
    tx.record(Fact::EmailChanged { member }).await?;
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
    invitations::insert(tx, invitation, &token, &new).await?;
    if let Some(email) = new.email {
        post(tx, config, mail::invited(config, email, inviter, &token)).await?;
    }
    tx.record(Fact::InvitationSent { group: None, invitation }).await?;
    Ok((invitation, token))
}

/// Takes an invitation back.
pub(super) async fn revoke(tx: &mut Tx, permit: &Permit<RevokeInvitation>) -> Result<(), Failure<Reason>> {
    let (invitation, group) = (permit.about().id, permit.about().group);
    if !invitations::revoke(tx, invitation).await? {
        return Err(Failure::Refused(Reason::AlreadyDecided));
    }
    tx.record(Fact::InvitationRevoked { group, invitation }).await?;
    Ok(())
}

/// The link by which the house gets its first administrator, if it has none. Links of earlier starts are dead.
pub(super) async fn offer_first(tx: &mut Tx) -> Result<Option<Token>, Fault> {
    if store::has_administrator(tx.db()).await? {
        return Ok(None);
    }
    tokens::void_first(tx).await?;
    tokens::make(tx, Purpose::FirstAdministrator, &Bound::default()).await.map(Some)
}

/// What is written behind the `@`: `prenom.nom`, in plain letters.
pub fn handle(name: &str) -> String {
    let mut handle = String::new();
    for c in name.nfkd().flat_map(char::to_lowercase) {
        match c {
            'œ' => handle.push_str("oe"),
            'æ' => handle.push_str("ae"),
            'ß' => handle.push_str("ss"),
            'ø' => handle.push('o'),
            'ł' => handle.push('l'),
            c if c.is_ascii_alphanumeric() => handle.push(c),
            '-' | '_' if !handle.is_empty() && !handle.ends_with(['.', '-']) => handle.push('-'),
            c if c.is_whitespace() && !handle.is_empty() && !handle.ends_with(['.', '-']) => handle.push('.'),
            _ => {}
        }
        if handle.len() >= 32 {
            break;
        }
    }
    let handle = handle.trim_end_matches(['.', '-']);
    if handle.len() < 2 {
        "membre".to_owned()
    } else {
        handle.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::handle;

    #[test]
    fn handles_are_plain() {
        assert_eq!(handle("Élodie de la Tour"), "elodie.de.la.tour");
        assert_eq!(handle("Jean-Noël  Œuvré"), "jean-noel.oeuvre");
        assert_eq!(handle("水"), "membre");
        assert_eq!(handle("D'Artagnan"), "dartagnan");
    }
}
