//! The fields in which a poll is made: in the composer, and on the page that changes it. Without script a button brings
//! the form back with more room for choices and everything that was typed.

use askama::{Template, filters::HtmlSafe};
use chrono_tz::Tz;

use crate::{
    app::App,
    features::polls::{Face, MOST_CHOICES, MOST_TEXT, NewChoice, NewPoll, Results, Seal, local},
    i18n::T,
    kernel::{Fault, TextError, Timestamp, Wall, text::Line},
    ui::{Choice, Field},
    web::{Cx, FormErrors, form, upload::Upload},
};

/// How many choices have a field at first.
const FIRST: usize = 4;
/// How many more the button brings.
const MORE: usize = 4;

/// The fields as they came.
#[derive(Clone, Debug)]
pub struct Typed {
    question: String,
    choices: Vec<String>,
    dates: Vec<String>,
    least: String,
    most: String,
    opens: bool,
    changes: bool,
    anonymous: bool,
    results: String,
    closes: String,
    /// More room is asked for, instead of sending.
    more: bool,
    /// Whether the fields are unfolded.
    open: bool,
}

impl Default for Typed {
    fn default() -> Self {
        Self {
            question: String::new(),
            choices: vec![String::new(); FIRST],
            dates: vec![String::new(); FIRST],
            least: "1".to_owned(),
            most: "1".to_owned(),
            opens: false,
            changes: true,
            anonymous: false,
            results: Results::default().as_str().to_owned(),
            closes: String::new(),
            more: false,
            open: false,
        }
    }
}

impl Typed {
    /// Reads a submitted form. One without these fields asks nothing.
    pub fn of(upload: &Upload) -> Self {
        let read = |name: &str| upload.text(name);
        if !upload.fields.iter().any(|(name, _)| name == "poll-question") {
            return Self::default();
        }
        Self::read(&read)
    }

    /// The same of a form without files.
    pub(super) fn of_fields(fields: &[(String, String)]) -> Self {
        Self::read(&|wanted: &str| {
            fields.iter().find(|(name, _)| name == wanted).map_or("", |(_, value)| value.as_str())
        })
    }

