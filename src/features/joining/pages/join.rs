//! Coming in by an invitation's link. Opening it changes nothing; every answer looks at the invitation again.
//!
//! # Who learns whether an address has an account
//! An invitation for an address proves that whoever opens it reads that address: they may be told. An open link is in
//! many hands. Where letters leave the house it asks for the address alone and answers the same to all: a letter brings
//! the link to go on, or the word that there is an account. Where no letters leave (no SMTP server) the account is
//! made at once, and the few who hold a link are told when an address is taken: there is no other way to tell them,
//! and the door's measure keeps them from asking for many.

use askama::Template;
use axum::http::HeaderMap;
use serde::Deserialize;

use crate::{
    authz::SiteRole,
    features::{
        accounts::{
            self, Name, NewAccount,
            model::LinkRefused,
            pages::{TokenPath, closed, entry},
        },
        joining::{model::Opening, store, verbs},
    },
    i18n::{Locale, T},
    kernel::{EmailAddress, Failure, Fault, Password, Token, Url},
    ui::{Choice, Field, Frame, Page, field::Summary, links},
    web::{At, Cx, Form, FormErrors, Reply, flash::Flash, limit::Class},
};

#[derive(Default, Deserialize)]
pub(in super::super) struct JoinForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    locale: String,
}

/// What the page asks for.
enum Step {
    /// Only to say yes: whoever it is is signed in.
    Yes,
    /// The address, to which the link to go on is sent.
    Address(Field),
    /// To look into one's letters.
    Letter,
    /// To sign in: the address of the invitation has an account.
    SignIn(Url),
    /// Everything.
    Account(Vec<Field>, Choice),
}

#[derive(Template)]
#[template(path = "joining/join.html")]
struct JoinPage {
    t: T,
    community: String,
    summary: Summary,
    lead: String,
    group: Option<String>,
    bound: Option<String>,
    step: Step,
    action: Url,
}

impl Page for JoinPage {
    fn title(&self) -> String {
        self.t.joining_title(self.community.as_str()).to_string()
    }

    fn frame(&self) -> Frame {
        Frame::Blank
    }
}

fn page(cx: &Cx, token: &Token, opening: Opening, step: Step, errors: &FormErrors) -> JoinPage {
    let t = cx.t();
    JoinPage {
        t,
        community: cx.app.config.name.clone(),
        summary: Summary::of(t, errors),
        lead: lead(t, &opening),
        group: opening.group.map(|group| group.name),
        bound: opening.email,
        step,
        action: Url::path("/join").join(token.expose()),
    }
}

/// Who invites, and where to.
fn lead(t: T, opening: &Opening) -> String {
    match (opening.inviter.as_deref(), opening.group.as_ref().map(|group| group.name.as_str())) {
        (Some(inviter), Some(group)) => t.joining_lead_both(inviter, group).to_string(),
        (Some(inviter), None) => t.joining_lead_inviter(inviter).to_string(),
        (None, Some(group)) => t.joining_lead_group(group).to_string(),
        (None, None) => t.joining_lead().to_string(),
    }
}

/// What to ask for, given who opens the link and what it is bound to.
async fn step(
    cx: &Cx,
    token: &Token,
    opening: &Opening,
    form: &JoinForm,
    errors: &FormErrors,
) -> Result<Step, Fault> {
    let t = cx.t();
    if cx.me().is_some() {
        return Ok(Step::Yes);
    }
    let Some(bound) = &opening.email else {
        let email = Field::email("email", t.accounts_email()).value(&form.email).error(errors.on("email"));
        if cx.app.config.smtp_url.is_some() {
            return Ok(Step::Address(email.hint(t.joining_address_hint()).first()));
        }
        let [name, password] = fields(cx, form, errors);
        return Ok(Step::Account(vec![name, email, password], languages(cx, form)));
    };
    if let Ok(email) = EmailAddress::parse(bound)
        && accounts::store::account_of(&mut *cx.db().await?, &email).await?.is_some()
    {
        let back = Url::path("/join").join(token.expose());
        return Ok(Step::SignIn(Url::path("/sign-in").with("next", back)));
    }
    Ok(Step::Account(fields(cx, form, errors).into(), languages(cx, form)))
}

fn fields(cx: &Cx, form: &JoinForm, errors: &FormErrors) -> [Field; 2] {
    let t = cx.t();
    [
        Field::text("name", t.accounts_name())
            .hint(t.accounts_name_hint())
            .value(&form.name)
            .error(errors.on("name"))
            .autocomplete("name")
            .most(80)
            .first(),
        Field::password(t, "password", t.accounts_password(), "new-password")
            .hint(t.accounts_password_hint())
            .error(errors.on("password")),
    ]
}

fn languages(cx: &Cx, form: &JoinForm) -> Choice {
    let chosen = Locale::parse(&form.locale).unwrap_or(cx.locale());
    Locale::ALL
        .into_iter()
        .fold(Choice::select("locale", cx.t().accounts_language()), |choice, locale| {
            choice.option(locale.tag(), locale.name(), "")
        })
        .chosen(chosen.tag())
}

