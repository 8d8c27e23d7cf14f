//! A new password for whoever has lost theirs. The answer is the same for every address (SECURITY C-08); the link works
//! once, for an hour, and does not sign in.

use askama::Template;
use serde::Deserialize;

use super::{TokenPath, closed};
use crate::{
    features::accounts::{
        hashing,
        model::LinkRefused,
        store::tokens::{self, Purpose},
        verbs,
    },
    i18n::T,
    kernel::{EmailAddress, Failure, Password, Url},
    ui::{Field, Frame, Page, field::Summary},
    web::{At, Cx, Form, FormErrors, Reply, flash::Flash, form::Query, limit::Class},
};

#[derive(Default, Deserialize)]
pub(in super::super) struct Sent {
    #[serde(default)]
    sent: bool,
}

#[derive(Default, Deserialize)]
pub(in super::super) struct AskForm {
    #[serde(default)]
    email: String,
}

#[derive(Template)]
#[template(path = "accounts/reset_ask.html")]
struct AskPage {
    t: T,
    summary: Summary,
    email: Field,
    sent: bool,
    mute: bool,
}

impl AskPage {
    fn new(cx: &Cx, form: &AskForm, errors: &FormErrors, sent: bool) -> Self {
        let t = cx.t();
        let email =
            Field::email("email", t.accounts_email()).value(&form.email).error(errors.on("email")).first();
        Self { t, summary: Summary::of(t, errors), email, sent, mute: cx.app.config.smtp_url.is_none() }
    }
}

impl Page for AskPage {
    fn title(&self) -> String {
        self.t.accounts_reset_title().to_string()
    }

    fn frame(&self) -> Frame {
        Frame::Blank
    }
}

/// `GET /reset`
pub(in super::super) async fn show(cx: Cx, Query(sent): Query<Sent>) -> Reply {
    cx.page(AskPage::new(&cx, &AskForm::default(), &FormErrors::new(), sent.sent)).await
}

/// `POST /reset`
pub(in super::super) async fn ask(cx: Cx, Form(form): Form<AskForm>) -> Reply {
    cx.app.limits.check(&cx, Class::Door)?;
    let mut errors = FormErrors::new();
    let Some(email) = errors.take(cx.t(), "email", EmailAddress::parse(&form.email)) else {
        return cx.invalid(AskPage::new(&cx, &form, &errors, false)).await;
    };
    let mut tx = cx.begin().await?;
    verbs::ask_reset(&mut tx, &cx.app.config, &email).await?;
    tx.commit().await?;
    cx.redirect(&Url::path("/reset").with("sent", true))
}

#[derive(Default, Deserialize)]
pub(in super::super) struct NewForm {
    #[serde(default)]
    password: String,
}

#[derive(Template)]
#[template(path = "accounts/reset_new.html")]
struct NewPage {
    t: T,
    summary: Summary,
    password: Field,
    action: Url,
}

impl NewPage {
    fn new(cx: &Cx, token: &str, errors: &FormErrors) -> Self {
        let t = cx.t();
        let password = Field::password(t, "password", t.accounts_new_password(), "new-password")
            .hint(t.accounts_password_hint())
            .error(errors.on("password"))
            .first();
        Self { t, summary: Summary::of(t, errors), password, action: Url::path("/reset").join(token) }
    }
}

impl Page for NewPage {
    fn title(&self) -> String {
        self.t.accounts_reset_new_title().to_string()
    }

    fn frame(&self) -> Frame {
        Frame::Blank
    }
}

/// `GET /reset/{token}`
pub(in super::super) async fn open(cx: Cx, At(at): At<TokenPath>) -> Reply {
    let Some(token) = at.token() else {
        return over(&cx).await;
    };
    if tokens::is_open(&mut *cx.db().await?, Purpose::ResetPassword, &token, cx.now()).await?.is_none() {
        return over(&cx).await;
    }
    closed::quiet(cx.page(NewPage::new(&cx, token.expose(), &FormErrors::new())).await)
}

/// `POST /reset/{token}`
pub(in super::super) async fn choose(cx: Cx, At(at): At<TokenPath>, Form(form): Form<NewForm>) -> Reply {
    cx.app.limits.check(&cx, Class::Door)?;
    let Some(token) = at.token() else {
        return over(&cx).await;
    };
    if tokens::is_open(&mut *cx.db().await?, Purpose::ResetPassword, &token, cx.now()).await?.is_none() {
        return over(&cx).await;
    }
    let mut errors = FormErrors::new();
    let Some(password) = errors.take(cx.t(), "password", Password::choose(&form.password)) else {
        return closed::quiet(cx.invalid(NewPage::new(&cx, token.expose(), &errors)).await);
    };
    let hash = hashing::hash(&password).await?;
    let mut tx = cx.begin().await?;
    match verbs::reset(&mut tx, &cx.app.config, &token, &hash).await {
        Ok(()) => tx.commit().await?,
        Err(Failure::Refused(LinkRefused::Closed | LinkRefused::AddressTaken)) => return over(&cx).await,
        Err(Failure::Fault(fault)) => return Err(fault.into()),
    }
    cx.flash(Flash::said(cx.t().accounts_reset_done())).await?;
    closed::quiet(cx.redirect(&Url::path("/sign-in")))
}

async fn over(cx: &Cx) -> Reply {
    let t = cx.t();
    closed::link(cx, t.accounts_closed_reset(), (t.accounts_reset_again().to_string(), Url::path("/reset")))
        .await
}
