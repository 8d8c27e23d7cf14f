//! The letters about coming in.

use crate::{
    app::Config,
    features::{
        accounts::{mail::to_account, model::Account},
        joining::verbs::INVITATION_DAYS,
    },
    i18n::Locale,
    kernel::{EmailAddress, Fault, Token, Url},
    mail::Letter,
};

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
        subject: t.joining_letter_invited_subject(inviter).to_string(),
        paragraphs: vec![
            t.joining_letter_invited_text(inviter, community).to_string(),
            t.joining_letter_invited_until(INVITATION_DAYS).to_string(),
        ],
        quote: None,
        button: Some((t.joining_letter_invited_button().to_string(), Url::path("/join").join(link.expose()))),
        foot: t.joining_letter_invited_foot().to_string(),
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
        subject: t.joining_letter_joining_subject().to_string(),
        paragraphs: vec![
            t.joining_letter_joining_text(config.name.as_str()).to_string(),
            t.accounts_letter_hour().to_string(),
        ],
        quote: None,
        button: Some((t.joining_letter_joining_button().to_string(), Url::path("/join").join(link.expose()))),
        foot: t.joining_letter_invited_foot().to_string(),
    }
}

/// The same for someone who has an account: sign in, then open the invitation.
pub(super) fn have_account(account: &Account, link: &Token) -> Result<Letter, Fault> {
    let t = account.locale.t();
    let paragraphs = vec![t.joining_letter_known_text().to_string()];
    let letter =
        to_account(account, "have_account", t.joining_letter_joining_subject().to_string(), paragraphs)?;
    let url = Url::path("/sign-in").with("next", Url::path("/join").join(link.expose()));
    Ok(Letter { button: Some((t.accounts_sign_in().to_string(), url)), ..letter })
}
