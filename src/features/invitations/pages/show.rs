//! Inviting: by name, by mail, by a link; and the invitations that are open.

use askama::Template;
use serde::Deserialize;
use uuid::Uuid;

use crate::{
    authz::{
        Denied, GroupStanding, InviteToGroup, Permit, RevokeInvitation, ViewProfile, permit,
        standing::MemberPath,
    },
    features::{
        groups::{GroupHeader, InviteRefused, Note, Tab, header, optional, refused, urls},
        invitations::{
            store::{self, CandidateRow, OpenRow},
            verbs,
        },
    },
    i18n::{T, format},
    kernel::{EmailAddress, Failure, Fault, Token, Url, id::new_uuid},
    ui::{Choice, Field, Page, Place, field::Summary},
    web::{Cx, Error, Form, FormErrors, Reply, flash::Flash, form::Query, limit::Class},
};

/// How long links may be valid, in days.
const DAYS: [i64; 4] = [1, 7, 30, 90];

/// Whom one looks for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct Search {
    q: String,
}

/// What was typed: one of the three ways, told apart by `way`.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct InviteForm {
    way: String,
    handle: String,
    email: String,
    message: String,
    uses: String,
    days: String,
    once: String,
}

#[derive(Template)]
#[template(path = "invitations/show.html")]
struct InvitationsPage {
    t: T,
    slug: String,
    header: GroupHeader,
    here: Url,
    once: String,
    summary: Summary,
    words: String,
    found: Vec<CandidateRow>,
    email: Field,
    message: Field,
    uses: Field,
    days: Choice,
    link: Option<String>,
    open: Vec<Open>,
}

struct Open {
    what: String,
    icon: crate::ui::Icon,
    facts: Vec<String>,
    revoke: Url,
}

impl Page for InvitationsPage {
    fn title(&self) -> String {
        format!("{} · {}", self.t.invitations_title(), self.header.name())
    }

    fn place(&self) -> Place {
        Place::Group(self.slug.clone())
    }
}

impl InvitationsPage {
    async fn load(
        cx: &Cx,
        group: &GroupStanding,
        words: &str,
        form: &InviteForm,
        errors: &FormErrors,
    ) -> Result<Self, Fault> {
        let t = cx.t();
        let mut db = cx.db().await?;
        let header = header(cx, &mut db, group, Tab::Managing).await?;
        let found = if words.is_empty() {
            Vec::new()
        } else {
            store::candidates(&mut db, cx.viewer(), group.id, words).await?
        };
        let open = store::open(&mut db, cx.viewer(), group.id).await?;
        let uses = if form.uses.is_empty() { "10" } else { &form.uses };
        let days = DAYS.iter().fold(Choice::select("days", t.invitations_invite_days()), |choice, days| {
            choice.option(days, t.invitations_invite_days_option(*days), "")
        });
        Ok(Self {
            t,
            slug: group.slug.clone(),
            header,
            here: urls::invitations(&group.slug),
            once: new_uuid(cx.now()).to_string(),
            summary: Summary::of(t, errors),
            words: words.to_owned(),
            found,
            email: Field::email("email", t.invitations_invite_email())
                .autocomplete("off")
                .value(&form.email)
                .error(errors.on("email")),
            message: Field::area("message", t.invitations_invite_message(), 2)
                .optional(t.form_optional())
                .value(&form.message)
                .most(1_000)
                .error(errors.on("message")),
            uses: Field::text("uses", t.invitations_invite_uses())
                .value(uses)
                .most(5)
                .error(errors.on("uses")),
            days: days.chosen(if form.days.is_empty() { "7" } else { &form.days }),
            link: None,
            open: open.into_iter().map(|row| line(cx, row)).collect(),
        })
    }
}

fn line(cx: &Cx, row: OpenRow) -> Open {
    let t = cx.t();
    let link = row.person.is_none() && row.email.is_none();
    let mut facts = Vec::new();
    if link {
        facts.push(t.invitations_open_uses(i64::from(row.uses), i64::from(row.most_uses)).to_string());
    }
    if let Some(by) = &row.by {
        facts.push(t.invitations_open_by(by.as_str()).to_string());
    }
    let until = format::short_date(cx.locale(), cx.zone(), cx.now(), row.expires_at);
    facts.push(t.invitations_open_until(until.as_str()).to_string());
    Open {
        icon: crate::ui::icon(if link {
            "link"
        } else if row.email.is_some() {
            "mail"
        } else {
            "user-round"
        }),
        what: row.email.or(row.person).unwrap_or_else(|| t.invitations_open_link().to_string()),
        facts,
        revoke: urls::invitation(row.id, "revocation"),
    }
}

/// `GET /groups/{group}/invitations`
pub(in super::super) async fn show(
    cx: Cx,
    permit: Permit<InviteToGroup>,
    Query(search): Query<Search>,
) -> Reply {
    let words: String = search.q.trim().chars().take(80).collect();
    let page = InvitationsPage::load(&cx, permit.about(), &words, &InviteForm::default(), &FormErrors::new())
        .await?;
    cx.page(page).await
}

