//! Letters of the room: you are invited, you are in, you are not.

use super::{membership::store, model::Note, urls};
use crate::{
    app::Config,
    db::Tx,
    kernel::{EmailAddress, Fault, GroupId, MemberId, Token},
    mail::{self, Letter},
    ui::links,
};

/// To an address without an account. Written in the community's language: the reader's is not known.
pub(super) async fn invited(
    tx: &mut Tx,
    config: &Config,
    (group, by): (GroupId, MemberId),
    email: &EmailAddress,
    token: &Token,
    message: Option<&Note>,
) -> Result<(), Fault> {
    let t = config.locale.t();
    let (name, _) = store::name(tx, group).await?;
    let by = store::addressee(tx, by).await?.map(|inviter| inviter.name).unwrap_or_default();
    let letter = Letter {
        kind: "group_invitation",
        member: None,
        to: email.clone(),
        to_name: String::new(),
        locale: config.locale,
        subject: t.groups_mail_invited_subject(by.as_str(), name.as_str()).to_string(),
        paragraphs: vec![
            t.groups_mail_invited_text(by.as_str(), config.name.as_str(), name.as_str()).to_string(),
            t.groups_mail_invited_until(super::invitations::store::DAYS).to_string(),
        ],
        quote: message.map(|note| note.as_str().to_owned()),
        button: Some((t.groups_mail_invited_button().to_string(), urls::link(token))),
        foot: t.groups_mail_invited_foot(by.as_str()).to_string(),
    };
    mail::post(tx, config, letter).await?;
    Ok(())
}

/// To someone whose request was approved.
pub(super) async fn approved(tx: &mut Tx, config: &Config, group: GroupId, member: MemberId) -> Result<(), Fault> {
    let (name, slug) = store::name(tx, group).await?;
    let Some(to) = store::addressee(tx, member).await? else { return Ok(()) };
    let t = to.locale.t();
    let Ok(email) = EmailAddress::parse(&to.email) else { return Ok(()) };
    let letter = Letter {
        kind: "join_approved",
        member: Some(member),
        to: email,
        to_name: to.name,
        locale: to.locale,
        subject: t.groups_mail_approved_subject(name.as_str()).to_string(),
        paragraphs: vec![t.groups_mail_approved_text(name.as_str()).to_string()],
        quote: None,
        button: Some((t.groups_mail_approved_button().to_string(), links::group(&slug))),
        foot: t.groups_mail_asked_foot().to_string(),
    };
    mail::post(tx, config, letter).await?;
    Ok(())
}

/// To someone whose request was refused, with the reason if one was given.
pub(super) async fn refused(
    tx: &mut Tx,
    config: &Config,
    group: GroupId,
    member: MemberId,
    reason: Option<&Note>,
) -> Result<(), Fault> {
    let (name, _) = store::name(tx, group).await?;
    let Some(to) = store::addressee(tx, member).await? else { return Ok(()) };
    let t = to.locale.t();
    let Ok(email) = EmailAddress::parse(&to.email) else { return Ok(()) };
    let letter = Letter {
        kind: "join_refused",
        member: Some(member),
        to: email,
        to_name: to.name,
        locale: to.locale,
        subject: t.groups_mail_refused_subject(name.as_str()).to_string(),
        paragraphs: vec![if reason.is_some() {
            t.groups_mail_refused_reason(name.as_str()).to_string()
        } else {
            t.groups_mail_refused_text(name.as_str()).to_string()
        }],
        quote: reason.map(|note| note.as_str().to_owned()),
        button: Some((t.groups_mail_refused_button().to_string(), urls::list())),
        foot: t.groups_mail_asked_foot().to_string(),
    };
    mail::post(tx, config, letter).await?;
    Ok(())
}
