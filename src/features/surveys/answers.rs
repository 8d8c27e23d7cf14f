//! What someone answers: as it was typed, and as it is kept.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::model::{Kind, MOST_LONG, MOST_SHORT, Question, is_asked};
use crate::{
    i18n::{Locale, T, format},
    kernel::{TextError, text::Body, text::Line},
    web::form,
};

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Answer {
    /// What was picked.
    Picks(Vec<i16>),
    /// What was written; a day as `2026-11-22`.
    Text(String),
}

/// The answers of one person, by the numbers of questions. Never printed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(pub BTreeMap<i16, Answer>);

impl std::fmt::Debug for Answers {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Answers(…)")
    }
}

impl Answers {
    /// The answer to a question.
    pub fn of(&self, number: i16) -> Option<&Answer> {
        self.0.get(&number)
    }

    /// Whether this was picked.
    pub fn has(&self, number: i16, value: i16) -> bool {
        self.picks(number).contains(&value)
    }

    /// What was picked.
    pub fn picks(&self, number: i16) -> &[i16] {
        match self.of(number) {
            Some(Answer::Picks(picks)) => picks,
            _ => &[],
        }
    }

    /// What was written.
    pub fn text(&self, number: i16) -> Option<&str> {
        match self.of(number) {
            Some(Answer::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// An answer in words.
    pub fn words(&self, locale: Locale, question: &Question) -> String {
        match self.of(question.number) {
            Some(Answer::Picks(picks)) => {
                let words: Vec<String> = picks.iter().map(|pick| question.words(locale.t(), *pick)).collect();
                words.join(" · ")
            }
            Some(Answer::Text(text)) if question.kind == Kind::Date => {
                text.parse().map_or_else(|_| text.clone(), |day| format::day(locale, day))
            }
            Some(Answer::Text(text)) => text.clone(),
            None => String::new(),
        }
    }

    /// Sheets for tests and the demonstration: one pick a question.
    pub fn picked(given: &[(i16, i16)]) -> Self {
        Self(given.iter().map(|(number, value)| (*number, Answer::Picks(vec![*value]))).collect())
    }
}

/// The fields of a sheet as they came: raw strings by question.
#[derive(Clone, Default)]
pub(super) struct Typed(HashMap<i16, Vec<String>>);

impl Typed {
    /// Reads a submitted form.
    pub(super) fn of(fields: &[(String, String)]) -> Self {
        let mut typed: HashMap<i16, Vec<String>> = HashMap::new();
        for (name, value) in fields {
            if let Some(number) = name.strip_prefix("q-").and_then(|number| number.parse().ok())
                && !value.is_empty()
            {
                typed.entry(number).or_default().push(value.clone());
            }
        }
        Self(typed)
    }

    /// Answers as the form would send them.
    pub(super) fn of_answers(answers: &Answers) -> Self {
        let raw = |answer: &Answer| match answer {
            Answer::Picks(picks) => picks.iter().map(ToString::to_string).collect(),
            Answer::Text(text) => vec![text.clone()],
        };
        Self(answers.0.iter().map(|(number, answer)| (*number, raw(answer))).collect())
    }

    /// What was typed for a question.
    pub(super) fn raw(&self, number: i16) -> &[String] {
        self.0.get(&number).map_or(&[], Vec::as_slice)
    }

    fn first(&self, number: i16) -> &str {
        self.raw(number).first().map_or("", String::as_str)
    }

    /// The answer to a question, none where there is none; or what is wrong with it.
    pub(super) fn answer(&self, t: T, question: &Question) -> Result<Option<Answer>, String> {
        let text = |read: Result<String, TextError>| match read {
            Ok(text) => Ok(Some(Answer::Text(text))),
            Err(TextError::Empty) => Ok(None),
            Err(error) => Err(form::words(t, error)),
        };
        let raw = self.first(question.number);
        let answer = match question.kind {
            Kind::Short => text(Line::<MOST_SHORT>::parse(raw).map(|line| line.as_str().to_owned()))?,
            Kind::Long => text(Body::<MOST_LONG>::parse(raw).map(|body| body.as_str().to_owned()))?,
            Kind::Date => {
                let day = |day: &NaiveDate| (1900..=2200).contains(&chrono::Datelike::year(day));
                match raw.trim() {
                    "" => None,
                    raw => {
                        let day = raw.parse::<NaiveDate>().ok().filter(day);
                        Some(Answer::Text(day.ok_or_else(|| t.surveys_wrong_date().to_string())?.to_string()))
                    }
                }
            }
            _ => {
                let mut picks = Vec::new();
                for raw in self.raw(question.number) {
                    let pick = raw.parse().ok().filter(|pick| question.values().contains(pick));
                    picks.push(pick.ok_or_else(|| t.surveys_wrong_pick().to_string())?);
                }
                picks.sort_unstable();
                picks.dedup();
                if question.kind != Kind::Multiple {
                    picks.truncate(1);
                }
                (!picks.is_empty()).then_some(Answer::Picks(picks))
            }
        };
        if answer.is_none() && question.required {
            return Err(t.surveys_required_missing().to_string());
        }
        Ok(answer)
    }

    /// All that can be read, whatever is wrong with the rest. Answers to questions that are not asked are left out.
    pub(super) fn answers(&self, t: T, questions: &[Question]) -> Answers {
        let mut answers = Answers::default();
        for question in questions {
            if is_asked(questions, question.number, &answers)
                && let Ok(Some(answer)) = self.answer(t, question)
            {
                answers.0.insert(question.number, answer);
            }
        }
        answers
    }
}
