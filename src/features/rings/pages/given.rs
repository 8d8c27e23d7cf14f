//! The rings of someone: on the platform for those who look after people, in a group for its managers.

use askama::Template;
use chrono::NaiveDate;
use serde::Deserialize;

use super::Mark;
use crate::{
    authz::{GiveGroupRing, GiveRing, MembershipStanding, Permit},
    features::{
        fields::read_day,
        groups,
        rings::{
            model::{Kind, Scope},
            store::{self, Given},
            urls,
            verbs::{self, Days},
        },
    },
    i18n::{T, format},
    kernel::{GroupId, MemberId, Url},
    ui::{Choice, Field, Page, Place, field::Summary, links},
    web::{Cx, Error, Form, FormErrors, Reply, flash::Flash},
};

/// A ring to give, or to take away.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct GiveForm {
    ring: String,
    from: String,
    until: String,
}

impl GiveForm {
    /// The ring and its days.
    fn parse(&self, cx: &Cx, errors: &mut FormErrors) -> Option<(i32, Days)> {
        let t = cx.t();
        let ring = self.ring.parse().ok();
        if ring.is_none() {
            errors.add("ring", t.rings_give_missing());
        }
        let mut day = |field: &'static str, text: &str| {
            let read = read_day(text.trim());
            if read.is_none() && !text.trim().is_empty() {
                errors.add(field, t.fields_wrong_day());
            }
            read
        };
        let (from, until) = (day("from", &self.from), day("until", &self.until));
        if from.zip(until).is_some_and(|(from, until)| until < from) {
            errors.add("until", t.rings_days_turned());
        }
        ring.filter(|_| errors.is_empty()).map(|ring| (ring, Days { from, until, today: today(cx) }))
    }
}

/// The community's day.
fn today(cx: &Cx) -> NaiveDate {
    cx.now().with_timezone(&cx.app.config.time_zone).date_naive()
}

struct Line {
    id: i32,
    mark: Mark,
    label: String,
    days: String,
    shown: bool,
}

#[derive(Template)]
#[template(path = "rings/given.html")]
struct GivenPage {
    t: T,
    name: String,
    lead: String,
    lines: Vec<Line>,
    summary: Summary,
    ring: Option<Choice>,
    from: Field,
    until: Field,
    here: Url,
    back: Url,
    profile: Url,
    legend: Url,
    place: Place,
}

impl Page for GivenPage {
    fn title(&self) -> String {
        self.t.rings_of(self.name.as_str()).to_string()
    }

    fn place(&self) -> Place {
        self.place.clone()
    }
}

/// Whose rings, and where.
struct Whose {
    member: MemberId,
    group: Option<GroupId>,
    here: Url,
    back: Url,
    place: Place,
}

impl Whose {
    fn platform(member: MemberId) -> Self {
        let back = Url::path("/admin/people").join(member);
        Self { member, group: None, here: urls::given(member), back, place: Place::Admin }
    }

    fn group(about: &MembershipStanding) -> Self {
        let slug = &about.group.slug;
        Self {
            member: about.member,
            group: Some(about.group.id),
            here: urls::given_in(slug, about.member),
            back: groups::urls::members(slug),
            place: Place::Group(slug.clone()),
        }
    }

    fn scope(&self) -> Scope {
        if self.group.is_some() { Scope::Group } else { Scope::Platform }
    }
}

async fn page(cx: &Cx, whose: Whose, form: &GiveForm, errors: &FormErrors) -> Result<GivenPage, Error> {
    let t = cx.t();
    let mut db = cx.db().await?;
    let name = store::name(&mut db, cx.viewer(), whose.member).await?.ok_or(Error::NotFound)?;
    let kinds: Vec<Kind> = store::kinds(&mut db).await?;
    let given = store::given(&mut db, whose.member, whose.group).await?;
    drop(db);
    let offered: Vec<&Kind> =
        kinds.iter().filter(|kind| kind.scope == whose.scope() && !kind.archived).collect();
    let choice = offered.iter().fold(
        Choice::select("ring", t.rings_give_which()).option("", t.rings_give_choose(), ""),
        |choice, kind| choice.option(kind.id, kind.label.of(cx.locale()), ""),
    );
    let lines = given.iter().filter_map(|one| line(cx, &kinds, one)).collect();
    Ok(GivenPage {
        t,
        lead: if whose.group.is_some() { t.rings_lead_group() } else { t.rings_lead_platform() }.to_string(),
        name,
        lines,
        summary: Summary::of(t, errors),
        ring: (!offered.is_empty()).then(|| choice.chosen(&form.ring).error(errors.on("ring"))),
        from: Field::text("from", t.rings_from())
            .kind("date")
            .hint(t.rings_from_hint())
            .optional(t.form_optional())
            .value(&form.from)
            .error(errors.on("from")),
        until: Field::text("until", t.rings_until())
            .kind("date")
            .hint(t.rings_until_hint())
            .optional(t.form_optional())
            .value(&form.until)
            .error(errors.on("until")),
        here: whose.here,
        back: whose.back,
        profile: links::person(whose.member),
        legend: urls::legend(),
        place: whose.place,
    })
}

