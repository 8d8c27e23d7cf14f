//! Opening a survey: who will be asked, in a sentence, and the button. The post that announces it is published with it.

use askama::Template;

use crate::{
    authz::{
        EditSurvey, OpenSurvey, Permit, PublishInGroup, permit,
        standing::{GroupPath, SurveyPath},
    },
    features::{
        surveying::{announce, missing, urls},
        surveys::{self, Seal, Whole},
    },
    i18n::T,
    kernel::{Failure, SurveyId, Url},
    ui::{Page, Place, links},
    web::{Cx, Form, Reply, flash::Flash, limit::Class},
};

use super::edit::complete;

/// `/surveys/{survey}/opening`
#[derive(Template)]
#[template(path = "surveying/opening.html")]
struct OpeningPage {
    t: T,
    group: String,
    title: String,
    edit: Url,
    preview: Url,
    action: Url,
    version: i32,
    anonymous: bool,
    quiz: bool,
    questions: i64,
    error: Option<String>,
}

impl Page for OpeningPage {
    fn title(&self) -> String {
        self.t.surveys_open_title().to_string()
    }

    fn place(&self) -> Place {
        Place::Group(self.group.clone())
    }
}

impl OpeningPage {
    fn new(cx: &Cx, survey: SurveyId, group: &str, whole: &Whole, error: Option<String>) -> Self {
        Self {
            t: cx.t(),
            group: group.to_owned(),
            title: whole.text.title.clone(),
            edit: surveys::urls::edit(survey),
            preview: urls::preview(survey),
            action: urls::opening(survey),
            version: whole.version,
            anonymous: whole.text.anonymous,
            quiz: whole.text.quiz.is_some(),
            questions: i64::try_from(whole.text.questions.len()).unwrap_or_default(),
            error,
        }
    }
}

pub(in super::super) async fn form(cx: Cx, opening: Permit<OpenSurvey>) -> Reply {
    let about = opening.about();
    let editing =
        permit::<EditSurvey>(&mut *cx.db().await?, &cx.actor(), SurveyPath { survey: about.id }).await?;
    let whole = complete(&cx, &editing).await?;
    cx.page(OpeningPage::new(&cx, about.id, &about.group.slug, &whole, None)).await
}

/// The version that was read.
#[derive(serde::Deserialize)]
pub(in super::super) struct Read {
    #[serde(default)]
    version: i32,
}

pub(in super::super) async fn open(cx: Cx, opening: Permit<OpenSurvey>, Form(read): Form<Read>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let about = opening.about();
    let whole = surveys::whole(&cx, about.id).await?;
    if !missing(cx.t(), cx.now(), &whole.text).is_empty() {
        return cx.redirect(&urls::preview(about.id));
    }
    let seal = if whole.text.anonymous { Some(Seal::make(&cx.app).await?) } else { None };
    let at = GroupPath { group: about.group.slug.clone() };
    let publishing = permit::<PublishInGroup>(&mut *cx.db().await?, &cx.actor(), at).await?;
    let mut tx = cx.begin().await?;
    let asked =
        announce(&mut tx, (&opening, &publishing), (read.version, &whole.text), seal.as_ref(), cx.locale())
            .await;
    match asked {
        Ok(post) => {
            tx.commit().await?;
            cx.flash(Flash::said(cx.t().surveys_opened())).await?;
            cx.redirect(&links::post(post))
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
        Err(Failure::Refused(why)) => {
            tx.abandon().await?;
            let why = Some(why.words(cx.t()));
            cx.invalid(OpeningPage::new(&cx, about.id, &about.group.slug, &whole, why)).await
        }
    }
}
