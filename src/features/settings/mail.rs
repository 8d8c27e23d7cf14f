//! The letters about another mail address: a link to the new one, a word to the old one.

use crate::{
    features::accounts::{mail::to_account, model::Account},
    kernel::{EmailAddress, Fault, Token, Url},
    mail::Letter,
};

/// The link that proves a new address, to the new address.
pub(super) fn confirm_email(account: &Account, to: &EmailAddress, link: &Token) -> Letter {
    let t = account.locale.t();
    Letter {
        kind: "confirm_email",
        member: Some(account.id),
        to: to.clone(),
        to_name: account.name.clone(),
        locale: account.locale,
        subject: t.settings_letter_confirm_subject().to_string(),
        paragraphs: vec![t.settings_letter_confirm_text().to_string(), t.accounts_letter_hour().to_string()],
        quote: None,
        button: Some((
            t.settings_letter_confirm_button().to_string(),
            Url::path("/confirm-email").join(link.expose()),
        )),
        foot: t.accounts_letter_foot().to_string(),
    }
}

/// Somebody asked for another address, to the old one.
pub(super) fn email_change_asked(account: &Account, new: &EmailAddress) -> Result<Letter, Fault> {
    let t = account.locale.t();
    let paragraphs = vec![
        t.settings_letter_asked_text(new.as_str()).to_string(),
        t.accounts_letter_changed_advice().to_string(),
    ];
    let letter =
        to_account(account, "email_change_asked", t.settings_letter_asked_subject().to_string(), paragraphs)?;
    Ok(Letter { button: Some((t.accounts_letter_reset_button().to_string(), Url::path("/reset"))), ..letter })
}

/// The address is another one now, to the old one.
pub(super) fn email_changed(account: &Account, new: &str) -> Result<Letter, Fault> {
    let t = account.locale.t();
    let paragraphs =
        vec![t.settings_letter_moved_text(new).to_string(), t.settings_letter_moved_advice().to_string()];
    to_account(account, "email_changed", t.settings_letter_moved_subject().to_string(), paragraphs)
}
