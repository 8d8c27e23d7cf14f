//! Another time for what is planned, at once, or not at all.

use askama::Template;
use chrono::DateTime;
use serde::Deserialize;

use super::show::name;
use crate::{
    authz::{Permit, PlanDraft},
    features::{
        drafts::{self, When, WhenField, Why},
        planning::{
            jobs::{self, Outcome},
            urls,
        },
    },
    i18n::T,
    kernel::Url,
    ui::{Page, field::Summary, links},
    web::{Cx, Error, Form, FormErrors, Reply, flash::Flash, form::Query, limit::Class},
};

/// `/planning/{draft}/time`
#[derive(Template)]
#[template(path = "planning/time.html")]
struct TimePage {
    t: T,
    name: String,
    lang: String,
    planned: String,
    when: WhenField,
    summary: Summary,
    action: Url,
    next: Url,
}

impl Page for TimePage {
    fn title(&self) -> String {
        self.t.planning_time_title().to_string()
    }
}

/// The day and the hour as they were typed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct Typed {
    day: String,
    hour: String,
    /// Where to go afterwards.
    next: String,
}

impl Typed {
    /// Where to go afterwards: to the list, where nothing else was said.
    fn next(&self) -> Url {
        Url::local(&self.next).unwrap_or_else(urls::list)
    }
}

async fn page(
    cx: &Cx,
    permit: &Permit<PlanDraft>,
    typed: Option<Typed>,
    errors: &FormErrors,
) -> Result<TimePage, Error> {
    let id = permit.about().id;
    let draft = drafts::find(&mut *cx.db().await?, cx.viewer(), id).await?.ok_or(Error::NotFound)?;
    let at = draft.publish_at.ok_or(Error::NotFound)?;
    let next = typed.as_ref().map_or_else(urls::list, Typed::next);
    let (day, hour) = typed.map_or_else(|| drafts::typed(cx, at), |typed| (typed.day, typed.hour));
    Ok(TimePage {
        t: cx.t(),
        name: name(cx.t(), &draft),
        planned: draft.planned_for(cx).unwrap_or_default(),
        lang: draft.lang,
        when: WhenField::new(cx, (&day, &hour), errors),
        summary: Summary::of(cx.t(), errors),
        action: urls::time(id),
        next,
    })
}

/// `GET /planning/{draft}/time`
pub(in super::super) async fn form(cx: Cx, permit: Permit<PlanDraft>) -> Reply {
    cx.page(page(&cx, &permit, None, &FormErrors::new()).await?).await
}

/// `POST /planning/{draft}/time`
pub(in super::super) async fn replan(cx: Cx, permit: Permit<PlanDraft>, Form(typed): Form<Typed>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let mut errors = FormErrors::new();
    let Some(when) = When::read(&cx, (&typed.day, &typed.hour), &mut errors) else {
        return cx.invalid(page(&cx, &permit, Some(typed), &errors).await?).await;
    };
    let draft = drafts::find(&mut *cx.db().await?, cx.viewer(), permit.about().id).await?;
    let poll = draft.and_then(|draft| draft.poll);
    if poll.is_some_and(|poll| poll.due(cx.t(), when.at.0).is_err()) {
        errors.add("when", cx.t().planning_poll_past());
        return cx.invalid(page(&cx, &permit, Some(typed), &errors).await?).await;
    }
    let mut tx = cx.begin().await?;
    let before = drafts::verbs::replan(&mut tx, &permit, when.at).await?;
    tx.commit().await?;
    let next = typed.next();
    let said = Flash::said(when.said(&cx));
    let said = match before.filter(|before| *before > cx.now()) {
        Some(before) => {
            said.with_undo(&urls::earlier_time(permit.about().id, before, &next), cx.t().planning_undo())
        }
        None => said,
    };
    cx.flash(said).await?;
    cx.redirect(&next)
}

/// The time that it had before.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct Earlier {
    /// In seconds since 1970 (Unix time).
    at: i64,
    next: String,
}

/// `POST /planning/{draft}/earlier-time`: takes another time back.
pub(in super::super) async fn back(
    cx: Cx,
    permit: Permit<PlanDraft>,
    Query(earlier): Query<Earlier>,
) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let at = DateTime::from_timestamp(earlier.at, 0).ok_or(Error::Malformed)?;
    let said = if at > cx.now() {
        let mut tx = cx.begin().await?;
        drafts::verbs::replan(&mut tx, &permit, (at, cx.zone())).await?;
        tx.commit().await?;
        cx.t().planning_undone()
    } else {
        cx.t().drafts_when_past()
    };
    cx.flash(Flash::said(said)).await?;
    cx.redirect(&Url::local(&earlier.next).unwrap_or_else(urls::list))
}

/// `POST /planning/{draft}/publication`: its time is now, and the clock need not be waited for.
pub(in super::super) async fn publish(cx: Cx, permit: Permit<PlanDraft>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let mut tx = cx.begin().await?;
    drafts::verbs::replan(&mut tx, &permit, (cx.now(), cx.zone())).await?;
    tx.commit().await?;
    let draft = permit.about();
    let t = cx.t();
    match jobs::publish(&cx.app, draft.id, draft.author).await? {
        Outcome::Published(post) => {
            cx.flash(Flash::said(t.posts_published())).await?;
            cx.redirect(&links::post(post))
        }
        Outcome::Refused(why) => {
            let said = match why {
                Why::Right => t.planning_refused(),
                Why::Poll => t.planning_refused_poll(),
            };
            cx.flash(Flash::said(said)).await?;
            cx.redirect(&urls::list())
        }
        Outcome::Gone => {
            cx.flash(Flash::said(t.planning_gone())).await?;
            cx.redirect(&urls::list())
        }
    }
}

/// `POST /planning/{draft}/removal`: it is a draft of its author again.
pub(in super::super) async fn unplan(cx: Cx, permit: Permit<PlanDraft>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let mut tx = cx.begin().await?;
    drafts::verbs::unplan(&mut tx, &permit).await?;
    tx.commit().await?;
    let t = cx.t();
    let said = if permit.about().mine { t.planning_unplanned() } else { t.planning_unplanned_others() };
    cx.flash(Flash::said(said)).await?;
    cx.redirect(&urls::list())
}
