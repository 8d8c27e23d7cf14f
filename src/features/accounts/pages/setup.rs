//! The first administrator of a new community, behind the link that the start printed.

use askama::Template;
use axum::http::HeaderMap;
use serde::Deserialize;

use super::{TokenPath, closed, entry};
use crate::{
    authz::SiteRole,
    features::accounts::{
        hashing,
        model::{LinkRefused, Name, NewAccount},
        store::{
            self,
            tokens::{self, Purpose},
        },
        verbs,
    },
    i18n::T,
    kernel::{EmailAddress, Failure, Fault, Password, Token, Url},
    ui::{Field, Frame, Page, field::Summary},
    web::{At, Cx, Form, FormErrors, Reply, limit::Class},
};

#[derive(Default, Deserialize)]
pub(in super::super) struct SetupForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
}

#[derive(Template)]
#[template(path = "accounts/setup.html")]
struct SetupPage {
    t: T,
    summary: Summary,
    fields: [Field; 3],
    action: Url,
}

impl SetupPage {
    fn new(cx: &Cx, token: &Token, form: &SetupForm, errors: &FormErrors) -> Self {
        let t = cx.t();
        let name = Field::text("name", t.accounts_name())
            .value(&form.name)
            .error(errors.on("name"))
            .autocomplete("name")
            .most(80)
            .first();
        let email = Field::email("email", t.accounts_email()).value(&form.email).error(errors.on("email"));
        let password = Field::password(t, "password", t.accounts_password(), "new-password")
            .hint(t.accounts_password_hint())
            .error(errors.on("password"));
        Self {
            t,
            summary: Summary::of(t, errors),
            fields: [name, email, password],
            action: Url::path("/setup").join(token.expose()),
        }
    }
}

impl Page for SetupPage {
    fn title(&self) -> String {
        self.t.accounts_setup_title().to_string()
    }

    fn frame(&self) -> Frame {
        Frame::Blank
    }
}

/// `GET /setup/{token}`
pub(in super::super) async fn show(cx: Cx, At(at): At<TokenPath>) -> Reply {
    match open(&cx, &at).await? {
        Some(token) => closed::quiet(
            cx.page(SetupPage::new(&cx, &token, &SetupForm::default(), &FormErrors::new())).await,
        ),
        None => over(&cx).await,
    }
}

async fn open(cx: &Cx, at: &TokenPath) -> Result<Option<Token>, Fault> {
    let Some(token) = at.token() else { return Ok(None) };
    let bound = tokens::is_open(&mut *cx.db().await?, Purpose::FirstAdministrator, &token, cx.now()).await?;
    Ok(bound.map(|_| token))
}

async fn over(cx: &Cx) -> Reply {
    let t = cx.t();
    closed::link(cx, t.accounts_closed_setup(), (t.accounts_sign_in().to_string(), Url::path("/sign-in")))
        .await
}

/// `POST /setup/{token}`
pub(in super::super) async fn submit(
    cx: Cx,
    headers: HeaderMap,
    At(at): At<TokenPath>,
    Form(form): Form<SetupForm>,
) -> Reply {
    cx.app.limits.check(&cx, Class::Door)?;
    let Some(token) = open(&cx, &at).await? else {
        return over(&cx).await;
    };
    let t = cx.t();
    let mut errors = FormErrors::new();
    let name = errors.take(t, "name", Name::parse(&form.name));
    let email = errors.take(t, "email", EmailAddress::parse(&form.email));
    let password = errors.take(t, "password", Password::choose(&form.password));
    let (Some(name), Some(email), Some(password)) = (name, email, password) else {
        return closed::quiet(cx.invalid(SetupPage::new(&cx, &token, &form, &errors)).await);
    };
    let new = NewAccount {
        name,
        email,
        password: Some(hashing::hash(&password).await?),
        locale: cx.locale(),
        time_zone: cx.app.config.time_zone,
        external: false,
        site_role: SiteRole::Administrator,
    };
    let mut tx = cx.begin().await?;
    match verbs::set_up(&mut tx, &token, &new).await {
        Ok(member) => {
            let account = store::account(tx.db(), member)
                .await?
                .ok_or_else(|| Fault::new("an account made just now is gone"))?;
            closed::quiet(entry::enter(&cx, tx, &account, &headers, &Url::path("/feed")).await)
        }
        Err(Failure::Refused(LinkRefused::Closed)) => over(&cx).await,
        Err(Failure::Refused(LinkRefused::AddressTaken)) => {
            drop(tx);
            errors.add("email", t.accounts_address_taken());
            closed::quiet(cx.invalid(SetupPage::new(&cx, &token, &form, &errors)).await)
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
