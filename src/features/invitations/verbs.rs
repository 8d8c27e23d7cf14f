//! Inviting and taking back.

use chrono::TimeDelta;

use super::{
    mail,
    store::{self, DAYS, NewInvitation},
};
use crate::{
    app::Config,
    authz::{InviteToGroup, Permit, Reason, RevokeInvitation, ViewProfile},
    db::{Fact, Tx},
    features::groups::{InviteRefused, Note, membership},
    kernel::{EmailAddress, Failure, GroupId, InvitationId, MemberId, Token},
};

/// Invites someone who is here.
pub async fn invite(
    tx: &mut Tx,
    permit: &Permit<InviteToGroup>,
    whom: &Permit<ViewProfile>,
    message: Option<&Note>,
) -> Result<InvitationId, Failure<InviteRefused>> {
    let (me, group, member) = (permit.member()?, permit.about().id, whom.about().id);
    membership::hold(tx, group).await?;
    let (inside, asked) = store::standing(tx, group, member).await?;
    if inside {
        return Err(Failure::Refused(InviteRefused::AlreadyIn));
    }
    if asked {
        return Err(Failure::Refused(InviteRefused::Asked));
    }
    in_app(tx, (group, me), member, None, message).await
}

/// An invitation in someone's own list.
async fn in_app(
    tx: &mut Tx,
    (group, by): (GroupId, MemberId),
    member: MemberId,
    email: Option<&EmailAddress>,
    message: Option<&Note>,
) -> Result<InvitationId, Failure<InviteRefused>> {
    store::retire(tx, group, member).await?;
    let invitation = InvitationId::new(tx.now());
    let new = NewInvitation {
        group,
        by,
        member: Some(member),
        email,
        token: None,
        message: message.map_or("", Note::as_str),
        most_uses: 1,
        expires_at: tx.now() + TimeDelta::days(DAYS),
    };
    written(store::insert(tx, invitation, new).await)?;
    tx.record(Fact::MemberInvited { group, invitation, member }).await?;
    Ok(invitation)
}

fn written(result: Result<bool, Failure<()>>) -> Result<(), Failure<InviteRefused>> {
    match result {
        Ok(true) => Ok(()),
        Ok(false) => Err(Failure::Refused(InviteRefused::NotManager)),
        Err(Failure::Refused(())) => Err(Failure::Refused(InviteRefused::AlreadyInvited)),
        Err(Failure::Fault(fault)) => Err(Failure::Fault(fault)),
    }
}

/// Invites whoever reads a mail address: in their own list if they have an account, by a letter with a link if not.
/// The answer is the same, also when they belong already or were invited before.
pub async fn invite_by_mail(
    tx: &mut Tx,
    config: &Config,
    permit: &Permit<InviteToGroup>,
    email: &EmailAddress,
    message: Option<&Note>,
) -> Result<(), Failure<InviteRefused>> {
    let (me, group) = (permit.member()?, permit.about().id);
    membership::hold(tx, group).await?;
    let Some(member) = store::account(tx, email).await? else {
        return by_letter(tx, config, (group, me), email, message).await;
    };
    let (inside, asked) = store::standing(tx, group, member).await?;
    if inside || asked || store::waits(tx, group, member).await? {
        return Ok(());
    }
    in_app(tx, (group, me), member, Some(email), message).await?;
    Ok(())
}

async fn by_letter(
    tx: &mut Tx,
    config: &Config,
    (group, by): (GroupId, MemberId),
    email: &EmailAddress,
    message: Option<&Note>,
) -> Result<(), Failure<InviteRefused>> {
    let (invitation, token) = (InvitationId::new(tx.now()), Token::random());
    let new = NewInvitation {
        group,
        by,
        member: None,
        email: Some(email),
        token: Some(token.hash()),
        message: message.map_or("", Note::as_str),
        most_uses: 1,
        expires_at: tx.now() + TimeDelta::days(DAYS),
    };
    written(store::insert(tx, invitation, new).await)?;
    tx.record(Fact::InvitationSent { group: Some(group), invitation }).await?;
    mail::invited(tx, config, (group, by), email, &token, message).await?;
    Ok(())
}

/// Makes a link that lets `uses` people in, for `days` days. The token is known only now.
pub async fn make_link(
    tx: &mut Tx,
    permit: &Permit<InviteToGroup>,
    uses: i32,
    days: i64,
) -> Result<(InvitationId, Token), Failure<InviteRefused>> {
    let (by, group) = (permit.member()?, permit.about().id);
    let (invitation, token) = (InvitationId::new(tx.now()), Token::random());
    membership::hold(tx, group).await?;
    let new = NewInvitation {
        group,
        by,
        member: None,
        email: None,
        token: Some(token.hash()),
        message: "",
        most_uses: uses.clamp(1, 1_000),
        expires_at: tx.now() + TimeDelta::days(days.clamp(1, 90)),
    };
    written(store::insert(tx, invitation, new).await)?;
    tx.record(Fact::InvitationSent { group: Some(group), invitation }).await?;
    Ok((invitation, token))
}

/// Takes an invitation back.
pub async fn revoke(tx: &mut Tx, permit: &Permit<RevokeInvitation>) -> Result<(), Failure<Reason>> {
    let (me, invitation, group) = (permit.member()?, permit.about().id, permit.about().group);
    if !store::revoke(tx, invitation, me).await? {
        return Err(Failure::Refused(Reason::AlreadyDecided));
    }
    tx.record(Fact::InvitationRevoked { group, invitation }).await?;
    Ok(())
}
