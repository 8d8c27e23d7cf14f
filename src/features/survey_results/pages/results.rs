//! What was answered: bars and tables, means, the recommendation score, texts, and two questions crossed.

use askama::{Template, filters::HtmlSafe};
use serde::Deserialize;

use crate::{
    authz::{Permit, SeeSurvey, SurveyCan},
    features::{
        survey_results::{
            store::{self, Sheet},
            tally::{Tally, can_cross, cross},
        },
        surveys::{self, Answers, BATCH, Foot, Kind, Question, urls},
    },
    i18n::{Locale, T, format},
    kernel::{SurveyId, Url},
    ui::{Choice, Page, Place, links},
    web::{Cx, Error, Reply, form::Query},
};

/// `/surveys/{survey}/results`
#[derive(Template)]
#[template(path = "surveys/results.html")]
struct ResultsPage {
    t: T,
    id: SurveyId,
    group: String,
    title: String,
    survey: Url,
    foot: Foot,
    foot_id: String,
    sheets: i64,
    /// Why there is nothing, or not all.
    partly: String,
    reads: bool,
    rounds: bool,
    parts: Vec<Part>,
    crossing: Option<CrossForm>,
    topics: Vec<String>,
}

impl Page for ResultsPage {
    fn title(&self) -> String {
        self.t.surveys_results_of(&self.title).to_string()
    }

    fn place(&self) -> Place {
        Place::Group(self.group.clone())
    }

    fn topics(&self) -> Vec<String> {
        self.topics.clone()
    }
}

/// A question and what was answered.
#[derive(Template)]
#[template(path = "surveys/part.html")]
pub(super) struct Part {
    t: T,
    id: String,
    text: String,
    answered: i64,
    /// The mean, or the recommendation score, in words.
    figure: Option<String>,
    bars: Vec<Bar>,
    /// What was written, for those who may read it; of days, how many chose each.
    texts: Option<Vec<String>>,
    written: bool,
}

impl HtmlSafe for Part {}

/// A value and how many picked it.
struct Bar {
    words: String,
    count: i64,
    share: i64,
    leads: bool,
}

/// Hundredths in words: 4,67 or 4.67.
pub(in super::super) fn hundredths(locale: Locale, n: i64) -> String {
    let point = if locale == Locale::Fr { ',' } else { '.' };
    format!("{}{point}{:02}", n / 100, n % 100)
}

/// The mean or the score of a question that has one.
pub(in super::super) fn figure(locale: Locale, question: &Question, tally: &Tally) -> Option<String> {
    let t = locale.t();
    match question.kind {
        Kind::Scale | Kind::Satisfaction => {
            tally.mean().map(|mean| t.surveys_mean(hundredths(locale, mean)).to_string())
        }
        Kind::Recommendation => tally.score().map(|score| t.surveys_score(format!("{score:+}")).to_string()),
        _ => None,
    }
}

impl Part {
    fn new(cx: &Cx, place: usize, question: &Question, sheets: &[Sheet], reads: bool) -> Self {
        let (t, locale) = (cx.t(), cx.locale());
        let tally = Tally::of(question, sheets.iter().map(|sheet| &sheet.answers.0));
        let best = tally.counts.iter().map(|(_, count)| *count).max().unwrap_or_default();
        let bars = tally.counts.iter().map(|(value, count)| Bar {
            words: question.words(t, *value),
            count: *count,
            share: tally.share(*count),
            leads: *count > 0 && *count == best,
        });
        let day = |text: &String| text.parse().map_or_else(|_| text.clone(), |day| format::day(locale, day));
        let texts = || {
            let days = question.kind == Kind::Date;
            tally.texts.iter().map(|text| if days { day(text) } else { text.clone() }).collect()
        };
        Self {
            t,
            id: format!("question-{}", question.number),
            text: t
                .surveys_question_n(i64::try_from(place + 1).unwrap_or_default(), &question.text)
                .to_string(),
            answered: tally.answered,
            figure: figure(locale, question, &tally),
            bars: bars.collect(),
            texts: (!question.kind.is_picked() && reads).then(texts),
            written: !question.kind.is_picked(),
        }
    }
}

/// Which questions are crossed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct Asked {
    a: i16,
    b: i16,
}

