//! A survey below the post that announces it: what it is, a button, how many answered.

use askama::{Template, filters::HtmlSafe};

use super::{
    face::{Face, called},
    urls,
};
use crate::{
    authz::PostStanding,
    i18n::{Locale, T, format},
    kernel::{SurveyId, Timestamp, Url},
    ui::links,
    web::Cx,
};

/// A survey in a feed or on a page.
#[derive(Template)]
#[template(path = "surveys/card.html")]
pub struct SurveyCard {
    t: T,
    what: &'static str,
    questions: i64,
    anonymous: bool,
    round: i64,
    /// What there is to do: the label of a button, and where it leads.
    main: Option<(String, Url)>,
    said: Option<String>,
    results: Option<Url>,
    page: Url,
    join: Option<Url>,
    foot: Foot,
}

impl HtmlSafe for SurveyCard {}

impl SurveyCard {
    /// The survey of a post, for the reader.
    pub fn new(cx: &Cx, post: &PostStanding, face: &Face) -> Self {
        let t = cx.t();
        let (open, inside) = (face.is_open(cx.now()), post.group.role.is_some());
        let label = match (open && inside && !post.group.archived, face.mine) {
            (true, false) if face.begun => Some(t.surveys_go_on().to_string()),
            (true, false) => Some(t.surveys_answer().to_string()),
            (true, true) if !face.anonymous && !face.quiz => Some(t.surveys_change().to_string()),
            _ => None,
        };
        let outcome =
            (face.quiz && face.mine).then(|| (t.surveys_outcome().to_string(), urls::outcome(face.id)));
        Self {
            t,
            what: called(face.quiz),
            questions: face.questions,
            anonymous: face.anonymous,
            round: face.round,
            main: label.map(|label| (label, urls::answer(face.id))).or(outcome),
            said: face.mine.then(|| t.surveys_answered_already().to_string()),
            results: face.told.then(|| urls::results(face.id)),
            page: urls::survey(face.id),
            join: (open && !inside).then(|| links::group(&post.group.slug)),
            foot: Foot::new(cx.locale(), cx.zone(), cx.now(), face),
        }
    }
}

/// How many answered, and until when. Says nothing of the reader: live messages replace it.
#[derive(Template)]
#[template(path = "surveys/foot.html")]
pub struct Foot {
    t: T,
    id: String,
    answered: i64,
    asked: i64,
    rate: i64,
    closes: String,
    restarted: bool,
}

impl HtmlSafe for Foot {}

impl Foot {
    /// For a reader.
    pub fn new(locale: Locale, zone: chrono_tz::Tz, now: Timestamp, face: &Face) -> Self {
        let (t, when) = (locale.t(), |at| format::full(locale, zone, at));
        let closes = match (face.closed_at, face.closes_at) {
            (None, Some(at)) if at > now => t.surveys_closes_on(when(at)).to_string(),
            (Some(at), _) | (None, Some(at)) => t.surveys_closed_on(called(face.quiz), when(at)).to_string(),
            (None, None) => String::new(),
        };
        Self {
            t,
            id: Self::element(face.id),
            answered: face.answered,
            asked: face.asked,
            rate: face.rate(),
            closes,
            restarted: face.restarted_at.is_some(),
        }
    }

    /// The id of its element.
    pub fn element(survey: SurveyId) -> String {
        format!("survey-foot-{survey}")
    }
}
