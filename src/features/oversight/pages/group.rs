//! One group, to administer: how one comes in, whom administrators put in, who manages it, and entering it openly.

use askama::Template;
use serde::Deserialize;

use super::filing::Filing;
use crate::{
    authz::{
        AdministeredGroupStanding, EnrolMember, EnterGroup, NameManager, Permit, SetRegime, permit,
        standing::AdministeredGroupPath,
    },
    features::{
        groups::{self, LevelBadge, refused},
        oversight::{
            model::{Regime, Why},
            store, urls, verbs,
        },
    },
    i18n::T,
    kernel::{MemberId, Url},
    ui::{Choice, Field, Page, Place, field::Summary, links},
    web::{Cx, Error, Form, FormErrors, Reply, flash::Flash},
};

#[derive(Template)]
#[template(path = "oversight/group.html")]
struct GroupPage {
    t: T,
    name: String,
    level: LevelBadge,
    members: i64,
    orphaned: bool,
    inside: bool,
    open: Option<Url>,
    summary: Summary,
    regime: Choice,
    confirm: Option<Confirm>,
    who: Field,
    manager: Field,
    why: Field,
    filing: Filing,
    here: Url,
    list: Url,
}

/// What making the group a source touches.
struct Confirm {
    regime: &'static str,
    sentence: String,
}

impl Page for GroupPage {
    fn title(&self) -> String {
        format!("{} · {}", self.name, self.t.oversight_title())
    }

    fn place(&self) -> Place {
        Place::Admin
    }
}

/// What was typed, wherever on the page.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct Typed {
    regime: String,
    confirmed: String,
    who: String,
    change: String,
    manager: String,
    why: String,
}

async fn page(
    cx: &Cx,
    group: &AdministeredGroupStanding,
    typed: &Typed,
    errors: &FormErrors,
) -> Result<GroupPage, Error> {
    let t = cx.t();
    let rows = store::list(&mut *cx.db().await?, cx.viewer(), Some(group.id), "").await?;
    let row = rows.into_iter().next().ok_or(Error::NotFound)?;
    let chosen = if typed.regime.is_empty() { row.regime.as_str() } else { &typed.regime };
    let regime = Regime::ALL.into_iter().fold(
        Choice::radios("regime", t.oversight_regime()).chosen(chosen).error(errors.on("regime")),
        |choice, regime| {
            let word = regime.as_str();
            choice.option(word, t.oversight_regime_name(word), t.oversight_regime_means(word))
        },
    );
    Ok(GroupPage {
        t,
        name: row.name.unwrap_or_else(|| t.oversight_unnamed().to_string()),
        level: LevelBadge::of(t, row.level),
        members: row.members,
        orphaned: row.managers == 0,
        inside: group.inside,
        open: row.slug.as_deref().map(links::group),
        summary: Summary::of(t, errors),
        regime,
        confirm: None,
        who: Field::text("who", t.oversight_who())
            .hint(t.oversight_who_hint())
            .value(&typed.who)
            .most(254)
            .error(errors.on("who")),
        manager: Field::text("manager", t.oversight_manager())
            .hint(t.oversight_manager_hint())
            .value(&typed.manager)
            .most(254)
            .error(errors.on("manager")),
        why: Field::area("why", t.oversight_why(), 2)
            .hint(t.oversight_why_hint())
            .value(&typed.why)
            .most(1_000)
            .error(errors.on("why")),
        filing: Filing::load(cx, group.id).await?,
        here: urls::group(group.id),
        list: urls::list(),
    })
}

/// The page again, with what is wrong about the group's place in lists.
pub(super) async fn filed_wrong(
    cx: &Cx,
    group: &AdministeredGroupStanding,
    filing: Filing,
    errors: &FormErrors,
) -> Reply {
    let page = page(cx, group, &Typed::default(), errors).await?;
    cx.invalid(GroupPage { filing, ..page }).await
}

/// `GET /admin/groups/{group}`
pub(in super::super) async fn show(cx: Cx, may: Permit<SetRegime>) -> Reply {
    cx.page(page(&cx, may.about(), &Typed::default(), &FormErrors::new()).await?).await
}

