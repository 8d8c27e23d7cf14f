//! The letter by which someone for whom an account was made comes in.

use chrono::TimeDelta;

use crate::{
    app::Config,
    db::Tx,
    features::accounts::{
        mail::to_account,
        model::Account,
        store::tokens::{self, Bound, Purpose},
    },
    kernel::{Fault, Url},
    mail::{self, Letter},
};

/// How long the link opens. Afterwards its page writes a new one to the same address.
const DAYS: i64 = 14;

pub(super) async fn welcome(tx: &mut Tx, config: &Config, account: &Account) -> Result<(), Fault> {
    let bound = Bound { member: Some(account.id), email: Some(account.email.clone()), invitation: None };
    let link = tokens::make_for(tx, Purpose::ResetPassword, &bound, TimeDelta::days(DAYS)).await?;
    let t = account.locale.t();
    let paragraphs = vec![
        t.people_admin_letter_text(config.name.as_str()).to_string(),
        t.people_admin_letter_until(DAYS).to_string(),
    ];
    let subject = t.people_admin_letter_subject(config.name.as_str()).to_string();
    let letter = to_account(account, "welcome", subject, paragraphs)?;
    let button = (t.people_admin_letter_button().to_string(), Url::path("/reset").join(link.expose()));
    mail::post(tx, config, Letter { button: Some(button), ..letter }).await?;
    Ok(())
}
