//! The letters of this room, each in the recipient's language. Links are built from the configured origin when the
//! letter is written down, never from the request (SECURITY C-02).

use crate::{
    features::accounts::{device::device_words, model::Account},
    i18n::{T, format},
    kernel::{EmailAddress, Fault, Timestamp, Token, Url},
    mail::Letter,
    web::{Cx, session},
};

/// A letter to someone with an account.
pub(in crate::features) fn to_account(
    account: &Account,
    kind: &'static str,
    subject: String,
    paragraphs: Vec<String>,
) -> Result<Letter, Fault> {
    let to = EmailAddress::parse(&account.email)
        .map_err(|_| Fault::new("an account has an address that is none"))?;
    Ok(Letter {
        kind,
        member: Some(account.id),
        to,
        to_name: account.name.clone(),
        locale: account.locale,
        subject,
        paragraphs,
        quote: None,
        button: None,
        foot: account.locale.t().accounts_letter_foot().to_string(),
    })
}

/// Someone signed in from a browser that was not seen before (SECURITY C-15).
pub(in crate::features) fn new_device(
    cx: &Cx,
    account: &Account,
    agent: &str,
    at: Timestamp,
) -> Result<Letter, Fault> {
    let t = account.locale.t();
    let device = device(t, agent);
    let when = format::full(account.locale, account.time_zone, at);
    let place = session::shortened(cx.client());
    let text = t.accounts_letter_device_text(device.as_str(), place.as_str(), when.as_str()).to_string();
    let paragraphs = vec![text, t.accounts_letter_device_advice().to_string()];
    let letter =
        to_account(account, "new_device", t.accounts_letter_device_subject().to_string(), paragraphs)?;
    Ok(Letter {
        button: Some((t.accounts_letter_device_button().to_string(), Url::path("/settings/sessions"))),
        ..letter
    })
}

/// The link for a new password.
pub(in crate::features) fn reset(account: &Account, link: &Token) -> Result<Letter, Fault> {
    let t = account.locale.t();
    let paragraphs =
        vec![t.accounts_letter_reset_text().to_string(), t.accounts_letter_reset_advice().to_string()];
    let letter =
        to_account(account, "reset_password", t.accounts_letter_reset_subject().to_string(), paragraphs)?;
    Ok(Letter {
        button: Some((t.accounts_letter_reset_button().to_string(), Url::path("/reset").join(link.expose()))),
        ..letter
    })
}

/// The password is another one now.
pub(in crate::features) fn password_changed(account: &Account, at: Timestamp) -> Result<Letter, Fault> {
    let t = account.locale.t();
    let when = format::full(account.locale, account.time_zone, at);
    let paragraphs = vec![
        t.accounts_letter_changed_text(when.as_str()).to_string(),
        t.accounts_letter_changed_advice().to_string(),
    ];
    let letter =
        to_account(account, "password_changed", t.accounts_letter_changed_subject().to_string(), paragraphs)?;
    Ok(Letter { button: Some((t.accounts_letter_reset_button().to_string(), Url::path("/reset"))), ..letter })
}

/// A device in words.
pub(in crate::features) fn device(t: T, agent: &str) -> String {
    match device_words(agent) {
        ("", "") => t.accounts_device_unknown().to_string(),
        ("", one) | (one, "") => one.to_owned(),
        (browser, system) => t.accounts_device(browser, system).to_string(),
    }
}
