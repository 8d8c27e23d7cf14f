//! Letters of the room: you are in, you are not.

use super::{membership::store, model::Note, urls};
use crate::{
    app::Config,
    db::Tx,
    kernel::{EmailAddress, Fault, GroupId, MemberId},
    mail::{self, Letter},
    ui::links,
};

/// To someone whose request was approved.
pub(super) async fn approved(
    tx: &mut Tx,
    config: &Config,
    group: GroupId,
    member: MemberId,
) -> Result<(), Fault> {
    let (name, slug) = store::name(tx, group).await?;
    let Some(to) = store::addressee(tx, member).await? else {
        return Ok(());
    };
    let t = to.locale.t();
    let Ok(email) = EmailAddress::parse(&to.email) else {
        return Ok(());
    };
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
    let Some(to) = store::addressee(tx, member).await? else {
        return Ok(());
    };
    let t = to.locale.t();
    let Ok(email) = EmailAddress::parse(&to.email) else {
        return Ok(());
    };
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
