//! The fields in which a poll is made: in the composer, and on the page that changes it. Without script a button brings
//! the form back with more room for choices and everything that was typed.

use askama::{Template, filters::HtmlSafe};

use super::typed::Typed;
use crate::{
    features::polls::{MOST_CHOICES, MOST_TEXT, Results},
    i18n::T,
    kernel::{PictureId, Url},
    ui::{Choice, Field, links},
    web::{Cx, FormErrors},
};

/// The fields.
#[derive(Template)]
#[template(path = "asking/fields.html")]
pub struct Fields {
    t: T,
    open: bool,
    /// On a page of their own they are not folded.
    folds: bool,
    question: Field,
    choices: Vec<ChoiceField>,
    dates: Vec<Field>,
    has_dates: bool,
    full: bool,
    /// Whether the settings that few change are unfolded.
    rest: bool,
    least: Field,
    most: Field,
    opens: bool,
    opens_error: Option<String>,
    changes: bool,
    names: Choice,
    results: Choice,
    closes: Field,
}

impl HtmlSafe for Fields {}

/// The line of a choice: its words, and a picture beside them.
struct ChoiceField {
    words: Field,
    number: usize,
    picture: Option<PictureId>,
    image: Option<Url>,
    alt: Field,
    error: Option<String>,
    open: bool,
}

impl ChoiceField {
    fn new(t: T, number: usize, words: Field, typed: &Typed, errors: &FormErrors) -> Self {
        let picture = typed.pictures.get(&number);
        let id = picture.and_then(|picture| picture.id);
        let error = errors.on(&format!("poll-image-{number}")).map(str::to_owned);
        Self {
            words,
            number,
            picture: id,
            image: id.map(|id| links::picture(id, 480)),
            alt: Field::text(
                format!("poll-alt-{number}"),
                t.polls_picture_alt(i64::try_from(number).unwrap_or_default()),
            )
            .value(picture.map_or("", |picture| picture.alt.as_str()))
            .most(MOST_TEXT),
            open: picture.is_some() || error.is_some(),
            error,
        }
    }

    /// Which choice it is, for those who do not see where the field stands.
    fn place(&self) -> i64 {
        i64::try_from(self.number).unwrap_or_default()
    }
}

impl Fields {
    /// The fields over what was typed.
    pub fn new(cx: &Cx, typed: &Typed, errors: &FormErrors) -> Self {
        let t = cx.t();
        let line = |name: String, label: String, value: &str| {
            let error = errors.on(&name).map(str::to_owned);
            Field::text(name, label).value(value).error(error.as_deref())
        };
        let number = |place: usize| i64::try_from(place + 1).unwrap_or_default();
        let choices = typed.choices.iter().enumerate().map(|(place, text)| {
            let label = t.polls_choice_n(number(place)).to_string();
            let words = line(format!("poll-choice-{}", place + 1), label, text).most(MOST_TEXT);
            ChoiceField::new(t, place + 1, words, typed, errors)
        });
        let dates = typed.dates.iter().enumerate().map(|(place, text)| {
            let label = t.polls_date_n(number(place)).to_string();
            line(format!("poll-date-{}", place + 1), label, text).kind("datetime-local")
        });
        let zone = cx.zone().name().replace('_', " ");
        Self {
            t,
            open: typed.open,
            folds: true,
            question: line("poll-question".to_owned(), t.polls_question().to_string(), &typed.question)
                .most(MOST_TEXT),
            choices: choices.collect(),
            dates: dates.collect(),
            has_dates: typed.dates.iter().any(|text| !text.trim().is_empty()),
            rest: ["poll-least", "poll-most", "poll-opens"].iter().any(|field| errors.on(field).is_some())
                || (typed.opens, typed.changes, typed.most.as_str()) != (false, true, "1"),
            full: typed.choices.len() == MOST_CHOICES && typed.dates.len() == MOST_CHOICES,
            least: line("poll-least".to_owned(), t.polls_least().to_string(), &typed.least).kind("number"),
            most: line("poll-most".to_owned(), t.polls_most().to_string(), &typed.most)
                .kind("number")
                .hint(t.polls_most_hint()),
            opens: typed.opens,
            opens_error: errors.on("poll-opens").map(str::to_owned),
            changes: typed.changes,
            names: names(t, typed.anonymous),
            results: results(t, &typed.results),
            closes: line("poll-closes".to_owned(), t.polls_closes().to_string(), &typed.closes)
                .kind("datetime-local")
                .optional(t.form_optional())
                .hint(t.polls_closes_hint(zone)),
        }
    }

    /// Unfolded, on a page of their own.
    pub(super) fn alone(self) -> Self {
        Self { folds: false, ..self }
    }
}

fn names(t: T, anonymous: bool) -> Choice {
    Choice::radios("poll-names", t.polls_names())
        .option("named", t.polls_named(), t.polls_named_hint())
        .option("anonymous", t.polls_anonymous(), t.polls_anonymous_hint())
        .chosen(if anonymous { "anonymous" } else { "named" })
}

fn results(t: T, chosen: &str) -> Choice {
    let chosen = Results::parse(chosen).unwrap_or_default();
    let choice = Choice::radios("poll-results", t.polls_results_seen());
    Results::ALL
        .into_iter()
        .fold(choice, |choice, results| {
            let (label, hint) = match results {
                Results::Always => (t.polls_results_always(), t.polls_results_always_hint()),
                Results::Voted => (t.polls_results_voted(), t.polls_results_voted_hint()),
                Results::Closed => (t.polls_results_closed(), t.polls_results_closed_hint()),
                Results::Author => (t.polls_results_author(), t.polls_results_author_hint()),
            };
            choice.option(results.as_str(), label, hint)
        })
        .chosen(chosen.as_str())
}
