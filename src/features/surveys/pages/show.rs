//! A survey alone, with all that can be done with it.

use askama::Template;

use crate::{
    authz::{Permit, SurveyCan, SurveyStanding, ViewSurvey},
    features::{
        polls::typed_time,
        surveys::{
            cards::Foot,
            face::Face,
            model::Quiz,
            store::{self, Whole},
            urls,
        },
    },
    i18n::{T, format},
    kernel::{PostId, SurveyId, Url},
    ui::{Field, Page, Place, field::Summary, links},
    web::{Cx, Error, FormErrors, Reply},
};

/// `/surveys/{survey}`
#[derive(Template)]
#[template(path = "surveys/show.html")]
pub(super) struct ShowPage {
    t: T,
    id: SurveyId,
    group: String,
    title: String,
    post: Url,
    foot: Foot,
    anonymous: bool,
    quiz: bool,
    round: i64,
    questions: i64,
    said: bool,
    outcome: bool,
    draw: bool,
    main: Option<String>,
    can: SurveyCan,
    /// When the clock asks it again, in words.
    next: Option<String>,
    /// How many have not answered, where they can be reminded.
    missing: i64,
    end: Field,
    summary: Summary,
    topics: Vec<String>,
}

impl Page for ShowPage {
    fn title(&self) -> String {
        self.title.clone()
    }

    fn place(&self) -> Place {
        Place::Group(self.group.clone())
    }

    fn topics(&self) -> Vec<String> {
        self.topics.clone()
    }
}

/// A survey as it was written.
pub async fn whole(cx: &Cx, id: SurveyId) -> Result<Whole, Error> {
    store::find(&mut *cx.db().await?, cx.viewer(), id).await?.ok_or(Error::NotFound)
}

/// A survey that is asked, as its reader's card shows it.
pub async fn face(cx: &Cx, post: PostId) -> Result<Face, Error> {
    store::find_face(&mut *cx.db().await?, cx.viewer(), post).await?.ok_or(Error::NotFound)
}

impl ShowPage {
    pub(super) fn new(
        cx: &Cx,
        about: &SurveyStanding,
        (post, face, whole): (PostId, &Face, &Whole),
        end: Option<&str>,
        errors: &FormErrors,
    ) -> Self {
        let (t, can, open) = (cx.t(), SurveyCan::of(about), face.is_open(cx.now()));
        let main = match (can.answer && open, face.mine) {
            (true, false) if face.begun => Some(t.surveys_go_on().to_string()),
            (true, false) => Some(t.surveys_answer().to_string()),
            (true, true) if !face.anonymous && !face.quiz => Some(t.surveys_change().to_string()),
            _ => None,
        };
        let zone = cx.zone().name().replace('_', " ");
        let typed = end.map(str::to_owned);
        Self {
            t,
            id: about.id,
            group: about.group.slug.clone(),
            title: whole.text.title.clone(),
            post: links::post(post),
            foot: Foot::new(cx.locale(), cx.zone(), cx.now(), face),
            anonymous: face.anonymous,
            quiz: face.quiz,
            round: face.round,
            questions: face.questions,
            said: face.mine,
            outcome: face.quiz && (face.mine || about.closed),
            draw: whole.text.quiz.is_some_and(Quiz::draws),
            main,
            can,
            next: whole.next.map(|at| format::full(cx.locale(), cx.zone(), at)),
            missing: (face.asked - face.answered).max(0),
            end: Field::text("closes", t.surveys_closes())
                .kind("datetime-local")
                .optional(t.form_optional())
                .hint(t.surveys_closes_hint(zone))
                .value(
                    typed.or_else(|| face.closes_at.map(|at| typed_time(cx.zone(), at))).unwrap_or_default(),
                )
                .error(errors.on("closes")),
            summary: Summary::of(t, errors),
            topics: vec![links::post_topic(post)],
        }
    }
}

pub(in super::super) async fn show(cx: Cx, permit: Permit<ViewSurvey>) -> Reply {
    let about = permit.about();
    let Some(post) = about.post else {
        return cx.redirect(&urls::edit(about.id));
    };
    let (face, whole) = (face(&cx, post).await?, whole(&cx, about.id).await?);
    cx.page(ShowPage::new(&cx, about, (post, &face, &whole), None, &FormErrors::new())).await
}

/// The same, when another end was refused.
pub async fn refused_end(cx: &Cx, about: &SurveyStanding, typed: &str, errors: &FormErrors) -> Reply {
    let post = about.post.ok_or(Error::NotFound)?;
    let (face, whole) = (face(cx, post).await?, whole(cx, about.id).await?);
    cx.invalid(ShowPage::new(cx, about, (post, &face, &whole), Some(typed), errors)).await
}
