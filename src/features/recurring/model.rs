//! How often, and when that is.

use chrono::{Days, Months, NaiveDateTime};
use chrono_tz::Tz;

use crate::{
    i18n::T,
    kernel::{Timestamp, Wall},
};

/// The longest time a round is open, in days.
pub(super) const MOST_DAYS: i16 = 365;

/// How often a survey is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Every {
    /// Every seven days.
    Week,
    /// Every fourteen days.
    TwoWeeks,
    /// On the same day of every month, or its last where it has no such day.
    #[default]
    Month,
    /// The same every three months.
    Quarter,
    /// The same every six months.
    HalfYear,
    /// The same every twelve months.
    Year,
}

impl Every {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 6] =
        [Self::Week, Self::TwoWeeks, Self::Month, Self::Quarter, Self::HalfYear, Self::Year];

    /// The word in the table and in forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::TwoWeeks => "two_weeks",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::HalfYear => "half_year",
            Self::Year => "year",
        }
    }

    /// Reads the word.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|every| every.as_str() == text)
    }

    /// Its name.
    pub(super) fn words(self, t: T) -> String {
        match self {
            Self::Week => t.recurring_week(),
            Self::TwoWeeks => t.recurring_two_weeks(),
            Self::Month => t.recurring_month(),
            Self::Quarter => t.recurring_quarter(),
            Self::HalfYear => t.recurring_half_year(),
            Self::Year => t.recurring_year(),
        }
        .to_string()
    }

    /// What the wall shows after so many times. Counted from the first one, so that the 31st comes back after a
    /// shorter month.
    fn nth(self, first: NaiveDateTime, n: u32) -> Option<NaiveDateTime> {
        let months = |each: u32| first.checked_add_months(Months::new(each.checked_mul(n)?));
        match self {
            Self::Week => first.checked_add_days(Days::new(7 * u64::from(n))),
            Self::TwoWeeks => first.checked_add_days(Days::new(14 * u64::from(n))),
            Self::Month => months(1),
            Self::Quarter => months(3),
            Self::HalfYear => months(6),
            Self::Year => months(12),
        }
    }
}

impl From<String> for Every {
    fn from(text: String) -> Self {
        Self::parse(&text).unwrap_or_default()
    }
}

/// When a survey is asked again.
#[derive(Clone, Copy, Debug)]
pub struct Rhythm {
    /// How often.
    pub every: Every,
    /// The first time.
    pub first: Timestamp,
    /// Where the hour stays the same.
    pub zone: Tz,
    /// How long a round is open, in days.
    pub days: i16,
}

impl Rhythm {
    /// The times after an instant.
    pub fn after(&self, now: Timestamp) -> impl Iterator<Item = Timestamp> {
        let (every, zone) = (self.every, self.zone);
        let first = self.first.with_timezone(&zone).naive_local();
        (0..)
            .map_while(move |n| every.nth(first, n))
            .map(move |local| Wall::read(zone, local).at())
            .skip_while(move |at| *at <= now)
    }
}

#[cfg(test)]
mod tests {
    use chrono_tz::Europe::Paris;

    use super::*;

    fn next(every: Every, first: &str, after: &str, count: usize) -> Vec<String> {
        let rhythm = Rhythm { every, first: first.parse().unwrap(), zone: Paris, days: 7 };
        rhythm.after(after.parse().unwrap()).take(count).map(|at| at.to_rfc3339()).collect()
    }

    #[test]
    fn the_hour_on_the_wall_stays_when_clocks_change() {
        assert_eq!(
            next(Every::Week, "2027-03-21T08:00:00Z", "2027-03-21T08:00:00Z", 2),
            ["2027-03-28T07:00:00+00:00", "2027-04-04T07:00:00+00:00"]
        );
    }

    #[test]
    fn the_last_of_a_month_comes_back_after_a_shorter_one() {
        assert_eq!(
            next(Every::Month, "2027-01-31T11:00:00Z", "2027-01-31T11:00:00Z", 2),
            ["2027-02-28T11:00:00+00:00", "2027-03-31T10:00:00+00:00"]
        );
    }

    #[test]
    fn times_that_passed_are_left_out() {
        assert_eq!(
            next(Every::Quarter, "2027-01-15T08:00:00Z", "2028-05-01T00:00:00Z", 1),
            ["2028-07-15T07:00:00+00:00"]
        );
    }
}
