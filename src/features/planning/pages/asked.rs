//! What of the calendar is asked for: which days, of which group, by whom.

use std::collections::BTreeSet;

use chrono::{Datelike as _, Days, Months, NaiveDate, Weekday};
use serde::Deserialize;

use crate::{
    features::planning::urls,
    i18n::format,
    kernel::{MemberId, Url},
    web::Cx,
};

/// The query of the address.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct Asked {
    month: Option<String>,
    week: Option<String>,
    group: String,
    author: String,
}

/// Whose publications are shown; everybody's without one.
#[derive(Clone, Debug, Default)]
pub(super) struct Filter {
    /// The slug of a group, or nothing.
    pub(super) group: String,
    pub(super) author: Option<MemberId>,
}

/// Who wrote what is found, and in which groups: what it can be narrowed to, by name. Names are not unique.
#[derive(Default)]
pub(super) struct Found {
    /// Name and slug.
    pub(super) groups: BTreeSet<(String, String)>,
    pub(super) authors: BTreeSet<(String, MemberId)>,
}

impl Found {
    /// Notes whose something is, as far as that may be known, and says whether the filter lets it pass.
    pub(super) fn takes(
        &mut self,
        filter: &Filter,
        group: Option<(String, String)>,
        author: Option<(String, MemberId)>,
    ) -> bool {
        let of_group =
            filter.group.is_empty() || group.as_ref().is_some_and(|(_, slug)| *slug == filter.group);
        let by = filter.author.is_none_or(|wanted| author.as_ref().is_some_and(|(_, id)| *id == wanted));
        self.groups.extend(group);
        self.authors.extend(author);
        of_group && by
    }
}

/// The days that are shown, by their first: of a month the first, of a week its Monday (ISO 8601).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Span {
    Month(NaiveDate),
    Week(NaiveDate),
}

impl Filter {
    fn narrow(&self, url: Url) -> Url {
        let url = if self.group.is_empty() { url } else { url.with("group", &self.group) };
        match self.author {
            Some(author) => url.with("author", author),
            None => url,
        }
    }

    /// What is planned, as a list.
    pub(super) fn list(&self) -> Url {
        self.narrow(urls::list())
    }

    /// What is planned and published, as a calendar.
    pub(super) fn calendar(&self, span: Span) -> Url {
        let (name, value) = span.key();
        self.narrow(urls::list().with(name, value))
    }
}

impl Asked {
    pub(super) fn filter(&self) -> Filter {
        Filter { group: self.group.clone(), author: self.author.parse().ok() }
    }

    /// A month written `2027-03` or a week written `2027-W13`; another text is the present one. Nothing is the list.
    pub(super) fn span(&self, today: NaiveDate) -> Option<Span> {
        let near = |day: &NaiveDate| (2000..2200).contains(&day.year());
        if let Some(month) = &self.month {
            let first = NaiveDate::parse_from_str(&format!("{month}-01"), "%Y-%m-%d").ok().filter(near);
            return Some(first.map_or_else(|| Span::Month(today).around(today), Span::Month));
        }
        let monday = |(year, week): (&str, &str)| {
            NaiveDate::from_isoywd_opt(year.parse().ok()?, week.parse().ok()?, Weekday::Mon)
        };
        let week = self.week.as_ref()?;
        let first = week.split_once("-W").and_then(monday).filter(near);
        Some(first.map_or_else(|| Span::Week(today).around(today), Span::Week))
    }
}

impl Span {
    /// The Monday with which the table begins.
    pub(super) fn start(self) -> NaiveDate {
        let (Self::Month(first) | Self::Week(first)) = self;
        first - Days::new(u64::from(first.weekday().num_days_from_monday()))
    }

    /// How many weeks the table has.
    pub(super) fn weeks(self) -> u64 {
        match self {
            Self::Week(_) => 1,
            Self::Month(first) => {
                (first + Months::new(1) - self.start()).num_days().unsigned_abs().div_ceil(7)
            }
        }
    }

    pub(super) fn is_outside(self, day: NaiveDate) -> bool {
        matches!(self, Self::Month(first) if first.month() != day.month())
    }

    pub(super) fn before(self) -> Self {
        match self {
            Self::Month(first) => Self::Month(first - Months::new(1)),
            Self::Week(first) => Self::Week(first - Days::new(7)),
        }
    }

    pub(super) fn after(self) -> Self {
        match self {
            Self::Month(first) => Self::Month(first + Months::new(1)),
            Self::Week(first) => Self::Week(first + Days::new(7)),
        }
    }

    /// The span of the same kind in which a day lies.
    pub(super) fn around(self, day: NaiveDate) -> Self {
        match self {
            Self::Month(_) => Self::Month(day.with_day(1).unwrap_or(day)),
            Self::Week(_) => Self::Week(Self::Week(day).start()),
        }
    }

    /// The month of it: of a week, that of its Monday; the present one if it lies in it.
    pub(super) fn month(self, today: NaiveDate) -> Self {
        let Self::Week(first) = self else { return self };
        let inside = (0..7).contains(&(today - first).num_days());
        Self::Month(first).around(if inside { today } else { first })
    }

    /// The week of it: of a month, its first; the present one if it lies in it.
    pub(super) fn week(self, today: NaiveDate) -> Self {
        let Self::Month(first) = self else { return self };
        let inside = first.year() == today.year() && first.month() == today.month();
        Self::Week(first).around(if inside { today } else { first })
    }

    /// As the address says it.
    pub(super) fn key(self) -> (&'static str, String) {
        match self {
            Self::Month(first) => ("month", first.format("%Y-%m").to_string()),
            Self::Week(first) => ("week", first.format("%G-W%V").to_string()),
        }
    }

    pub(super) fn title(self, cx: &Cx) -> String {
        match self {
            Self::Month(first) => format::month(cx.locale(), first),
            Self::Week(first) => cx.t().planning_week_of(format::day(cx.locale(), first)).to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn week(text: &str) -> Option<Span> {
        Asked { week: Some(text.to_owned()), ..Asked::default() }.span(day("2027-03-31"))
    }

    #[test]
    fn weeks_are_those_of_iso_8601() {
        assert_eq!(week("2026-W53"), Some(Span::Week(day("2026-12-28"))));
        assert_eq!(Span::Week(day("2026-12-28")).key(), ("week", "2026-W53".to_owned()));
        assert_eq!(Span::Week(day("2026-12-28")).after().key().1, "2027-W01");
        for nonsense in ["", "2027", "2027-W54", "9999-W01", "-W"] {
            assert_eq!(week(nonsense), Some(Span::Week(day("2027-03-29"))), "{nonsense}");
        }
    }

    #[test]
    fn months_are_whole_weeks() {
        let march = Span::Month(day("2027-03-01"));
        assert_eq!((march.start(), march.weeks()), (day("2027-03-01"), 5));
        let february = march.before();
        assert_eq!((february.start(), february.weeks()), (day("2027-02-01"), 4));
        assert!(march.is_outside(day("2027-04-01")));
        assert!(!Span::Week(day("2027-03-29")).is_outside(day("2027-04-01")));
    }
}