fn line(cx: &Cx, kinds: &[Kind], given: &Given) -> Option<Line> {
    let (t, locale) = (cx.t(), cx.locale());
    let kind = kinds.iter().find(|kind| kind.id == given.ring)?;
    let days = match (given.from, given.until) {
        (None, None) => t.rings_always().to_string(),
        (Some(from), None) => t.rings_days_from(format::day(locale, from)).to_string(),
        (None, Some(until)) => t.rings_days_until(format::day(locale, until)).to_string(),
        (Some(from), Some(until)) => {
            t.rings_days_both(format::day(locale, from), format::day(locale, until)).to_string()
        }
    };
    let label = kind.label.of(locale).to_owned();
    Some(Line { id: kind.id, mark: Mark { ring: kind.ring(locale) }, label, days, shown: given.shown })
}

/// `GET /admin/people/{member}/rings`
pub(in super::super) async fn show(cx: Cx, permit: Permit<GiveRing>) -> Reply {
    let whose = Whose::platform(permit.about().id);
    cx.page(page(&cx, whose, &GiveForm::default(), &FormErrors::new()).await?).await
}

/// `POST /admin/people/{member}/rings`
pub(in super::super) async fn give(cx: Cx, permit: Permit<GiveRing>, Form(form): Form<GiveForm>) -> Reply {
    let whose = Whose::platform(permit.about().id);
    let mut errors = FormErrors::new();
    let Some((ring, days)) = form.parse(&cx, &mut errors) else {
        return cx.invalid(page(&cx, whose, &form, &errors).await?).await;
    };
    let mut tx = cx.begin().await?;
    if verbs::give(&mut tx, &permit, ring, days).await? {
        tx.commit().await?;
        return done(&cx, &whose.here, cx.t().rings_said_given().to_string()).await;
    }
    tx.abandon().await?;
    errors.add("ring", cx.t().rings_give_missing());
    cx.invalid(page(&cx, whose, &form, &errors).await?).await
}

/// `POST /admin/people/{member}/rings/removal`
pub(in super::super) async fn take(cx: Cx, permit: Permit<GiveRing>, Form(form): Form<GiveForm>) -> Reply {
    let ring = form.ring.parse().map_err(|_| Error::Malformed)?;
    let mut tx = cx.begin().await?;
    verbs::take(&mut tx, &permit, ring).await?;
    tx.commit().await?;
    done(&cx, &urls::given(permit.about().id), cx.t().rings_said_taken().to_string()).await
}

/// `GET /groups/{group}/members/{member}/rings`
pub(in super::super) async fn show_in(cx: Cx, permit: Permit<GiveGroupRing>) -> Reply {
    let whose = Whose::group(permit.about());
    cx.page(page(&cx, whose, &GiveForm::default(), &FormErrors::new()).await?).await
}

/// `POST /groups/{group}/members/{member}/rings`
pub(in super::super) async fn give_in(
    cx: Cx,
    permit: Permit<GiveGroupRing>,
    Form(form): Form<GiveForm>,
) -> Reply {
    let whose = Whose::group(permit.about());
    let mut errors = FormErrors::new();
    let Some((ring, days)) = form.parse(&cx, &mut errors) else {
        return cx.invalid(page(&cx, whose, &form, &errors).await?).await;
    };
    let mut tx = cx.begin().await?;
    if verbs::give_in(&mut tx, &permit, ring, days).await? {
        tx.commit().await?;
        return done(&cx, &whose.here, cx.t().rings_said_given().to_string()).await;
    }
    tx.abandon().await?;
    errors.add("ring", cx.t().rings_give_missing());
    cx.invalid(page(&cx, whose, &form, &errors).await?).await
}

/// `POST /groups/{group}/members/{member}/rings/removal`
pub(in super::super) async fn take_in(
    cx: Cx,
    permit: Permit<GiveGroupRing>,
    Form(form): Form<GiveForm>,
) -> Reply {
    let ring = form.ring.parse().map_err(|_| Error::Malformed)?;
    let mut tx = cx.begin().await?;
    verbs::take_in(&mut tx, &permit, ring).await?;
    tx.commit().await?;
    let here = Whose::group(permit.about()).here;
    done(&cx, &here, cx.t().rings_said_taken().to_string()).await
}

async fn done(cx: &Cx, here: &Url, said: String) -> Reply {
    cx.flash(Flash::said(said)).await?;
    cx.redirect(here)
}
