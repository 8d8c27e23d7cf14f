//! The letters of this room, each in the recipient's language. Links are built from the configured origin when the
//! letter is written down, never from the request (SECURITY C-02).

use crate::{
    app::Config,
    features::accounts::{device::device_words, model::Account, verbs::INVITATION_DAYS},
    i18n::{Locale, T, format},
    kernel::{EmailAddress, Fault, Timestamp, Token, Url},
    mail::Letter,
    web::{Cx, session},
};

/// A letter to someone with an account.
fn to_account(
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
pub(super) fn new_device(cx: &Cx, account: &Account, agent: &str, at: Timestamp) -> Result<Letter, Fault> {
    let t = account.locale.t();
    let device = device(t, agent);
    let when = format::full(account.locale, account.time_zone, at);
    let place = session::shortened(cx.client());
    let text = t
        .accounts_letter_device_text(device.as_str(), place.as_str(), when.as_str())
        .to_string();
    let paragraphs = vec![text, t.accounts_letter_device_advice().to_string()];
    let letter = to_account(
        account,
        "new_device",
        t.accounts_letter_device_subject().to_string(),
        paragraphs,
    )?;
    Ok(Letter {
        button: Some((
            t.accounts_letter_device_button().to_string(),
            Url::path("/settings/sessions"),
        )),
        ..letter
    })
}

/// The link for a new password.
pub(super) fn reset(account: &Account, link: &Token) -> Result<Letter, Fault> {
    let t = account.locale.t();
    let paragraphs = vec![t.accounts_letter_reset_text().to_string(), t.accounts_letter_reset_advice().to_string()];
    let letter = to_account(account, "reset_password", t.accounts_letter_reset_subject().to_string(), paragraphs)?;
    Ok(Letter { button: Some((t.accounts_letter_reset_button().to_string(), Url::path("/reset").join(link.expose()))), ..letter })
}

/// The password is another one now.
pub(super) fn password_changed(account: &Account, at: Timestamp) -> Result<Letter, Fault> {
    let t = account.locale.t();
    let when = format::full(account.locale, account.time_zone, at);
    let paragraphs =
        vec![t.accounts_letter_changed_text(when.as_str()).to_string(), t.accounts_letter_changed_advice().to_string()];
    let letter = to_account(account, "password_changed", t.accounts_letter_changed_subject().to_string(), paragraphs)?;
    Ok(Letter { button: Some((t.accounts_letter_reset_button().to_string(), Url::path("/reset"))), ..letter })
}

/// The link that proves a new address, to the new address.
pub(super) fn confirm_email(account: &Account, to: &EmailAddress, link: &Token) -> Letter {
    let t = account.locale.t();
    Letter {
        kind: "confirm_email",
        member: Some(account.id),
        to: to.clone(),
        to_name: account.name.clone(),
        locale: account.locale,
        subject: t.accounts_letter_confirm_subject().to_string(),
        paragraphs: vec![t.accounts_letter_confirm_text().to_string(), t.accounts_letter_hour().to_string()],
        quote: None,
        button: Some((t.accounts_letter_confirm_button().to_string(), Url::path("/confirm-email").join(link.expose()))),
        foot: t.accounts_letter_foot().to_string(),
    }
}

/// Somebody asked for another address, to the old one.
pub(super) fn email_change_asked(account: &Account, new: &EmailAddress) -> Result<Letter, Fault> {
    let t = account.locale.t();
    let paragraphs =
        vec![t.accounts_letter_asked_text(new.as_str()).to_string(), t.accounts_letter_changed_advice().to_string()];
    to_account(account, "email_change_asked", t.accounts_letter_asked_subject().to_string(), paragraphs)
}

/// The address is another one now, to the old one.
pub(super) fn email_changed(account: &Account, new: &str) -> Result<Letter, Fault> {
    let t = account.locale.t();
    let paragraphs = vec![t.accounts_letter_moved_text(new).to_string(), t.accounts_letter_moved_advice().to_string()];
    to_account(account, "email_changed", t.accounts_letter_moved_subject().to_string(), paragraphs)
}

/// An invitation to the platform, in the community's language.
pub(super) fn invited(config: &Config, to: &EmailAddress, inviter: &str, link: &Token) -> Letter {
    let t = config.locale.t();
    let community = config.name.as_str();
    Letter {
        kind: "invited",
        member: None,
        to: to.clone(),
        to_name: String::new(),
        locale: config.locale,
        subject: t.accounts_letter_invited_subject(inviter).to_string(),
        paragraphs: vec![
            t.accounts_letter_invited_text(community, inviter).to_string(),
            t.accounts_letter_invited_until(INVITATION_DAYS).to_string(),
        ],
        quote: None,
        button: Some((t.accounts_letter_invited_button().to_string(), Url::path("/join").join(link.expose()))),
        foot: t.accounts_letter_invited_foot().to_string(),
    }
}

/// The link to go on with an open invitation, to the address that was typed.
pub(super) fn confirm_joining(config: &Config, to: &EmailAddress, locale: Locale, link: &Token) -> Letter {
    let t = locale.t();
    Letter {
        kind: "confirm_joining",
        member: None,
        to: to.clone(),
        to_name: String::new(),
        locale,
        subject: t.accounts_letter_joining_subject().to_string(),
        paragraphs: vec![t.accounts_letter_joining_text(config.name.as_str()).to_string(), t.accounts_letter_hour().to_string()],
        quote: None,
        button: Some((t.accounts_letter_joining_button().to_string(), Url::path("/join").join(link.expose()))),
        foot: t.accounts_letter_invited_foot().to_string(),
    }
}

/// The same for someone who has an account: sign in, then open the invitation.
pub(super) fn have_account(account: &Account, link: &Token) -> Result<Letter, Fault> {
    let t = account.locale.t();
    let paragraphs = vec![t.accounts_letter_known_text().to_string()];
    let letter = to_account(account, "have_account", t.accounts_letter_joining_subject().to_string(), paragraphs)?;
    let url = Url::path("/sign-in").with("next", Url::path("/join").join(link.expose()));
    Ok(Letter { button: Some((t.accounts_sign_in().to_string(), url)), ..letter })
}

/// A device in words.
pub(super) fn device(t: T, agent: &str) -> String {
    match device_words(agent) {
        ("", "") => t.accounts_device_unknown().to_string(),
        ("", one) | (one, "") => one.to_owned(),
        (browser, system) => t.accounts_device(browser, system).to_string(),
    }
}
