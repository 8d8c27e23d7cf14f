//! The rounds of a survey compared, question by question.

use askama::Template;

use crate::{
    authz::{Permit, SeeSurvey},
    features::{
        survey_results::{
            pages::results::figure,
            store::{self, Round},
            tally::Tally,
        },
        surveys::{self, Answers, Question, urls},
    },
    i18n::{T, format},
    kernel::Url,
    ui::{Page, Place},
    web::{Cx, Reply},
};

/// `/surveys/{survey}/rounds`
#[derive(Template)]
#[template(path = "surveys/rounds.html")]
struct RoundsPage {
    t: T,
    group: String,
    title: String,
    survey: Url,
    rounds: Vec<Head>,
    parts: Vec<Compared>,
}

struct Head {
    name: String,
    day: String,
    url: Url,
}

/// A question in all rounds.
struct Compared {
    id: String,
    text: String,
    /// Words, and a cell for each round; none where the round did not ask it.
    rows: Vec<(String, Vec<Option<String>>)>,
}

impl Page for RoundsPage {
    fn title(&self) -> String {
        self.t.surveys_rounds_title().to_string()
    }

    fn place(&self) -> Place {
        Place::Group(self.group.clone())
    }
}

/// A round's question of this number and sort, with its tally.
fn find<'a>((round, sheets): &'a (Round, Vec<Answers>), wanted: &Question) -> Option<(&'a Question, Tally)> {
    let same = |one: &&Question| one.number == wanted.number && one.kind == wanted.kind;
    let question = round.questions.iter().find(same)?;
    Some((question, Tally::of(question, sheets.iter())))
}

fn compared(cx: &Cx, place: usize, question: &Question, rounds: &[(Round, Vec<Answers>)]) -> Compared {
    let (t, locale) = (cx.t(), cx.locale());
    let found: Vec<Option<(&Question, Tally)>> = rounds.iter().map(|round| find(round, question)).collect();
    let cells = |of: &dyn Fn(&Question, &Tally) -> Option<String>| -> Vec<Option<String>> {
        found.iter().map(|found| found.as_ref().and_then(|(one, tally)| of(one, tally))).collect()
    };
    let mut rows = vec![(
        t.surveys_answered_head().to_string(),
        cells(&|_, tally| Some(format::number(locale, tally.answered))),
    )];
    if question.kind.is_picked() {
        let figures = cells(&|one, tally| figure(locale, one, tally));
        if figures.iter().any(Option::is_some) {
            rows.push((t.surveys_figure_head().to_string(), figures));
        }
        // Choices are the same by their words: their numbers may differ where one was written anew.
        for value in question.values() {
            let words = question.words(t, value);
            let share = cells(&|one, tally| {
                let same = one.values().into_iter().find(|other| one.words(t, *other) == words)?;
                let (_, count) = tally.counts.iter().find(|(value, _)| *value == same)?;
                (tally.answered > 0).then(|| t.surveys_percent(tally.share(*count)).to_string())
            });
            rows.push((words, share));
        }
    }
    let n = i64::try_from(place + 1).unwrap_or_default();
    Compared {
        id: format!("question-{}", question.number),
        text: t.surveys_question_n(n, &question.text).to_string(),
        rows,
    }
}

pub(in super::super) async fn show(cx: Cx, permit: Permit<SeeSurvey>) -> Reply {
    let (about, t) = (permit.about(), cx.t());
    let whole = surveys::whole(&cx, about.id).await?;
    let mut db = cx.db().await?;
    let mut rounds = Vec::new();
    for round in store::list_rounds(&mut db, cx.viewer(), whole.series).await? {
        let sheets = store::list_sheets(&mut db, cx.viewer(), round.id).await?;
        rounds.push((round, sheets.into_iter().map(|sheet| sheet.answers.0).collect::<Vec<Answers>>()));
    }
    drop(db);
    let head = |(round, _): &(Round, Vec<Answers>)| Head {
        name: t.surveys_round(i64::from(round.number)).to_string(),
        day: format::date(cx.locale(), cx.zone(), round.opened_at),
        url: urls::results(round.id),
    };
    let parts = whole
        .text
        .questions
        .iter()
        .enumerate()
        .map(|(place, one)| compared(&cx, place, one, &rounds))
        .collect();
    cx.page(RoundsPage {
        t,
        group: about.group.slug.clone(),
        survey: urls::survey(about.id),
        rounds: rounds.iter().map(head).collect(),
        parts,
        title: whole.text.title,
    })
    .await
}