    fn read<'a>(read: &dyn Fn(&str) -> &'a str) -> Self {
        let more = !read("poll-more").is_empty();
        let several = |prefix: &str| {
            let all = (1..=MOST_CHOICES).map(|number| read(&format!("{prefix}-{number}")).to_owned());
            let mut all: Vec<String> = all.collect();
            let filled = all.iter().rposition(|text| !text.trim().is_empty()).map_or(0, |last| last + 1);
            let room = if more { filled.max(FIRST) + MORE } else { filled.max(FIRST) };
            all.truncate(room.min(MOST_CHOICES));
            all
        };
        let typed = Self {
            question: read("poll-question").to_owned(),
            choices: several("poll-choice"),
            dates: several("poll-date"),
            least: read("poll-least").to_owned(),
            most: read("poll-most").to_owned(),
            opens: !read("poll-opens").is_empty(),
            changes: !read("poll-changes").is_empty(),
            anonymous: read("poll-names") == "anonymous",
            results: read("poll-results").to_owned(),
            closes: read("poll-closes").to_owned(),
            more,
            open: false,
        };
        Self { open: more || typed.asks(), ..typed }
    }

    /// The fields of a poll that is there.
    pub(super) fn from_face(cx: &Cx, face: &Face) -> Self {
        let room = |mut texts: Vec<String>| {
            texts.resize(texts.len().clamp(FIRST, MOST_CHOICES), String::new());
            texts
        };
        let choices =
            face.choices.iter().filter(|choice| choice.at.is_none()).map(|choice| choice.text.clone());
        let dates = face.choices.iter().filter_map(|choice| Some(typed_time(cx.zone(), choice.at?)));
        Self {
            question: face.question.clone(),
            choices: room(choices.collect()),
            dates: room(dates.collect()),
            least: face.least.to_string(),
            most: face.most.to_string(),
            opens: face.opens,
            changes: face.changes,
            anonymous: face.anonymous,
            results: face.results.as_str().to_owned(),
            closes: face.closes_at.map(|at| typed_time(cx.zone(), at)).unwrap_or_default(),
            more: false,
            open: true,
        }
    }

    /// Whether more room for choices is asked for: then the form comes back, and nothing is sent.
    pub fn wants_more(&self) -> bool {
        self.more
    }

    /// Whether anything is asked at all.
    pub fn asks(&self) -> bool {
        let filled = |texts: &[String]| texts.iter().any(|text| !text.trim().is_empty());
        !self.question.trim().is_empty() || filled(&self.choices) || filled(&self.dates)
    }

    /// The poll, or what is wrong with it. Nothing where nothing is asked.
    pub fn parse(&self, cx: &Cx, errors: &mut FormErrors) -> Option<NewPoll> {
        if !self.asks() {
            return None;
        }
        let (t, before) = (cx.t(), errors.all().len());
        let question = match Line::<MOST_TEXT>::parse(&self.question) {
            Ok(question) => question.as_str().to_owned(),
            Err(TextError::Empty) => {
                errors.add("poll-question", t.polls_question_needed());
                String::new()
            }
            Err(error) => {
                errors.add("poll-question", form::words(t, error));
                String::new()
            }
        };
        let choices = self.parse_choices(t, cx.zone(), errors);
        let (least, most) = self.parse_range(t, &choices, errors);
        if self.anonymous && self.opens {
            errors.add("poll-opens", t.polls_anonymous_opens());
        }
        let closes_at = end(cx, &self.closes, errors);
        (errors.all().len() == before).then(|| NewPoll {
            question,
            choices,
            least,
            most,
            opens: self.opens,
            changes: self.changes && !self.anonymous,
            results: Results::parse(&self.results).unwrap_or_default(),
            closes_at,
            seal: None,
        })
    }

    fn parse_choices(&self, t: T, zone: Tz, errors: &mut FormErrors) -> Vec<NewChoice> {
        let mut choices: Vec<NewChoice> = Vec::new();
        let texts = self.choices.iter().map(|text| ("poll-choice", text));
        let dates = self.dates.iter().map(|text| ("poll-date", text));
        let (mut words, mut instants) = (false, false);
        for (place, (prefix, text)) in texts.enumerate().chain(dates.enumerate()) {
            let field = format!("{prefix}-{}", place + 1);
            let choice = if prefix == "poll-date" {
                if text.trim().is_empty() {
                    continue;
                }
                instants = true;
                local(text)
                    .map(|local| Wall::read(zone, local).at())
                    .map(NewChoice::At)
                    .ok_or(TextError::Malformed)
            } else {
                match Line::<MOST_TEXT>::parse(text) {
                    Err(TextError::Empty) => continue,
                    line => {
                        words = true;
                        line.map(|line| NewChoice::Text(line.as_str().to_owned()))
                    }
                }
            };
            match choice {
                Err(error) => errors.add(field, form::words(t, error)),
                Ok(choice) if choices.iter().any(|other| is_same(other, &choice)) => {
                    errors.add(field, t.polls_no_twice());
                }
                Ok(choice) => choices.push(choice),
            }
        }
        if words && instants {
            errors.add("poll-date-1", t.polls_words_or_dates());
        } else if choices.len() < 2 && errors.on("poll-choice-1").is_none() {
            errors.add(if instants { "poll-date-2" } else { "poll-choice-1" }, t.polls_two_needed());
        }
        choices
    }

    fn parse_range(&self, t: T, choices: &[NewChoice], errors: &mut FormErrors) -> (i16, i16) {
        if matches!(choices.first(), Some(NewChoice::At(_))) {
            return (1, i16::try_from(choices.len()).unwrap_or(1));
        }
        let number = |text: &str| if text.trim().is_empty() { Ok(1) } else { text.trim().parse::<i16>() };
        let (Ok(least), Ok(most)) = (number(&self.least), number(&self.most)) else {
            errors.add("poll-most", t.polls_range_wrong());
            return (1, 1);
        };
        let room = if self.opens { MOST_CHOICES } else { choices.len().max(2) };
        let fits = 1 <= least && least <= most && usize::try_from(most).is_ok_and(|most| most <= room);
        if !fits {
            errors.add("poll-most", t.polls_range_wrong());
        }
        (least, most)
    }
}

/// The same to a reader: the database folds accents and letters too.
fn is_same(one: &NewChoice, other: &NewChoice) -> bool {
    match (one, other) {
        (NewChoice::Text(one), NewChoice::Text(other)) => one.to_lowercase() == other.to_lowercase(),
        (one, other) => one == other,
    }
}

/// When a poll ends, or what is wrong with it.
pub(super) fn end(cx: &Cx, text: &str, errors: &mut FormErrors) -> Option<Timestamp> {
    if text.trim().is_empty() {
        return None;
    }
    let at = local(text).map(|local| Wall::read(cx.zone(), local).at());
    match at {
        None => errors.add("poll-closes", form::words(cx.t(), TextError::Malformed)),
        Some(at) if at <= cx.now() => errors.add("poll-closes", cx.t().polls_no_past()),
        Some(_) => {}
    }
    at
}

/// An instant as a field for day and time holds it.
pub(super) fn typed_time(zone: Tz, at: Timestamp) -> String {
    at.with_timezone(&zone).format("%Y-%m-%dT%H:%M").to_string()
}

impl Typed {
    /// Makes what a poll needs outside the database: the key of an anonymous one. Comes before the transaction.
    pub async fn prepare(&self, app: &App, mut poll: NewPoll) -> Result<NewPoll, Fault> {
        if self.anonymous {
            poll.seal = Some(Seal::make(app).await?);
        }
        Ok(poll)
    }
}

/// The fields.
#[derive(Template)]
#[template(path = "asking/fields.html")]
pub struct Fields {
    t: T,
    open: bool,
    /// On a page of their own they are not folded.
    folds: bool,
    question: Field,
    choices: Vec<Field>,
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
            line(format!("poll-choice-{}", place + 1), label, text).most(MOST_TEXT)
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
