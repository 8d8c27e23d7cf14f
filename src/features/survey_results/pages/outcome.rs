//! How someone did in a quiz, question by question, and the ranking where there is one.

use askama::Template;

use crate::{
    authz::{Permit, SurveyStanding, ViewSurvey},
    features::{
        survey_results::store::{self, Entrant},
        surveys::{self, Answers, Question, Quiz, urls},
    },
    i18n::T,
    kernel::Url,
    ui::{Page, Place},
    web::{Cx, Error, Reply},
};

/// The most lines of a ranking.
const MOST: usize = 20;

/// `/surveys/{survey}/outcome`
#[derive(Template)]
#[template(path = "survey_results/outcome.html")]
struct OutcomePage {
    t: T,
    group: String,
    title: String,
    survey: Url,
    score: i64,
    most: i64,
    parts: Vec<Part>,
    ranking: Option<Vec<(String, i64, bool)>>,
    draw: Option<Url>,
}

/// A question, and how it was answered.
struct Part {
    text: String,
    mine: String,
    graded: bool,
    right: bool,
    answer: String,
    why: String,
}

impl Page for OutcomePage {
    fn title(&self) -> String {
        self.t.surveys_outcome().to_string()
    }

    fn place(&self) -> Place {
        Place::Group(self.group.clone())
    }
}

/// How many questions somebody answered rightly.
pub(super) fn score(questions: &[Question], answers: &Answers) -> i64 {
    let right = |question: &&Question| question.is_graded() && question.is_right(answers);
    i64::try_from(questions.iter().filter(right).count()).unwrap_or_default()
}

/// How many have a right answer.
pub(super) fn most(questions: &[Question]) -> i64 {
    i64::try_from(questions.iter().filter(|question| question.is_graded()).count()).unwrap_or_default()
}

/// The quiz that a survey is, with its questions.
pub(super) async fn quiz(cx: &Cx, about: &SurveyStanding) -> Result<(surveys::Text, Quiz), Error> {
    let text = surveys::whole(cx, about.id).await?.text;
    match (text.quiz, about.post) {
        (Some(quiz), Some(_)) => Ok((text, quiz)),
        _ => Err(Error::NotFound),
    }
}

fn part(cx: &Cx, question: &Question, mine: &Answers) -> Part {
    let words: Vec<String> = question.right.iter().map(|value| question.words(cx.t(), *value)).collect();
    Part {
        text: question.text.clone(),
        mine: mine.words(cx.locale(), question),
        graded: question.is_graded(),
        right: question.is_right(mine),
        answer: words.join(" · "),
        why: question.why.clone(),
    }
}

pub(in super::super) async fn show(cx: Cx, permit: Permit<ViewSurvey>) -> Reply {
    let (about, me) = (permit.about(), permit.member()?);
    let (text, quiz) = quiz(&cx, about).await?;
    let entrants = store::list_entrants(&mut *cx.db().await?, cx.viewer(), about.id).await?;
    // What is right is told to those who have answered, and to everybody once it is closed.
    let mine = entrants.iter().find(|entrant| entrant.id == me).map(|entrant| entrant.answers.0.clone());
    if mine.is_none() && !about.closed {
        return cx.redirect(&urls::survey(about.id));
    }
    let mine = mine.unwrap_or_default();
    let name =
        |entrant: &Entrant| entrant.name.clone().unwrap_or_else(|| cx.t().polls_somebody().to_string());
    let ranking = (quiz.ranking && about.told).then(|| {
        let line = |one: &Entrant| (name(one), score(&text.questions, &one.answers), one.id == me);
        let mut lines: Vec<(String, i64, bool)> = entrants.iter().map(line).collect();
        lines.sort_by(|a, b| (b.1, &a.0).cmp(&(a.1, &b.0)));
        lines.truncate(MOST);
        lines
    });
    cx.page(OutcomePage {
        t: cx.t(),
        group: about.group.slug.clone(),
        survey: urls::survey(about.id),
        score: score(&text.questions, &mine),
        most: most(&text.questions),
        parts: text.questions.iter().map(|question| part(&cx, question, &mine)).collect(),
        ranking,
        draw: quiz.draws().then(|| urls::draw(about.id)),
        title: text.title,
    })
    .await
}
