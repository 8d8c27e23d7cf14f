//! The letter to an address without an account.

use super::store;
use crate::{
    app::Config,
    db::Tx,
    features::groups::{Note, urls},
    kernel::{EmailAddress, Fault, GroupId, MemberId, Token},
    mail::{self, Letter},
};

/// Written in the community's language: the reader's is not known.
pub(super) async fn invited(
    tx: &mut Tx,
    config: &Config,
    (group, by): (GroupId, MemberId),
    email: &EmailAddress,
    token: &Token,
    message: Option<&Note>,
) -> Result<(), Fault> {
    let t = config.locale.t();
    let (name, by) = store::names(tx, group, by).await?;
    let letter = Letter {
        kind: "group_invitation",
        member: None,
        to: email.clone(),
        to_name: String::new(),
        locale: config.locale,
        subject: t.invitations_mail_invited_subject(by.as_str(), name.as_str()).to_string(),
        paragraphs: vec![
            t.invitations_mail_invited_text(by.as_str(), name.as_str(), config.name.as_str()).to_string(),
            t.invitations_mail_invited_until(store::DAYS).to_string(),
        ],
        quote: message.map(|note| note.as_str().to_owned()),
        button: Some((t.invitations_mail_invited_button().to_string(), urls::link(token))),
        foot: t.invitations_mail_invited_foot(by.as_str()).to_string(),
    };
    mail::post(tx, config, letter).await?;
    Ok(())
}
