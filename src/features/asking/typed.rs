//! What is typed of a poll: read from a form, kept in a draft as it stands, and made a poll of.

use std::collections::BTreeMap;

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::pictured::{self, Pictured};
use crate::{
    app::App,
    features::polls::{Face, MOST_CHOICES, MOST_TEXT, NewChoice, NewPoll, Results, Seal, local, typed_time},
    i18n::T,
    kernel::{Fault, PictureId, TextError, Timestamp, Wall, text::Line},
    web::{Cx, FormErrors, form, upload::Upload},
};

/// How many choices have a field at first.
const FIRST: usize = 4;
/// How many more the button brings.
const MORE: usize = 4;

/// By whose clock a poll is read, and when it is asked.
#[derive(Clone, Copy)]
pub struct Reading {
    /// In which words what is wrong is said.
    pub t: T,
    /// On whose walls its days and hours stand.
    pub zone: Tz,
    /// The instant at which it is asked.
    pub at: Timestamp,
    /// Whether that is still to come.
    pub planned: bool,
}

impl Reading {
    /// By the clock of whoever sends the form, at once.
    pub fn now(cx: &Cx) -> Self {
        Self { t: cx.t(), zone: cx.zone(), at: cx.now(), planned: false }
    }

    /// The same at an instant to come.
    pub fn planned(self, at: Timestamp) -> Self {
        Self { at, planned: true, ..self }
    }

    /// What is said of an instant that has passed when the poll is asked.
    fn past(self) -> String {
        if self.planned {
            self.t.polls_no_past_planned().to_string()
        } else {
            self.t.polls_no_past().to_string()
        }
    }
}

/// The fields as they came.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Typed {
    pub(super) question: String,
    pub(super) choices: Vec<String>,
    pub(super) dates: Vec<String>,
    /// The pictures of choices, by the number of their line.
    pub(super) pictures: BTreeMap<usize, Pictured>,
    pub(super) least: String,
    pub(super) most: String,
    pub(super) opens: bool,
    pub(super) changes: bool,
    pub(super) anonymous: bool,
    pub(super) results: String,
    pub(super) closes: String,
    /// On whose walls its days and hours stand, where it was kept in a draft.
    pub(super) zone: Option<Tz>,
    /// More room is asked for, instead of sending.
    #[serde(skip)]
    pub(super) more: bool,
    /// Whether the fields are unfolded.
    #[serde(skip)]
    pub(super) open: bool,
}

