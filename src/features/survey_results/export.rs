//! Results as a sheet. Of a survey with names, those who read it get a row a person. Of an anonymous one, and for others,
//! the sheet holds what the results page shows: a row an answer, never a person's answers beside each other.

use super::{pages::results::figure, store::Sheet, tally::Tally};
use crate::{
    features::surveys::{Kind, Text},
    i18n::{Locale, format},
    kernel::Fault,
    sheets::{Format, Writer},
};

/// Writes the sheet.
pub(super) fn sheet(
    locale: Locale,
    format: Format,
    text: &Text,
    sheets: &[Sheet],
    reads: bool,
) -> Result<Vec<u8>, Fault> {
    if reads && !text.anonymous {
        people(locale, format, text, sheets)
    } else {
        totals(locale, format, text, sheets, reads)
    }
}

fn people(locale: Locale, format: Format, text: &Text, sheets: &[Sheet]) -> Result<Vec<u8>, Fault> {
    let t = locale.t();
    let mut headings = vec![t.surveys_person_head().to_string()];
    headings.extend(text.questions.iter().map(|question| question.text.clone()));
    let mut writer = Writer::new(format, locale, &text.title, &headings)?;
    for sheet in sheets {
        let mut row = vec![sheet.name.clone().unwrap_or_else(|| t.polls_somebody().to_string())];
        row.extend(text.questions.iter().map(|question| sheet.answers.words(locale, question)));
        writer.row(&row)?;
    }
    writer.finish()
}

fn totals(
    locale: Locale,
    format: Format,
    text: &Text,
    sheets: &[Sheet],
    reads: bool,
) -> Result<Vec<u8>, Fault> {
    let t = locale.t();
    let headings = [
        t.surveys_question_head().to_string(),
        t.surveys_answer_head().to_string(),
        t.surveys_answered_head().to_string(),
        t.polls_share_head().to_string(),
    ];
    let mut writer = Writer::new(format, locale, &text.title, &headings)?;
    for question in &text.questions {
        let tally = Tally::of(question, sheets.iter().map(|sheet| &sheet.answers.0));
        let row = |words: String, count: i64, share: String| {
            [question.text.clone(), words, format::number(locale, count), share]
        };
        for (value, count) in &tally.counts {
            let share = t.surveys_percent(tally.share(*count)).to_string();
            writer.row(&row(question.words(t, *value), *count, share))?;
        }
        if let Some(figure) = figure(locale, question, &tally) {
            writer.row(&row(figure, tally.answered, String::new()))?;
        }
        for written in tally.texts.iter().filter(|_| reads) {
            let day =
                |text: &String| text.parse().map_or_else(|_| text.clone(), |day| format::day(locale, day));
            let written = if question.kind == Kind::Date { day(written) } else { written.clone() };
            writer.row(&row(written, 1, String::new()))?;
        }
    }
    writer.finish()
}
