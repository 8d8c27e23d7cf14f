//! What an absence is.

use chrono::NaiveDate;
use serde::Deserialize;

use crate::{
    features::key_dates::days,
    i18n::T,
    kernel::{AbsenceId, MemberId, TextError, text::Line},
    web::{FormErrors, form},
};

/// The most absences that someone has announced and that are not over.
pub(super) const MOST: i64 = 50;
/// The longest note, in characters.
pub(super) const MOST_NOTE: usize = 120;
/// The most days that one lasts beyond its first.
const MOST_DAYS: i64 = 366;

/// What an absence says.
#[derive(Clone, Debug)]
pub struct Announced {
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub until: NaiveDate,
    /// What is said of it; may be empty.
    pub note: String,
}

/// One's own absence.
pub(super) struct Mine {
    pub(super) id: AbsenceId,
    pub(super) from: NaiveDate,
    pub(super) until: NaiveDate,
    pub(super) note: String,
}

/// Somebody who is away.
#[derive(Clone, Debug)]
pub struct Away {
    /// Who.
    pub id: MemberId,
    /// Their name.
    pub name: String,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
}

/// Why an absence was not announced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AbsenceRefused {
    /// It is over.
    Past,
    /// There are too many.
    TooMany,
}

/// What was typed, and what is to be done.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct AbsenceForm {
    pub(super) act: String,
    pub(super) id: String,
    pub(super) from: String,
    pub(super) until: String,
    pub(super) note: String,
}

impl AbsenceForm {
    /// What is said, or what is wrong with it.
    pub(super) fn parse(&self, t: T, errors: &mut FormErrors) -> Option<Announced> {
        let note = match Line::<MOST_NOTE>::parse(&self.note) {
            Ok(note) => Some(note.as_str().to_owned()),
            Err(TextError::Empty) => Some(String::new()),
            Err(error) => {
                errors.add("note", form::words(t, error));
                None
            }
        };
        let (from, until) = days(t, (&self.from, &self.until), MOST_DAYS, errors)?;
        Some(Announced { from, until, note: note? })
    }
}
