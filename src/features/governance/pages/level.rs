//! Who sees a group. The change takes a second step, which says who gains and who loses sight, by number and by name.

use askama::Template;
use serde::Deserialize;

use crate::{
    authz::{GroupStanding, Level, ManageGroup, Permit},
    features::{
        founding::fields,
        governance::{
            form::{Part, SettingsForm},
            store, urls, verbs,
        },
        groups::{self, GroupHeader, Tab, header, refused},
    },
    i18n::T,
    kernel::{Fault, MemberId, Slice, Url},
    ui::{Page, Person, Place},
    web::{Cx, Form, FormErrors, Reply, flash::Flash, form::Query},
};

/// Names beside the number; the rest are on a page of their own.
const SHOWN: usize = 12;
/// Names on that page.
const MOST: usize = 60;

/// The chosen level, and the one whose consequences were read.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct LevelForm {
    level: String,
    confirmed: String,
}

/// The second step.
#[derive(Template)]
#[template(path = "governance/level.html")]
struct ConfirmPage {
    t: T,
    slug: String,
    header: GroupHeader,
    level: &'static str,
    sentence: String,
    gains: bool,
    outside: i64,
    people: Vec<Person>,
    all: Option<Url>,
    keep: String,
    /// What becomes of those who wait to be let in.
    waiting: Option<String>,
    members: Url,
    action: Url,
}

impl Page for ConfirmPage {
    fn title(&self) -> String {
        format!("{} · {}", self.t.groups_change_title(), self.header.name())
    }

    fn place(&self) -> Place {
        Place::Group(self.slug.clone())
    }
}

async fn page(
    cx: &Cx,
    group: &GroupStanding,
    chosen: &str,
    errors: &FormErrors,
) -> Result<SettingsForm, Fault> {
    let t = cx.t();
    let words = (
        t.governance_level_title().to_string(),
        t.governance_level_lead().to_string(),
        t.governance_level_who().to_string(),
    );
    let parts = vec![Part::Levels(fields::level_choice(t, chosen, errors))];
    SettingsForm::new(cx, group, words, parts, errors, urls::page(&group.slug, "level")).await
}

/// `GET /groups/{group}/settings/level`
pub(in super::super) async fn show(cx: Cx, permit: Permit<ManageGroup>) -> Reply {
    let group = permit.about();
    cx.page(page(&cx, group, group.level.as_str(), &FormErrors::new()).await?).await
}

/// `POST /groups/{group}/settings/level`
pub(in super::super) async fn submit(
    cx: Cx,
    permit: Permit<ManageGroup>,
    Form(form): Form<LevelForm>,
) -> Reply {
    let (t, group) = (cx.t(), permit.about());
    let Some(level) = Level::parse(&form.level) else {
        let mut errors = FormErrors::new();
        errors.add("level", t.groups_level_missing());
        return cx.invalid(page(&cx, group, &form.level, &errors).await?).await;
    };
    if level != group.level && form.confirmed != level.as_str() {
        return cx.page(consequences(&cx, group, level).await?).await;
    }
    let mut tx = cx.begin().await?;
    verbs::change_level(&mut tx, &permit, level).await.map_err(refused)?;
    tx.commit().await?;
    cx.flash(Flash::said(t.groups_said_saved())).await?;
    cx.redirect(&groups::urls::settings(&group.slug))
}

async fn consequences(cx: &Cx, group: &GroupStanding, to: Level) -> Result<ConfirmPage, Fault> {
    let t = cx.t();
    let asking = groups::face(cx, group).await?.requests.unwrap_or_default();
    let mut db = cx.db().await?;
    let (outside, inside) = store::touched(&mut db, group.id).await?;
    let most = i64::try_from(SHOWN).unwrap_or(i64::MAX).saturating_add(1);
    let people = Slice::cut(store::outsiders(&mut db, cx.viewer(), group.id, None, most).await?, SHOWN);
    let sentence = match (group.level, to) {
        (Level::Open, Level::Secret) => t.groups_change_open_secret(outside),
        (Level::Private, Level::Open) => t.groups_change_private_open(outside),
        (Level::Private, _) => t.groups_change_private_secret(outside),
        (Level::Secret, Level::Open) => t.groups_change_secret_open(outside),
        (Level::Secret, _) => t.groups_change_secret_private(outside),
        (Level::Open, _) => t.groups_change_open_private(outside),
    };
    Ok(ConfirmPage {
        t,
        slug: group.slug.clone(),
        header: header(cx, &mut db, group, Tab::Managing).await?,
        level: to.as_str(),
        sentence: sentence.to_string(),
        gains: to < group.level,
        outside,
        all: people.more.then(|| urls::outsiders(&group.slug)),
        people: people.items,
        keep: t.groups_change_keep(inside).to_string(),
        waiting: (to == Level::Open && asking > 0).then(|| t.groups_change_waiting(asking).to_string()),
        members: groups::urls::members(&group.slug),
        action: urls::page(&group.slug, "level"),
    })
}

/// Where the page before ended.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct Listing {
    after: Option<MemberId>,
}

/// Everybody whom a change touches.
#[derive(Template)]
#[template(path = "governance/outsiders.html")]
struct OutsidersPage {
    t: T,
    slug: String,
    header: GroupHeader,
    people: Vec<Person>,
    next: Option<Url>,
    back: Url,
}

impl Page for OutsidersPage {
    fn title(&self) -> String {
        format!("{} · {}", self.t.governance_outsiders_title(), self.header.name())
    }

    fn place(&self) -> Place {
        Place::Group(self.slug.clone())
    }
}

/// `GET /groups/{group}/settings/level/people`
pub(in super::super) async fn people(
    cx: Cx,
    permit: Permit<ManageGroup>,
    Query(listing): Query<Listing>,
) -> Reply {
    let group = permit.about();
    let mut db = cx.db().await?;
    let header = header(&cx, &mut db, group, Tab::Managing).await?;
    let most = i64::try_from(MOST).unwrap_or(i64::MAX).saturating_add(1);
    let people =
        Slice::cut(store::outsiders(&mut db, cx.viewer(), group.id, listing.after, most).await?, MOST);
    drop(db);
    let last = people.items.last().filter(|_| people.more);
    let next = last.map(|last| urls::outsiders(&group.slug).with("after", last.id));
    let page = OutsidersPage {
        t: cx.t(),
        slug: group.slug.clone(),
        header,
        next,
        people: people.items,
        back: urls::page(&group.slug, "level"),
    };
    cx.page(page).await
}
