//! What a key date is, and what is wrong with a form that says otherwise.

use chrono::{Datelike as _, NaiveDate};
use serde::Deserialize;

use crate::{
    i18n::T,
    kernel::{KeyDateId, TextError, text::Line},
    web::{FormErrors, form},
};

/// The most key dates of one group, and of the platform.
pub(super) const MOST: i64 = 100;
/// The longest name, in characters.
pub(super) const MOST_NAME: usize = 80;
/// The most days that one lasts beyond its first.
const MOST_DAYS: i64 = 60;

/// What a key date says.
#[derive(Clone, Debug)]
pub struct Wording {
    /// What it is called.
    pub name: String,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub until: NaiveDate,
    /// Whether it comes back every year.
    pub yearly: bool,
}

/// A key date as those see it who keep it.
pub(super) struct Kept {
    pub(super) id: KeyDateId,
    pub(super) name: String,
    pub(super) from: NaiveDate,
    pub(super) until: NaiveDate,
    pub(super) yearly: bool,
}

/// A key date on the days at which it is.
#[derive(Clone, Debug)]
pub struct Marked {
    /// What it is called.
    pub name: String,
    /// The slug of its group; none of the platform.
    pub group: Option<String>,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub until: NaiveDate,
}

/// Why a key date was not added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateRefused {
    /// There are too many.
    TooMany,
}

/// The same days in another year. The 29th of February is the 28th where there is none.
fn in_year(day: NaiveDate, year: i32) -> Option<NaiveDate> {
    day.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, day.month(), 28))
}

impl Marked {
    /// The times at which a date that may come back every year is within some days.
    pub(super) fn within(self, yearly: bool, first: NaiveDate, last: NaiveDate) -> Vec<Self> {
        let lasts = self.until - self.from;
        let years =
            if yearly { (first.year() - 1)..=last.year() } else { self.from.year()..=self.from.year() };
        years
            .filter(|year| *year >= self.from.year())
            .filter_map(|year| in_year(self.from, year))
            .map(|from| Self { from, until: from + lasts, ..self.clone() })
            .filter(|one| one.from <= last && one.until >= first)
            .collect()
    }
}

/// What was typed, and what is to be done.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct DateForm {
    pub(super) act: String,
    pub(super) id: String,
    pub(super) name: String,
    pub(super) from: String,
    pub(super) until: String,
    pub(super) yearly: String,
}

impl DateForm {
    /// What is said, or what is wrong with it.
    pub(super) fn parse(&self, t: T, errors: &mut FormErrors) -> Option<Wording> {
        let name = errors.take(t, "name", Line::<MOST_NAME>::parse(&self.name));
        let (from, until) = days(t, (&self.from, &self.until), MOST_DAYS, errors)?;
        Some(Wording { name: name?.as_str().to_owned(), from, until, yearly: !self.yearly.is_empty() })
    }
}

/// The first and the last day of two fields named `from` and `until`, of which the second may be left empty, or what is
/// wrong with them.
pub fn days(
    t: T,
    (from, until): (&str, &str),
    most: i64,
    errors: &mut FormErrors,
) -> Option<(NaiveDate, NaiveDate)> {
    let read = |text: &str| {
        let day = text.trim().parse::<NaiveDate>().ok();
        day.filter(|day| (2000..2200).contains(&day.year()))
    };
    let first = read(from);
    if first.is_none() {
        let why = if from.trim().is_empty() { TextError::Empty } else { TextError::Malformed };
        errors.add("from", form::words(t, why));
    }
    let last = if until.trim().is_empty() { first } else { read(until) };
    match (first, last) {
        (_, None) if !until.trim().is_empty() => errors.add("until", form::words(t, TextError::Malformed)),
        (Some(first), Some(last)) if last < first => errors.add("until", t.dates_until_before()),
        (Some(first), Some(last)) if (last - first).num_days() > most => {
            errors.add("until", t.dates_too_long(most));
        }
        (first, last) => return Some((first?, last?)),
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn within(from: &str, until: &str, yearly: bool, first: &str, last: &str) -> Vec<String> {
        let date = Marked { name: String::new(), group: None, from: day(from), until: day(until) };
        date.within(yearly, day(first), day(last)).iter().map(|one| one.from.to_string()).collect()
    }

    #[test]
    fn what_comes_back_every_year_does_so_from_its_first_year_on() {
        let march = ("2027-03-01", "2027-04-04");
        assert_eq!(within("2025-03-12", "2025-03-12", true, march.0, march.1), ["2027-03-12"]);
        assert_eq!(within("2025-03-12", "2025-03-12", false, march.0, march.1), [""; 0]);
        assert_eq!(within("2028-03-12", "2028-03-12", true, march.0, march.1), [""; 0]);
        assert_eq!(within("2024-02-29", "2024-03-02", true, march.0, march.1), ["2027-02-28"]);
    }

    #[test]
    fn what_lasts_over_the_end_of_a_year_is_in_both() {
        assert_eq!(within("2024-12-27", "2025-01-03", true, "2027-01-01", "2027-01-31"), ["2026-12-27"]);
    }
}
