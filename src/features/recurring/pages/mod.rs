//! The page of a rhythm: set, change, end.

use askama::Template;
use chrono::{Months, TimeDelta};
use serde::Deserialize;

use super::{
    model::{Every, MOST_DAYS, Rhythm},
    store, urls, verbs,
};
use crate::{
    authz::{Permit, SetSurveyRhythm},
    features::{
        polls::{local, typed_time},
        surveys,
    },
    i18n::{T, format},
    kernel::{Failure, TextError, Timestamp, Url, Wall},
    ui::{Choice, Field, Page, Place, field::Summary},
    web::{Cx, Error, Form, FormErrors, Reply, flash::Flash, form, limit::Class},
};

/// How many of the times to come are said.
const SAID: usize = 3;

/// `/surveys/{survey}/rhythm`
#[derive(Template)]
#[template(path = "recurring/form.html")]
struct RhythmPage {
    t: T,
    group: String,
    survey: Url,
    title: String,
    action: Url,
    /// Ending it, where there is one.
    removal: Option<Url>,
    /// The next times, in words.
    next: Vec<String>,
    anonymous: bool,
    summary: Summary,
    every: Choice,
    first: Field,
    days: Field,
}

impl Page for RhythmPage {
    fn title(&self) -> String {
        self.t.recurring_title().to_string()
    }

    fn place(&self) -> Place {
        Place::Group(self.group.clone())
    }
}

/// The fields as they came.
#[derive(Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    every: String,
    #[serde(default)]
    first: String,
    #[serde(default)]
    days: String,
}

impl Typed {
    /// The fields of a rhythm, from its next time on.
    fn of(cx: &Cx, rhythm: &Rhythm, next: Timestamp) -> Self {
        Self {
            every: rhythm.every.as_str().to_owned(),
            first: typed_time(cx.zone(), next),
            days: rhythm.days.to_string(),
        }
    }

    /// What is proposed: every month, beginning in a month, for two weeks.
    fn proposed(cx: &Cx) -> Self {
        let hour = cx.now().with_timezone(&cx.zone()).naive_local().format("%Y-%m-%dT%H:00").to_string();
        let first = local(&hour).and_then(|hour| hour.checked_add_months(Months::new(1)));
        let first = first.map_or_else(|| cx.now() + TimeDelta::days(30), |it| Wall::read(cx.zone(), it).at());
        Self {
            every: Every::default().as_str().to_owned(),
            first: typed_time(cx.zone(), first),
            days: "14".to_owned(),
        }
    }

    fn parse(&self, cx: &Cx, errors: &mut FormErrors) -> Option<Rhythm> {
        let t = cx.t();
        let every = Every::parse(&self.every);
        if every.is_none() {
            errors.add("every", t.recurring_every_missing());
        }
        let first = local(&self.first).map(|local| Wall::read(cx.zone(), local).at());
        if first.is_none() {
            let why = if self.first.trim().is_empty() { TextError::Empty } else { TextError::Malformed };
            errors.add("first", form::words(t, why));
        }
        let days = self.days.trim().parse().ok().filter(|days| (1..=MOST_DAYS).contains(days));
        if days.is_none() {
            errors.add("days", t.recurring_days_wrong(i64::from(MOST_DAYS)));
        }
        Some(Rhythm { every: every?, first: first?, zone: cx.zone(), days: days? })
    }
}

/// The page, with what was typed where that was refused.
async fn page(
    cx: &Cx,
    permit: &Permit<SetSurveyRhythm>,
    typed: Option<Typed>,
    errors: &FormErrors,
) -> Result<RhythmPage, Error> {
    let (t, about) = (cx.t(), permit.about());
    let whole = surveys::whole(cx, about.id).await?;
    let set = store::find(&mut *cx.db().await?, whole.series).await?;
    let times: Vec<Timestamp> = set.map(|set| set.after(cx.now()).take(SAID).collect()).unwrap_or_default();
    let typed =
        typed.or_else(|| Some(Typed::of(cx, &set?, *times.first()?))).unwrap_or_else(|| Typed::proposed(cx));
    let every = Every::ALL.into_iter().fold(Choice::select("every", t.recurring_every()), |choice, every| {
        choice.option(every.as_str(), every.words(t), "")
    });
    Ok(RhythmPage {
        t,
        group: about.group.slug.clone(),
        survey: surveys::urls::survey(about.id),
        title: whole.text.title,
        action: surveys::urls::rhythm(about.id),
        removal: set.is_some().then(|| urls::removal(about.id)),
        next: times.into_iter().map(|at| format::full(cx.locale(), cx.zone(), at)).collect(),
        anonymous: about.anonymous,
        summary: Summary::of(t, errors),
        every: every.chosen(&typed.every).error(errors.on("every")),
        first: Field::text("first", t.recurring_first())
            .kind("datetime-local")
            .hint(t.recurring_first_hint(cx.zone().name().replace('_', " ")))
            .value(&typed.first)
            .error(errors.on("first")),
        days: Field::text("days", t.recurring_days())
            .kind("number")
            .hint(t.recurring_days_hint())
            .value(&typed.days)
            .error(errors.on("days")),
    })
}

pub(super) async fn form(cx: Cx, permit: Permit<SetSurveyRhythm>) -> Reply {
    let page = page(&cx, &permit, None, &FormErrors::new()).await?;
    cx.page(page).await
}

pub(super) async fn set(cx: Cx, permit: Permit<SetSurveyRhythm>, Form(typed): Form<Typed>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let mut errors = FormErrors::new();
    if let Some(rhythm) = typed.parse(&cx, &mut errors) {
        let series = surveys::whole(&cx, permit.about().id).await?.series;
        let mut tx = cx.begin().await?;
        match verbs::set(&mut tx, &permit, series, &rhythm).await {
            Ok(()) => {
                tx.commit().await?;
                cx.flash(Flash::said(cx.t().recurring_set())).await?;
                return cx.redirect(&surveys::urls::rhythm(permit.about().id));
            }
            Err(Failure::Refused(why)) => {
                tx.abandon().await?;
                errors.add("first", why.words(cx.t()));
            }
            Err(Failure::Fault(fault)) => return Err(fault.into()),
        }
    }
    let page = page(&cx, &permit, Some(typed), &errors).await?;
    cx.invalid(page).await
}

pub(super) async fn stop(cx: Cx, permit: Permit<SetSurveyRhythm>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let series = surveys::whole(&cx, permit.about().id).await?.series;
    let mut tx = cx.begin().await?;
    verbs::stop(&mut tx, &permit, series).await?;
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().recurring_stopped())).await?;
    cx.redirect(&surveys::urls::survey(permit.about().id))
}
