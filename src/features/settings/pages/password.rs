//! Another password for oneself: the present one is asked for, and one's other sessions end.

use askama::Template;
use serde::Deserialize;

use super::{own_account, settings::profile};
use crate::{
    features::accounts::{
        hashing::{self, Verdict},
        model::Account,
        throttle::Tries,
        verbs::new_password,
    },
    i18n::T,
    kernel::{EmailAddress, Fault, Password, Url},
    ui::{Field, Page, Place, field::Summary},
    web::{Cx, Error, Form, FormErrors, Reply, flash::Flash, limit::Class, session},
};

#[derive(Default, Deserialize)]
pub(in super::super) struct PasswordForm {
    #[serde(default)]
    current: String,
    #[serde(default)]
    password: String,
}

#[derive(Template)]
#[template(path = "settings/password.html")]
struct PasswordPage {
    t: T,
    here: &'static str,
    profile: Url,
    summary: Summary,
    current: String,
    old: Field,
    new: Field,
}

impl PasswordPage {
    fn new(cx: &Cx, errors: &FormErrors) -> Result<Self, Error> {
        let (t, me) = (cx.t(), cx.member()?);
        Ok(Self {
            t,
            here: "password",
            profile: profile(me.id),
            summary: Summary::of(t, errors),
            current: me.email.clone(),
            old: Field::password(t, "current", t.settings_current_password(), "current-password")
                .error(errors.on("current")),
            new: Field::password(t, "password", t.accounts_new_password(), "new-password")
                .hint(t.accounts_password_hint())
                .error(errors.on("password")),
        })
    }
}

impl Page for PasswordPage {
    fn title(&self) -> String {
        self.t.settings_password().to_string()
    }

    fn place(&self) -> Place {
        Place::Settings
    }
}

/// `GET /settings/password`
pub(in super::super) async fn show(cx: Cx) -> Reply {
    cx.page(PasswordPage::new(&cx, &FormErrors::new())?).await
}

/// `POST /settings/password`
pub(in super::super) async fn save(cx: Cx, Form(form): Form<PasswordForm>) -> Reply {
    cx.app.limits.check(&cx, Class::Door)?;
    let account = own_account(&cx, cx.member()?.id).await?;
    let mut errors = FormErrors::new();
    let password = errors.take(cx.t(), "password", Password::choose(&form.password));
    proven(&cx, &account, &form.current, &mut errors).await?;
    let (Some(password), true) = (password, errors.is_empty()) else {
        return cx.invalid(PasswordPage::new(&cx, &errors)?).await;
    };
    let hash = hashing::hash(&password).await?;
    let mut tx = cx.begin().await?;
    new_password(&mut tx, &cx.app.config, &account, &hash, session::present(&cx).as_deref()).await?;
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().settings_password_changed())).await?;
    cx.redirect(&Url::path("/settings/password"))
}

/// Asks for the present password before something that could take an account away; wrong ones count as at the door.
pub(super) async fn proven(
    cx: &Cx,
    account: &Account,
    typed: &str,
    errors: &mut FormErrors,
) -> Result<(), Error> {
    let email = EmailAddress::parse(&account.email)
        .map_err(|_| Fault::new("an account has an address that is none"))?;
    let tries = Tries::of(&email, cx.client());
    if let Some(wait) = tries.wait(&mut *cx.db().await?, cx.client(), cx.now()).await? {
        return Err(Error::TooMany(wait));
    }
    if hashing::verify(&Password::typed(typed), account.password_hash.clone()).await? == Verdict::Wrong {
        tries.wrong(&mut *cx.db().await?, cx.now()).await?;
        errors.add("current", cx.t().settings_current_wrong());
    }
    Ok(())
}