impl Default for Typed {
    fn default() -> Self {
        Self {
            question: String::new(),
            choices: vec![String::new(); FIRST],
            dates: vec![String::new(); FIRST],
            pictures: BTreeMap::new(),
            least: "1".to_owned(),
            most: "1".to_owned(),
            opens: false,
            changes: true,
            anonymous: false,
            results: Results::default().as_str().to_owned(),
            closes: String::new(),
            zone: None,
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
    pub fn of_fields(fields: &[(String, String)]) -> Self {
        Self::read(&|wanted: &str| {
            fields.iter().find(|(name, _)| name == wanted).map_or("", |(_, value)| value.as_str())
        })
    }

    fn read<'a>(read: &dyn Fn(&str) -> &'a str) -> Self {
        let more = !read("poll-more").is_empty();
        let pictures = pictured::read(read);
        let last_shown = pictures.keys().next_back().copied();
        let several = |prefix: &str| {
            let all = (1..=MOST_CHOICES).map(|number| read(&format!("{prefix}-{number}")).to_owned());
            let mut all: Vec<String> = all.collect();
            let filled = all.iter().rposition(|text| !text.trim().is_empty()).map_or(0, |last| last + 1);
            let shown = last_shown.filter(|_| prefix == "poll-choice");
            let filled = filled.max(shown.unwrap_or(0));
            let room = if more { filled.max(FIRST) + MORE } else { filled.max(FIRST) };
            all.truncate(room.min(MOST_CHOICES));
            all
        };
        let typed = Self {
            question: read("poll-question").to_owned(),
            choices: several("poll-choice"),
            dates: several("poll-date"),
            pictures,
            least: read("poll-least").to_owned(),
            most: read("poll-most").to_owned(),
            opens: !read("poll-opens").is_empty(),
            changes: !read("poll-changes").is_empty(),
            anonymous: read("poll-names") == "anonymous",
            results: read("poll-results").to_owned(),
            closes: read("poll-closes").to_owned(),
            zone: None,
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
        let shown = face.choices.iter().enumerate().filter_map(|(place, choice)| {
            let picture = choice.picture.as_ref()?;
            Some((place + 1, Pictured { id: Some(picture.id), alt: picture.alt.clone() }))
        });
        let dates = face.choices.iter().filter_map(|choice| Some(typed_time(cx.zone(), choice.at?)));
        Self {
            question: face.question.clone(),
            choices: room(choices.collect()),
            dates: room(dates.collect()),
            pictures: shown.collect(),
            least: face.least.to_string(),
            most: face.most.to_string(),
            opens: face.opens,
            changes: face.changes,
            anonymous: face.anonymous,
            results: face.results.as_str().to_owned(),
            closes: face.closes_at.map(|at| typed_time(cx.zone(), at)).unwrap_or_default(),
            zone: None,
            more: false,
            open: true,
        }
    }

    /// Whether more room for choices is asked for: then the form comes back, and nothing is sent.
    pub fn wants_more(&self) -> bool {
        self.more
    }

    /// What it asks.
    pub fn question(&self) -> &str {
        &self.question
    }

    /// Whether anything is asked at all.
    pub fn asks(&self) -> bool {
        let filled = |texts: &[String]| texts.iter().any(|text| !text.trim().is_empty());
        !self.question.trim().is_empty()
            || self.pictures.values().any(|picture| picture.id.is_some())
            || filled(&self.choices)
            || filled(&self.dates)
    }

    /// The poll, or what is wrong with it. Nothing where nothing is asked.
    pub fn parse(&self, by: Reading, errors: &mut FormErrors) -> Option<NewPoll> {
        if !self.asks() {
            return None;
        }
        let (t, before) = (by.t, errors.all().len());
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
        let (choices, pictures) = self.parse_choices(by, errors);
        let (least, most) = self.parse_range(t, &choices, errors);
        if self.anonymous && self.opens {
            errors.add("poll-opens", t.polls_anonymous_opens());
        }
        let closes_at = end(by, &self.closes, errors);
        (errors.all().len() == before).then(|| NewPoll {
            question,
            choices,
            pictures,
            least,
            most,
            opens: self.opens,
            changes: self.changes && !self.anonymous,
            results: Results::parse(&self.results).unwrap_or_default(),
            closes_at,
            seal: None,
        })
    }

    fn parse_choices(
        &self,
        by: Reading,
        errors: &mut FormErrors,
    ) -> (Vec<NewChoice>, Vec<(i16, PictureId, String)>) {
        let t = by.t;
        let (mut choices, mut pictures): (Vec<NewChoice>, Vec<_>) = (Vec::new(), Vec::new());
        let texts = self.choices.iter().map(|text| ("poll-choice", text));
        let dates = self.dates.iter().map(|text| ("poll-date", text));
        let (mut words, mut instants) = (false, false);
        for (place, (prefix, text)) in texts.enumerate().chain(dates.enumerate()) {
            let field = format!("{prefix}-{}", place + 1);
            let picture = self.picture(place + 1).filter(|_| prefix == "poll-choice");
            let text = match picture {
                Some((_, alt)) if text.trim().is_empty() => alt,
                _ => text.as_str(),
            };
            let choice = if prefix == "poll-date" {
                if text.trim().is_empty() {
                    continue;
                }
                instants = true;
                local(text)
                    .map(|local| Wall::read(by.zone, local).at())
                    .map(NewChoice::At)
                    .ok_or(TextError::Malformed)
            } else {
                match Line::<MOST_TEXT>::parse(text) {
                    Err(TextError::Empty) if picture.is_some() => {
                        errors.add(field, t.polls_picture_needs_words());
                        words = true;
                        continue;
                    }
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
                Ok(NewChoice::At(at)) if at <= by.at => errors.add(field, by.past()),
                Ok(choice) => {
                    choices.push(choice);
                    let number = i16::try_from(choices.len()).unwrap_or(1);
                    pictures.extend(picture.map(|(id, alt)| (number, id, alt.trim().to_owned())));
                }
            }
        }
        if words && instants {
            errors.add("poll-date-1", t.polls_words_or_dates());
        } else if choices.len() < 2 && errors.on("poll-choice-1").is_none() {
            errors.add(if instants { "poll-date-2" } else { "poll-choice-1" }, t.polls_two_needed());
        }
        (choices, pictures)
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
pub(super) fn end(by: Reading, text: &str, errors: &mut FormErrors) -> Option<Timestamp> {
    if text.trim().is_empty() {
        return None;
    }
    let at = local(text).map(|local| Wall::read(by.zone, local).at());
    match at {
        None => errors.add("poll-closes", form::words(by.t, TextError::Malformed)),
        Some(at) if at <= by.at => errors.add("poll-closes", by.past()),
        Some(_) => {}
    }
    at
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
