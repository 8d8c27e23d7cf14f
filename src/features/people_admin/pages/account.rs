//! One account, and what can be done to it. What cannot be taken back is confirmed by typing the address.

use askama::Template;
use serde::Deserialize;

use crate::{
    authz::{
        AccountCan, AnonymiseAccount, GiveSiteRole, Permit, ReactivateAccount, SendWelcome, SiteRole,
        SuspendAccount, ViewAccount,
    },
    features::people_admin::{LostRefused, State, export, store, urls, verbs},
    i18n::T,
    kernel::{Failure, MemberId, Url},
    ui::{
        Avatar, Choice, Field, Moment, Page, Place,
        admin::{Nav, Tab},
        field::Summary,
        links,
    },
    web::{Cx, Error, Form, FormErrors, Reply, flash::Flash, limit::Class},
};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct RoleForm {
    role: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct AnonymiseForm {
    confirmation: String,
}

#[derive(Template)]
#[template(path = "people_admin/account.html")]
struct AccountPage {
    t: T,
    nav: Nav,
    summary: Summary,
    name: String,
    email: String,
    external_id: Option<String>,
    avatar: Avatar,
    state: State,
    role_word: String,
    external: bool,
    made: Moment,
    seen: Option<Moment>,
    groups: i64,
    alone: i64,
    profile: Url,
    log: Url,
    here: Url,
    can: AccountCan,
    role: Choice,
    confirmation: Field,
}

impl Page for AccountPage {
    fn title(&self) -> String {
        self.name.clone()
    }

    fn place(&self) -> Place {
        Place::Admin
    }
}

async fn page(
    cx: &Cx,
    about: &crate::authz::AccountStanding,
    errors: &FormErrors,
    typed: &str,
) -> Result<AccountPage, Error> {
    let t = cx.t();
    let mut db = cx.db().await?;
    let row = store::account(&mut db, about.id).await?.ok_or(Error::NotFound)?;
    let alone = store::managed_alone(&mut db, about.id).await?;
    drop(db);
    let role = SiteRole::ALL
        .iter()
        .fold(Choice::radios("role", t.people_admin_role()), |choice, role| {
            choice.option(role.as_str(), export::role(t, *role), consequence(t, *role))
        })
        .chosen(about.role.as_str())
        .error(errors.on("role"));
    let confirmation = Field::text("confirmation", t.people_admin_anonymise_type(row.email.as_str()))
        .value(typed)
        .error(errors.on("confirmation"));
    Ok(AccountPage {
        t,
        nav: Nav::new(t, &cx.actor(), Tab::People),
        summary: Summary::of(t, errors),
        avatar: Avatar::of(about.id, &row.name, row.photo_version).ringed(t, &row.rings, None).large(),
        state: State::of(about.suspended, row.entered),
        role_word: export::role(t, about.role),
        external: about.external,
        made: Moment::new(cx, row.created_at),
        seen: row.seen_at.map(|at| Moment::new(cx, at)),
        groups: row.groups,
        alone: i64::try_from(alone.len()).unwrap_or(i64::MAX),
        profile: links::person(about.id),
        log: Url::path("/admin/log").with("person", &row.handle),
        here: urls::account(about.id),
        can: AccountCan::of(about),
        role,
        confirmation,
        name: row.name,
        email: row.email,
        external_id: row.external_id,
    })
}

/// What a role means for whoever has it, in a sentence.
fn consequence(t: T, role: SiteRole) -> String {
    match role {
        SiteRole::Member => t.people_admin_role_member_hint(),
        SiteRole::Moderator => t.people_admin_role_moderator_hint(),
        SiteRole::PeopleAdministrator => t.people_admin_role_people_administrator_hint(),
        SiteRole::GroupsAdministrator => t.people_admin_role_groups_administrator_hint(),
        SiteRole::Administrator => t.people_admin_role_administrator_hint(),
    }
    .to_string()
}

/// `GET /admin/people/{member}`
pub(in super::super) async fn show(cx: Cx, permit: Permit<ViewAccount>) -> Reply {
    cx.page(page(&cx, permit.about(), &FormErrors::new(), "").await?).await
}

/// `POST /admin/people/{member}/role`
pub(in super::super) async fn give_role(
    cx: Cx,
    permit: Permit<GiveSiteRole>,
    Form(form): Form<RoleForm>,
) -> Reply {
    let t = cx.t();
    let Some(to) = SiteRole::parse(&form.role) else {
        let mut errors = FormErrors::new();
        errors.add("role", t.form_malformed());
        return cx.invalid(page(&cx, permit.about(), &errors, "").await?).await;
    };
    let mut tx = cx.begin().await?;
    let done = verbs::give_role(&mut tx, &permit, to).await;
    ended(
        &cx,
        tx,
        permit.about().id,
        done,
        t.people_admin_role_given(export::role(t, to).as_str()).to_string(),
    )
    .await
}

/// `POST /admin/people/{member}/suspension`
pub(in super::super) async fn suspend(cx: Cx, permit: Permit<SuspendAccount>) -> Reply {
    let mut tx = cx.begin().await?;
    let done = verbs::suspend(&mut tx, &permit).await;
    ended(&cx, tx, permit.about().id, done, cx.t().people_admin_suspended().to_string()).await
}

/// `POST /admin/people/{member}/reactivation`
pub(in super::super) async fn reactivate(cx: Cx, permit: Permit<ReactivateAccount>) -> Reply {
    let mut tx = cx.begin().await?;
    let done = verbs::reactivate(&mut tx, &permit).await;
    ended(&cx, tx, permit.about().id, done, cx.t().people_admin_reactivated().to_string()).await
}

/// `POST /admin/people/{member}/welcome`
pub(in super::super) async fn welcome(cx: Cx, permit: Permit<SendWelcome>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let mut tx = cx.begin().await?;
    verbs::welcome(&mut tx, &cx.app.config, &permit).await?;
    ended(&cx, tx, permit.about().id, Ok(()), cx.t().people_admin_welcomed().to_string()).await
}

/// `POST /admin/people/{member}/anonymisation`
pub(in super::super) async fn anonymise(
    cx: Cx,
    permit: Permit<AnonymiseAccount>,
    Form(form): Form<AnonymiseForm>,
) -> Reply {
    let (t, id) = (cx.t(), permit.about().id);
    let row = store::account(&mut *cx.db().await?, id).await?.ok_or(Error::NotFound)?;
    if form.confirmation.trim().to_lowercase() != row.email {
        let mut errors = FormErrors::new();
        errors.add("confirmation", t.people_admin_anonymise_mistyped(row.email.as_str()));
        return cx.invalid(page(&cx, permit.about(), &errors, &form.confirmation).await?).await;
    }
    let mut tx = cx.begin().await?;
    match verbs::anonymise(&mut tx, &permit).await {
        Ok(()) => {
            tx.commit().await?;
            cx.flash(Flash::said(t.people_admin_anonymised())).await?;
            cx.redirect(&urls::people())
        }
        refused => ended(&cx, tx, id, refused, String::new()).await,
    }
}

/// Commits, says what was done, and shows the account again.
async fn ended(
    cx: &Cx,
    tx: crate::db::Tx,
    id: MemberId,
    done: Result<(), Failure<LostRefused>>,
    said: String,
) -> Reply {
    match done {
        Ok(()) => {
            tx.commit().await?;
            cx.flash(Flash::said(said)).await?;
            cx.redirect(&urls::account(id))
        }
        Err(Failure::Refused(LostRefused::Already)) => {
            cx.flash(Flash::said(cx.t().people_admin_already())).await?;
            cx.redirect(&urls::account(id))
        }
        Err(Failure::Refused(LostRefused::LastAdministrator | LostRefused::GuestTakesOver)) => {
            Err(Error::Conflict(cx.t().reason_last_administrator().to_string()))
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
