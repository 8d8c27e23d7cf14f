//! Signing in and out.
//!
//! Unknown address, wrong password and suspended account get the same answer after the same work (SECURITY C-08);
//! only the right password hears that its account is suspended.

use std::time::Duration;

use askama::Template;
use axum::{
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{Html, IntoResponse},
};
use serde::Deserialize;

use crate::{
    features::accounts::{
        hashing::{self, Verdict},
        model::Account,
        pages::entry,
        store,
        throttle::Tries,
    },
    i18n::T,
    kernel::{EmailAddress, Fault, Password, Url},
    ui::{Field, Frame, Page, field::Summary, shell},
    web::{
        Cx, Error, FormErrors, Reply,
        form::{Form, Query},
        limit::Class,
        session,
    },
};

/// Where people come from and want to go back to.
#[derive(Default, Deserialize)]
pub(in super::super) struct Next {
    #[serde(default)]
    next: String,
}

#[derive(Default, Deserialize)]
pub(in super::super) struct SignInForm {
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    next: String,
}

#[derive(Template)]
#[template(path = "accounts/sign_in.html")]
struct SignInPage {
    t: T,
    summary: Summary,
    email: Field,
    password: Field,
    next: Option<Url>,
}

impl SignInPage {
    fn new(cx: &Cx, form: &SignInForm, errors: &FormErrors) -> Self {
        let t = cx.t();
        let email = Field::email("email", t.accounts_email())
            .autocomplete("username")
            .value(&form.email)
            .error(errors.on("email"));
        let password = Field::password(t, "password", t.accounts_password(), "current-password")
            .error(errors.on("password"));
        let back = !form.email.is_empty();
        Self {
            t,
            summary: Summary::of(t, errors),
            email: if back { email } else { email.first() },
            password: if back { password.first() } else { password },
            next: Url::local(&form.next),
        }
    }
}

impl Page for SignInPage {
    fn title(&self) -> String {
        self.t.accounts_sign_in_title().to_string()
    }

    fn frame(&self) -> Frame {
        Frame::Blank
    }
}

/// `GET /sign-in`
pub(in super::super) async fn show(cx: Cx, Query(next): Query<Next>) -> Reply {
    if cx.me().is_some() {
        return cx.redirect(&destination(&next.next));
    }
    let form = SignInForm { next: next.next, ..SignInForm::default() };
    cx.page(SignInPage::new(&cx, &form, &FormErrors::new())).await
}

/// `POST /sign-in`
pub(in super::super) async fn submit(cx: Cx, headers: HeaderMap, Form(form): Form<SignInForm>) -> Reply {
    cx.app.limits.check(&cx, Class::Door)?;
    let t = cx.t();
    let mut errors = FormErrors::new();
    let email = errors.take(t, "email", EmailAddress::parse(&form.email));
    if form.password.is_empty() {
        errors.add("password", t.form_empty());
    }
    let (Some(email), true) = (email, errors.is_empty()) else {
        return cx.invalid(SignInPage::new(&cx, &form, &errors)).await;
    };
    let tries = Tries::of(&email, cx.client());
    if let Some(wait) = tries.wait(&mut *cx.db().await?, cx.client(), cx.now()).await? {
        return too_many(&cx, &form, wait).await;
    }
    match proven(&cx, &email, &form.password).await? {
        Some(account) if !account.suspended => {
            let mut tx = entry::begin_as(&cx, account.id).await?;
            tries.right(tx.db()).await?;
            entry::enter(&cx, tx, &account, &headers, &destination(&form.next)).await
        }
        found => {
            if found.is_some() {
                errors.add("email", t.accounts_suspended(cx.app.config.mail_from.email.to_string()));
            } else {
                tries.wrong(&mut *cx.db().await?, cx.now()).await?;
                errors.add("password", t.accounts_wrong());
            }
            cx.invalid(SignInPage::new(&cx, &form, &errors)).await
        }
    }
}

/// The account of the address, if the password is its own. Costs the same where there is none.
async fn proven(cx: &Cx, email: &EmailAddress, password: &str) -> Result<Option<Account>, Fault> {
    let account = store::account_of(&mut *cx.db().await?, email).await?;
    let password = Password::typed(password);
    let kept = account.as_ref().and_then(|account| account.password_hash.clone());
    let verdict = hashing::verify(&password, kept.clone()).await?;
    if let (Verdict::Weak, Some(account), Some(old)) = (&verdict, &account, kept) {
        let new = hashing::hash(&password).await?;
        store::rehash(&mut *cx.db().await?, account.id, &old, &new).await?;
    }
    Ok(account.filter(|_| verdict != Verdict::Wrong))
}

/// The form again, with how long to wait and the other way in.
async fn too_many(cx: &Cx, form: &SignInForm, wait: Duration) -> Reply {
    let minutes = i64::try_from(wait.as_secs().div_ceil(60)).unwrap_or(15).max(1);
    let mut errors = FormErrors::new();
    errors.add("password", cx.t().accounts_too_many(minutes));
    let html = shell::wrap(cx, &SignInPage::new(cx, form, &errors)).await?;
    let mut response = (StatusCode::TOO_MANY_REQUESTS, Html(html)).into_response();
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait.as_secs().max(1)));
    Err(Error::Invalid(Box::new(response)))
}

/// Where to after signing in.
fn destination(next: &str) -> Url {
    Url::local(next).unwrap_or_else(|| Url::path("/feed"))
}

/// `POST /sign-out`
pub(in super::super) async fn leave(cx: Cx) -> Reply {
    if let Some(me) = cx.me() {
        let mut tx = cx.begin().await?;
        tx.record(crate::db::Fact::SignedOut { member: me.id }).await?;
        tx.commit().await?;
    }
    session::sign_out(&cx).await?;
    let mut response = cx.redirect(&Url::path("/"))?;
    // What the browser kept of pages goes too; the cookie itself is dropped by the session layer (SECURITY D-13).
    response
        .headers_mut()
        .insert(HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"cache\""));
    Ok(response)
}
