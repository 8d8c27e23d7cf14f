//! Pinning a post: until when.

use askama::Template;
use serde::Deserialize;

use crate::{
    authz::{Permit, PinPost, PostStanding},
    features::{
        drafts::{self, When, WhenField},
        pins::{store, verbs},
        posts,
    },
    i18n::T,
    kernel::{Fault, Url},
    ui::{Choice, Moment, Page, Place, field::Summary, links},
    web::{Cx, Form, FormErrors, Reply, flash::Flash, limit::Class},
};

/// `/posts/{post}/pin`
#[derive(Template)]
#[template(path = "pins/pin.html")]
struct PinPage {
    t: T,
    slug: String,
    post: Url,
    action: Url,
    down: Url,
    pinned: Option<(Moment, Option<Moment>)>,
    summary: Summary,
    end: Choice,
    when: WhenField,
}

impl Page for PinPage {
    fn title(&self) -> String {
        self.t.pins_title().to_string()
    }

    fn place(&self) -> Place {
        Place::Group(self.slug.clone())
    }
}

/// What was chosen.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct PinForm {
    end: String,
    day: String,
    hour: String,
}

impl PinPage {
    async fn new(cx: &Cx, about: &PostStanding, form: &PinForm, errors: &FormErrors) -> Result<Self, Fault> {
        let t = cx.t();
        let pinned = store::pinned(&mut *cx.db().await?, cx.viewer(), about.id, cx.now()).await?;
        let until =
            pinned.and_then(|(_, until)| until).map(|until| drafts::typed(cx, until)).unwrap_or_default();
        let end = if form.end.is_empty() { "date" } else { form.end.as_str() };
        let typed = if form.day.is_empty() {
            (until.0.as_str(), until.1.as_str())
        } else {
            (form.day.as_str(), form.hour.as_str())
        };
        Ok(Self {
            t,
            slug: about.group.slug.clone(),
            post: links::post(about.id),
            action: posts::urls::pin(about.id),
            down: links::post(about.id).join("unpinning"),
            pinned: pinned
                .map(|(at, until)| (Moment::new(cx, at), until.map(|until| Moment::new(cx, until)))),
            summary: Summary::of(t, errors),
            end: Choice::radios("end", t.pins_end())
                .option("date", t.pins_end_date(), t.pins_end_date_hint())
                .option("hand", t.pins_end_hand(), t.pins_end_hand_hint())
                .chosen(end),
            when: WhenField::new(cx, typed, errors).called(t.pins_date()),
        })
    }
}

/// `GET /posts/{post}/pin`
pub(in super::super) async fn show(cx: Cx, may: Permit<PinPost>) -> Reply {
    cx.page(PinPage::new(&cx, may.about(), &PinForm::default(), &FormErrors::new()).await?).await
}

/// `POST /posts/{post}/pin`
pub(in super::super) async fn submit(cx: Cx, may: Permit<PinPost>, Form(form): Form<PinForm>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let mut errors = FormErrors::new();
    let until = if form.end == "hand" {
        Some(None)
    } else {
        When::read(&cx, (&form.day, &form.hour), &mut errors).map(|when| Some(when.at.0))
    };
    let (Some(until), true) = (until, errors.is_empty()) else {
        return cx.invalid(PinPage::new(&cx, may.about(), &form, &errors).await?).await;
    };
    let mut tx = cx.begin().await?;
    verbs::pin(&mut tx, &may, until).await?;
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().pins_done())).await?;
    cx.redirect(&links::group(&may.about().group.slug))
}

/// `POST /posts/{post}/unpinning`
pub(in super::super) async fn remove(cx: Cx, may: Permit<PinPost>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let mut tx = cx.begin().await?;
    verbs::unpin(&mut tx, &may).await?;
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().pins_undone())).await?;
    cx.redirect(&links::post(may.about().id))
}