/// `POST /admin/groups/{group}/regime`
pub(in super::super) async fn set_regime(cx: Cx, may: Permit<SetRegime>, Form(typed): Form<Typed>) -> Reply {
    let (t, group) = (cx.t(), may.about());
    let Some(to) = Regime::parse(&typed.regime) else {
        let mut errors = FormErrors::new();
        errors.add("regime", t.oversight_regime_missing());
        return cx.invalid(page(&cx, group, &typed, &errors).await?).await;
    };
    if to == Regime::Source && typed.confirmed != to.as_str() {
        let people = store::outside(&mut *cx.db().await?, group.id).await?;
        let sentence = t.oversight_source_touches(people).to_string();
        let confirm = Some(Confirm { regime: to.as_str(), sentence });
        let page = page(&cx, group, &typed, &FormErrors::new()).await?;
        return cx.page(GroupPage { confirm, ..page }).await;
    }
    let mut tx = cx.begin().await?;
    verbs::set_regime(&mut tx, &may, to).await.map_err(refused)?;
    tx.commit().await?;
    done(&cx, group, t.groups_said_saved().to_string()).await
}

/// Back to the page, with what was done.
async fn done(cx: &Cx, group: &AdministeredGroupStanding, said: String) -> Reply {
    cx.flash(Flash::said(said)).await?;
    cx.redirect(&urls::group(group.id))
}

/// The person who was typed, or the page again.
async fn person(cx: &Cx, typed: &str) -> Result<Option<(MemberId, String)>, Error> {
    let mut tx = cx.begin().await?;
    let found = store::person(&mut tx, cx.viewer(), typed).await?;
    tx.abandon().await?;
    Ok(found)
}

async fn nobody(cx: &Cx, group: &AdministeredGroupStanding, typed: &Typed, field: &'static str) -> Reply {
    let mut errors = FormErrors::new();
    errors.add(field, cx.t().oversight_nobody());
    cx.invalid(page(cx, group, typed, &errors).await?).await
}

/// `POST /admin/groups/{group}/enrolment`
pub(in super::super) async fn enrol(cx: Cx, may: Permit<EnrolMember>, Form(typed): Form<Typed>) -> Reply {
    let (t, group) = (cx.t(), may.about());
    let Some((member, name)) = person(&cx, &typed.who).await? else {
        return nobody(&cx, group, &typed, "who").await;
    };
    let mut tx = cx.begin().await?;
    let said = if typed.change == "remove" {
        verbs::expel(&mut tx, &may, member).await.map_err(refused)?;
        t.groups_said_removed(name.as_str()).to_string()
    } else if verbs::enrol(&mut tx, &may, member).await.map_err(refused)? {
        t.groups_said_approved(name.as_str()).to_string()
    } else {
        t.oversight_already_in(name.as_str()).to_string()
    };
    tx.commit().await?;
    done(&cx, group, said).await
}

/// `POST /admin/groups/{group}/manager`
pub(in super::super) async fn name_manager(
    cx: Cx,
    may: Permit<NameManager>,
    Form(typed): Form<Typed>,
) -> Reply {
    let group = may.about();
    let Some((member, name)) = person(&cx, &typed.manager).await? else {
        return nobody(&cx, group, &typed, "manager").await;
    };
    let mut tx = cx.begin().await?;
    verbs::name_manager(&mut tx, &may, member).await.map_err(refused)?;
    tx.commit().await?;
    done(&cx, group, cx.t().oversight_said_manager(name.as_str()).to_string()).await
}

/// `POST /admin/groups/{group}/entry`
pub(in super::super) async fn enter(cx: Cx, may: Permit<EnterGroup>, Form(typed): Form<Typed>) -> Reply {
    let group = may.about();
    let mut errors = FormErrors::new();
    let Some(why) = errors.take(cx.t(), "why", Why::parse(&typed.why)) else {
        return cx.invalid(page(&cx, group, &typed, &errors).await?).await;
    };
    let mut tx = cx.begin().await?;
    verbs::enter(&mut tx, &may, &why).await?;
    tx.commit().await?;
    // Only now may they know what it is called.
    let at = AdministeredGroupPath { group: group.id };
    let again: Permit<SetRegime> = permit(&mut *cx.db().await?, &cx.actor(), at).await?;
    cx.redirect(&again.about().slug.as_deref().map_or_else(groups::urls::list, links::group))
}