/// Two questions crossed, and the choice of another two.
#[derive(Template)]
#[template(path = "surveys/crossing.html")]
struct CrossForm {
    t: T,
    action: Url,
    first: Choice,
    second: Choice,
    least: i64,
    table: Option<Table>,
}

impl HtmlSafe for CrossForm {}

struct Table {
    caption: String,
    heads: Vec<String>,
    rows: Vec<(String, Vec<Option<i64>>)>,
}

impl CrossForm {
    fn new(
        cx: &Cx,
        id: SurveyId,
        questions: &[Question],
        asked: &Asked,
        sheets: &[&Answers],
    ) -> Option<Self> {
        let t = cx.t();
        let open: Vec<(usize, &Question)> =
            questions.iter().enumerate().filter(|(_, question)| can_cross(question)).collect();
        if open.len() < 2 {
            return None;
        }
        let pick = |name: &'static str, label: String, chosen: i16| {
            let choice = Choice::select(name, label).option("", t.surveys_choose_question(), "");
            open.iter()
                .fold(choice, |choice, (place, question)| {
                    let n = i64::try_from(place + 1).unwrap_or_default();
                    choice.option(question.number, t.surveys_question_n(n, &question.text), "")
                })
                .chosen(chosen)
        };
        let find =
            |number: i16| open.iter().find(|(_, question)| question.number == number).map(|(_, one)| *one);
        let table = match (find(asked.a), find(asked.b)) {
            (Some(one), Some(other)) if one.number != other.number => {
                let words = |question: &Question| -> Vec<String> {
                    question.values().into_iter().map(|value| question.words(t, value)).collect()
                };
                let rows = words(one).into_iter().zip(cross(one, other, sheets)).collect();
                let caption = t.surveys_crossing_of(&one.text, &other.text).to_string();
                Some(Table { caption, heads: words(other), rows })
            }
            _ => None,
        };
        Some(Self {
            t,
            action: urls::results(id),
            first: pick("a", t.surveys_cross_rows().to_string(), asked.a),
            second: pick("b", t.surveys_cross_columns().to_string(), asked.b),
            least: i64::try_from(BATCH).unwrap_or_default(),
            table,
        })
    }
}

pub(in super::super) async fn show(cx: Cx, permit: Permit<SeeSurvey>, Query(asked): Query<Asked>) -> Reply {
    let (about, t) = (permit.about(), cx.t());
    let post = about.post.ok_or(Error::NotFound)?;
    let (face, whole) = (surveys::face(&cx, post).await?, surveys::whole(&cx, about.id).await?);
    let mut db = cx.db().await?;
    let sheets = store::list_sheets(&mut db, cx.viewer(), about.id).await?;
    let rounds = store::list_rounds(&mut db, cx.viewer(), whole.series).await?.len() > 1;
    drop(db);
    let reads = SurveyCan::of(about).read;
    let counted = i64::try_from(sheets.len()).unwrap_or(i64::MAX);
    let batch = i64::try_from(BATCH).unwrap_or_default();
    let first = 2 * batch;
    let partly = match (face.anonymous && counted < face.answered, face.closed_at.is_some()) {
        (true, true) if counted == 0 => t.surveys_too_few(batch).to_string(),
        (true, true) => t.surveys_lost().to_string(),
        (true, false) if counted == 0 => t.surveys_from_ten(batch, first).to_string(),
        (true, false) => t.surveys_in_batches(batch, counted, face.answered).to_string(),
        (false, _) if counted == 0 => t.surveys_nothing_yet().to_string(),
        (false, _) => String::new(),
    };
    let all: Vec<&Answers> = sheets.iter().map(|sheet| &sheet.answers.0).collect();
    let questions = &whole.text.questions;
    cx.page(ResultsPage {
        t,
        id: about.id,
        group: about.group.slug.clone(),
        survey: urls::survey(about.id),
        foot_id: Foot::element(about.id),
        foot: Foot::new(cx.locale(), cx.zone(), cx.now(), &face),
        sheets: counted,
        partly,
        reads,
        rounds,
        parts: questions
            .iter()
            .enumerate()
            .map(|(place, one)| Part::new(&cx, place, one, &sheets, reads))
            .collect(),
        crossing: if counted < batch { None } else { CrossForm::new(&cx, about.id, questions, &asked, &all) },
        topics: vec![links::post_topic(post)],
        title: whole.text.title,
    })
    .await
}