/// `POST /groups/{group}/invitations`
pub(in super::super) async fn submit(
    cx: Cx,
    permit: Permit<InviteToGroup>,
    Form(form): Form<InviteForm>,
) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let mut errors = FormErrors::new();
    let answer = match form.way.as_str() {
        "name" => by_name(&cx, &permit, &form, &mut errors).await?,
        "mail" => by_mail(&cx, &permit, &form, &mut errors).await?,
        "link" => by_link(&cx, &permit, &form, &mut errors).await?,
        _ => return Err(Error::Malformed),
    };
    match answer {
        Some(Said::Flash(text)) => {
            cx.flash(Flash::said(text)).await?;
            cx.redirect(&urls::invitations(&permit.about().slug))
        }
        Some(Said::Link(link)) => {
            let page =
                InvitationsPage::load(&cx, permit.about(), "", &InviteForm::default(), &errors).await?;
            cx.page(InvitationsPage { link: Some(link), ..page }).await
        }
        None => {
            cx.invalid(InvitationsPage::load(&cx, permit.about(), &form.handle, &form, &errors).await?).await
        }
    }
}

/// What an invitation that was made answers. A link is shown once: only its hash is kept.
enum Said {
    Flash(String),
    Link(String),
}

type Answer = Result<Option<Said>, Error>;

/// Sorts a refusal into the form and everything else out of it.
fn taken<V>(
    t: T,
    errors: &mut FormErrors,
    field: &'static str,
    result: Result<V, Failure<InviteRefused>>,
) -> Result<Option<V>, Error> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(Failure::Fault(fault)) => Err(Error::Fault(fault)),
        Err(Failure::Refused(why)) => {
            let words = match why {
                InviteRefused::AlreadyIn => t.invitations_invite_refused_in(),
                InviteRefused::AlreadyInvited => t.invitations_invite_refused_invited(),
                InviteRefused::Asked => t.invitations_invite_refused_asked(),
                InviteRefused::NotManager => t.invitations_invite_refused_manager(),
            };
            errors.add(field, words);
            Ok(None)
        }
    }
}

async fn by_name(
    cx: &Cx,
    into: &Permit<InviteToGroup>,
    form: &InviteForm,
    errors: &mut FormErrors,
) -> Answer {
    let t = cx.t();
    let mut db = cx.db().await?;
    let Some(member) = store::by_handle(&mut db, cx.viewer(), form.handle.trim()).await? else {
        errors.add("q", t.invitations_invite_unknown());
        return Ok(None);
    };
    let whom = match permit::<ViewProfile>(&mut db, &cx.actor(), MemberPath { member }).await {
        Ok(whom) => whom,
        Err(Denied::Fault(fault)) => return Err(fault.into()),
        Err(_) => return Err(Error::NotFound),
    };
    drop(db);
    let mut tx = cx.begin().await?;
    let made = verbs::invite(&mut tx, into, &whom, None).await;
    if taken(t, errors, "q", made)?.is_none() {
        return Ok(None);
    }
    let name = store::name(tx.db(), cx.viewer(), member).await?;
    tx.commit().await?;
    Ok(Some(Said::Flash(t.invitations_said_invited(name.as_str()).to_string())))
}

async fn by_mail(
    cx: &Cx,
    into: &Permit<InviteToGroup>,
    form: &InviteForm,
    errors: &mut FormErrors,
) -> Answer {
    let t = cx.t();
    let email = errors.take(t, "email", EmailAddress::parse(&form.email));
    let message: Option<Note> = optional(cx.t(), errors, "message", &form.message);
    let Some(email) = email.filter(|_| errors.is_empty()) else {
        return Ok(None);
    };
    let said = || Some(Said::Flash(t.invitations_said_mailed(email.as_str()).to_string()));
    let mut tx = cx.begin().await?;
    if tx.once(once(cx, form)).await?.is_some() {
        return Ok(said());
    }
    let made = verbs::invite_by_mail(&mut tx, &cx.app.config, into, &email, message.as_ref()).await;
    if taken(t, errors, "email", made)?.is_none() {
        return Ok(None);
    }
    tx.commit().await?;
    Ok(said())
}

async fn by_link(
    cx: &Cx,
    into: &Permit<InviteToGroup>,
    form: &InviteForm,
    errors: &mut FormErrors,
) -> Answer {
    let t = cx.t();
    let uses = form.uses.trim().parse::<i32>().ok().filter(|uses| (1..=1_000).contains(uses));
    let Some(uses) = uses else {
        errors.add("uses", t.invitations_invite_uses_wrong());
        return Ok(None);
    };
    let days = form.days.parse().ok().filter(|days| DAYS.contains(days)).unwrap_or(7);
    let mut tx = cx.begin().await?;
    if tx.once(once(cx, form)).await?.is_some() {
        return Ok(Some(Said::Flash(t.invitations_link_made().to_string())));
    }
    let made = verbs::make_link(&mut tx, into, uses, days).await;
    let Some((_, token)) = taken(t, errors, "uses", made)? else {
        return Ok(None);
    };
    tx.commit().await?;
    Ok(Some(Said::Link(address(cx, &token))))
}

fn once(cx: &Cx, form: &InviteForm) -> Uuid {
    form.once.parse().unwrap_or_else(|_| new_uuid(cx.now()))
}

fn address(cx: &Cx, token: &Token) -> String {
    format!("{}{}", cx.app.config.origin(), urls::link(token))
}

/// `POST /invitations/{invitation}/revocation`
pub(in super::super) async fn revoke(cx: Cx, permit: Permit<RevokeInvitation>) -> Reply {
    let mut tx = cx.begin().await?;
    verbs::revoke(&mut tx, &permit).await.map_err(refused)?;
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().invitations_said_revoked())).await?;
    let back = permit.about().slug.as_deref().map_or_else(urls::list, urls::invitations);
    cx.redirect(&back)
}
