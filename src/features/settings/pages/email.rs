//! Another mail address: asked for with one's password, proven by the link that is sent to it.

use askama::Template;
use serde::Deserialize;

use super::{own_account, password::proven, settings::profile};
use crate::{
    features::{
        accounts::{
            pages::{TokenPath, closed},
            store::tokens::{self, Purpose},
        },
        settings::verbs,
    },
    i18n::T,
    kernel::{EmailAddress, Failure, Url},
    ui::{Field, Frame, Page, Place, field::Summary},
    web::{At, Cx, Error, Form, FormErrors, Reply, flash::Flash, limit::Class},
};

#[derive(Default, Deserialize)]
pub(in super::super) struct EmailForm {
    #[serde(default)]
    email: String,
    #[serde(default)]
    current: String,
}

#[derive(Template)]
#[template(path = "settings/email.html")]
struct EmailPage {
    t: T,
    here: &'static str,
    profile: Url,
    summary: Summary,
    current: String,
    email: Field,
    password: Field,
}

impl EmailPage {
    fn new(cx: &Cx, form: &EmailForm, errors: &FormErrors) -> Result<Self, Error> {
        let (t, me) = (cx.t(), cx.member()?);
        Ok(Self {
            t,
            here: "email",
            profile: profile(me.id),
            summary: Summary::of(t, errors),
            current: me.email.clone(),
            email: Field::email("email", t.settings_email_new())
                .hint(t.settings_email_hint())
                .value(&form.email)
                .error(errors.on("email")),
            password: Field::password(t, "current", t.settings_current_password(), "current-password")
                .error(errors.on("current")),
        })
    }
}

impl Page for EmailPage {
    fn title(&self) -> String {
        self.t.settings_email().to_string()
    }

    fn place(&self) -> Place {
        Place::Settings
    }
}

/// `GET /settings/email`
pub(in super::super) async fn show(cx: Cx) -> Reply {
    cx.page(EmailPage::new(&cx, &EmailForm::default(), &FormErrors::new())?).await
}

/// `POST /settings/email`
pub(in super::super) async fn save(cx: Cx, Form(form): Form<EmailForm>) -> Reply {
    cx.app.limits.check(&cx, Class::Door)?;
    let account = own_account(&cx, cx.member()?.id).await?;
    let mut errors = FormErrors::new();
    let email = errors.take(cx.t(), "email", EmailAddress::parse(&form.email));
    if email.as_ref().is_some_and(|email| email.as_str() == account.email) {
        errors.add("email", cx.t().settings_email_same());
    }
    proven(&cx, &account, &form.current, &mut errors).await?;
    let (Some(email), true) = (email, errors.is_empty()) else {
        return cx.invalid(EmailPage::new(&cx, &form, &errors)?).await;
    };
    let mut tx = cx.begin().await?;
    verbs::ask_new_email(&mut tx, &cx.app.config, &account, &email).await?;
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().settings_email_sent(email.as_str()))).await?;
    cx.redirect(&Url::path("/settings/email"))
}

#[derive(Template)]
#[template(path = "settings/confirm_email.html")]
struct ConfirmPage {
    t: T,
    email: String,
    action: Url,
}

impl Page for ConfirmPage {
    fn title(&self) -> String {
        self.t.settings_confirm_title().to_string()
    }

    fn frame(&self) -> Frame {
        Frame::Blank
    }
}

/// `GET /confirm-email/{token}`
pub(in super::super) async fn open(cx: Cx, At(at): At<TokenPath>) -> Reply {
    let Some(token) = at.token() else {
        return over(&cx).await;
    };
    let bound = tokens::is_open(&mut *cx.db().await?, Purpose::ConfirmEmail, &token, cx.now()).await?;
    let Some(email) = bound.and_then(|bound| bound.email) else {
        return over(&cx).await;
    };
    let action = Url::path("/confirm-email").join(token.expose());
    closed::quiet(cx.page(ConfirmPage { t: cx.t(), email, action }).await)
}

/// `POST /confirm-email/{token}`
pub(in super::super) async fn confirm(cx: Cx, At(at): At<TokenPath>) -> Reply {
    cx.app.limits.check(&cx, Class::Door)?;
    let Some(token) = at.token() else {
        return over(&cx).await;
    };
    let mut tx = cx.begin().await?;
    match verbs::confirm_email(&mut tx, &cx.app.config, &token).await {
        Ok(()) => tx.commit().await?,
        Err(Failure::Refused(_)) => return over(&cx).await,
        Err(Failure::Fault(fault)) => return Err(fault.into()),
    }
    cx.flash(Flash::said(cx.t().settings_confirmed())).await?;
    closed::quiet(cx.redirect(&Url::path(if cx.me().is_some() { "/settings/email" } else { "/sign-in" })))
}

async fn over(cx: &Cx) -> Reply {
    let t = cx.t();
    closed::link(
        cx,
        t.settings_closed_email(),
        (t.settings_email().to_string(), Url::path("/settings/email")),
    )
    .await
}