/// `GET /join/{token}`
pub(in super::super) async fn show(cx: Cx, At(at): At<TokenPath>) -> Reply {
    let Some(token) = at.token() else {
        return closed::invitation(&cx).await;
    };
    let Some(opening) = behind(&cx, &token).await? else {
        return closed::invitation(&cx).await;
    };
    if cx.me().is_some_and(|me| opening.email.as_deref().is_some_and(|bound| bound != me.email)) {
        let t = cx.t();
        return closed::link(
            &cx,
            t.joining_closed_other(),
            (t.joining_home().to_string(), Url::path("/feed")),
        )
        .await;
    }
    let (form, errors) = (JoinForm::default(), FormErrors::new());
    let step = step(&cx, &token, &opening, &form, &errors).await?;
    closed::quiet(cx.page(page(&cx, &token, opening, step, &errors)).await)
}

async fn behind(cx: &Cx, token: &Token) -> Result<Option<Opening>, Fault> {
    store::behind(&mut *cx.db().await?, token, cx.now()).await
}

/// `POST /join/{token}`
pub(in super::super) async fn submit(
    cx: Cx,
    headers: HeaderMap,
    At(at): At<TokenPath>,
    Form(form): Form<JoinForm>,
) -> Reply {
    cx.app.limits.check(&cx, Class::Door)?;
    let Some(token) = at.token() else {
        return closed::invitation(&cx).await;
    };
    if cx.me().is_some() {
        return as_member(&cx, &token).await;
    }
    let Some(opening) = behind(&cx, &token).await? else {
        return closed::invitation(&cx).await;
    };
    if opening.email.is_none() && cx.app.config.smtp_url.is_some() {
        return by_letter(&cx, &token, opening, &form).await;
    }
    let t = cx.t();
    let mut errors = FormErrors::new();
    let name = errors.take(t, "name", Name::parse(&form.name));
    let email = errors.take(t, "email", EmailAddress::parse(opening.email.as_deref().unwrap_or(&form.email)));
    let password = errors.take(t, "password", Password::choose(&form.password));
    let (Some(name), Some(email), Some(password)) = (name, email, password) else {
        return again(&cx, &token, opening, &form, &errors).await;
    };
    let new = NewAccount {
        name,
        email,
        password: Some(accounts::hash(&password).await?),
        locale: Locale::parse(&form.locale).unwrap_or(cx.locale()),
        time_zone: cx.app.config.time_zone,
        external: opening.external,
        site_role: SiteRole::Member,
    };
    let mut tx = cx.begin().await?;
    match verbs::sign_up(&mut tx, &token, new).await {
        Ok((member, opening)) => {
            let account = accounts::store::account(tx.db(), member)
                .await?
                .ok_or_else(|| Fault::new("an account made just now is gone"))?;
            let to =
                opening.group.as_ref().map_or_else(|| Url::path("/feed"), |group| links::group(&group.slug));
            let reply = entry::enter(&cx, tx, &account, &headers, &to).await;
            cx.flash(Flash::said(account.locale.t().joining_welcome(cx.app.config.name.as_str()))).await?;
            closed::quiet(reply)
        }
        Err(Failure::Refused(LinkRefused::Closed)) => closed::invitation(&cx).await,
        Err(Failure::Refused(LinkRefused::AddressTaken)) => {
            drop(tx);
            errors.add("email", t.accounts_address_taken());
            again(&cx, &token, opening, &form, &errors).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

async fn again(cx: &Cx, token: &Token, opening: Opening, form: &JoinForm, errors: &FormErrors) -> Reply {
    let step = step(cx, token, &opening, form, errors).await?;
    closed::quiet(cx.invalid(page(cx, token, opening, step, errors)).await)
}

/// Someone who is signed in says yes.
async fn as_member(cx: &Cx, token: &Token) -> Reply {
    let me = cx.member()?;
    let mut tx = cx.begin().await?;
    match verbs::join(&mut tx, token, me.id, &me.email).await {
        Ok(opening) => {
            tx.commit().await?;
            let Some(group) = opening.group else {
                return closed::quiet(cx.redirect(&Url::path("/feed")));
            };
            cx.flash(Flash::said(cx.t().joining_joined(group.name.as_str()))).await?;
            closed::quiet(cx.redirect(&links::group(&group.slug)))
        }
        Err(Failure::Refused(_)) => closed::invitation(cx).await,
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// Someone typed an address on an open link: a letter goes there, and the page says so whoever has it.
async fn by_letter(cx: &Cx, token: &Token, opening: Opening, form: &JoinForm) -> Reply {
    let mut errors = FormErrors::new();
    let Some(email) = errors.take(cx.t(), "email", EmailAddress::parse(&form.email)) else {
        return again(cx, token, opening, form, &errors).await;
    };
    let mut tx = cx.begin().await?;
    match verbs::confirm_address(&mut tx, &cx.app.config, token, &email, cx.locale()).await {
        Ok(()) => tx.commit().await?,
        Err(Failure::Refused(_)) => return closed::invitation(cx).await,
        Err(Failure::Fault(fault)) => return Err(fault.into()),
    }
    closed::quiet(cx.page(page(cx, token, opening, Step::Letter, &errors)).await)
}
