//! The public holidays of France (Code du travail, article L3133-1), by their names.

use chrono::{Datelike as _, NaiveDate};

use crate::i18n::T;

/// Easter Sunday in the Gregorian calendar, after the anonymous computus that Meeus gives (Astronomical Algorithms, ch. 8).
fn easter(year: i32) -> Option<NaiveDate> {
    let (golden, century, short) = (year % 19, year / 100, year % 100);
    let drift = (8 * century + 13) / 25;
    let moon = (19 * golden + century - century / 4 - drift + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (short / 4) - moon - short % 4) % 7;
    let early = (golden + 11 * moon + 19 * sunday) / 433;
    let days = moon + sunday - 7 * early;
    let month = (days + 90) / 25;
    let day = (days + 33 * month + 19) % 32;
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

/// The name of the holiday on a day, if it is one.
pub(super) fn name(t: T, day: NaiveDate) -> Option<String> {
    let fixed = match (day.month(), day.day()) {
        (1, 1) => Some(t.planning_new_year()),
        (5, 1) => Some(t.planning_labour_day()),
        (5, 8) => Some(t.planning_victory_day()),
        (7, 14) => Some(t.planning_national_day()),
        (8, 15) => Some(t.planning_assumption()),
        (11, 1) => Some(t.planning_all_saints()),
        (11, 11) => Some(t.planning_armistice()),
        (12, 25) => Some(t.planning_christmas()),
        _ => None,
    };
    let movable = || match (day - easter(day.year())?).num_days() {
        1 => Some(t.planning_easter_monday()),
        39 => Some(t.planning_ascension()),
        50 => Some(t.planning_whit_monday()),
        _ => None,
    };
    fixed.or_else(movable).map(|name| name.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;

    #[test]
    fn easter_is_where_the_calendars_have_it() {
        let days = [(2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2038, 4, 25)];
        for (year, month, day) in days {
            assert_eq!(easter(year), NaiveDate::from_ymd_opt(year, month, day));
        }
    }

    #[test]
    fn holidays_have_names_and_other_days_have_none() {
        let name = |month, day| name(Locale::Fr.t(), NaiveDate::from_ymd_opt(2027, month, day).unwrap());
        assert_eq!(name(3, 29).as_deref(), Some("Lundi de Pâques"));
        assert_eq!(name(5, 6).as_deref(), Some("Ascension"));
        assert_eq!(name(5, 17).as_deref(), Some("Lundi de Pentecôte"));
        assert_eq!(name(7, 14).as_deref(), Some("Fête nationale"));
        assert_eq!(name(3, 28), None);
    }
}
