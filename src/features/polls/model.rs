//! What a poll may be, what a ballot may say, and why one was not taken.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::secrecy::Seal;
use crate::{
    i18n::T,
    kernel::{PictureId, Timestamp},
};

/// The most choices of a poll.
pub const MOST_CHOICES: usize = 20;
/// The longest question and the longest choice, in characters.
pub const MOST_TEXT: usize = 200;

/// What its choices are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Kind {
    /// Words.
    #[default]
    Choices,
    /// Dates, each answered by yes, if need be, or no.
    Dates,
}

impl Kind {
    /// The word in the table.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Choices => "choices",
            Self::Dates => "dates",
        }
    }
}

impl From<String> for Kind {
    fn from(text: String) -> Self {
        if text == "dates" { Self::Dates } else { Self::Choices }
    }
}

/// When results are seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Results {
    /// By everybody who sees the poll.
    Always,
    /// By those who have voted, and by everybody once it is closed.
    #[default]
    Voted,
    /// By everybody once it is closed.
    Closed,
    /// By the author.
    Author,
}

impl Results {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 4] = [Self::Always, Self::Voted, Self::Closed, Self::Author];

    /// The word in the table and in forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Always => "always",
            Self::Voted => "voted",
            Self::Closed => "closed",
            Self::Author => "author",
        }
    }

    /// Reads the word.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|results| results.as_str() == text)
    }
}

/// A choice to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewChoice {
    /// Words.
    Text(String),
    /// An instant.
    At(Timestamp),
}

/// A poll to be.
pub struct NewPoll {
    /// What it asks.
    pub question: String,
    /// Two to twenty, all of one sort.
    pub choices: Vec<NewChoice>,
    /// Uploaded pictures, each with the number of its choice and with what it shows.
    pub pictures: Vec<(i16, PictureId, String)>,
    /// How many choices one picks at least.
    pub least: i16,
    /// How many choices one picks at most.
    pub most: i16,
    /// Whether members add choices.
    pub opens: bool,
    /// Whether one may vote anew.
    pub changes: bool,
    /// When results are seen.
    pub results: Results,
    /// When it ends by itself.
    pub closes_at: Option<Timestamp>,
    /// The key of an anonymous poll, kept outside the database before the poll is there.
    pub seal: Option<Seal>,
}

impl NewPoll {
    pub(super) fn kind(&self) -> Kind {
        match self.choices.first() {
            Some(NewChoice::At(_)) => Kind::Dates,
            _ => Kind::Choices,
        }
    }
}

/// Why a ballot was not counted, or a poll not changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PollRefused {
    /// The poll has ended.
    Closed,
    /// Fewer or more picks than the poll asks for.
    Picks {
        /// The fewest.
        least: i16,
        /// The most.
        most: i16,
    },
    /// A choice that the poll does not have.
    NotAChoice,
    /// One has voted, and this poll cannot be voted in anew.
    Voted,
    /// One does not belong to the group any more.
    NoLonger,
    /// Twenty choices are there.
    Full,
    /// The same choice is there.
    Twice,
    /// Someone has voted: what it asks stays as it is.
    Begun,
    /// The instant is not in the future.
    Past,
    /// The key of the poll was lost: it has just begun again.
    Restarted,
    /// A picture is gone, or not the author's to place.
    Picture,
}

impl PollRefused {
    /// The sentence for the member.
    pub fn words(self, t: T) -> String {
        match self {
            Self::Closed => t.polls_no_closed().to_string(),
            Self::Picks { least, most } if least == most => {
                t.polls_no_picks_exactly(i64::from(least)).to_string()
            }
            Self::Picks { least, most } => t.polls_no_picks(i64::from(least), i64::from(most)).to_string(),
            Self::NotAChoice => t.polls_no_choice().to_string(),
            Self::Voted => t.polls_no_voted().to_string(),
            Self::NoLonger => t.polls_no_longer().to_string(),
            Self::Full => t.polls_no_full().to_string(),
            Self::Twice => t.polls_no_twice().to_string(),
            Self::Begun => t.polls_no_begun().to_string(),
            Self::Past => t.polls_no_past().to_string(),
            Self::Restarted => t.polls_no_restarted().to_string(),
            Self::Picture => t.pictures_not_loose().to_string(),
        }
    }
}

/// What someone chose: the numbers of choices, each with whether only if need be. Never printed.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Ballot(BTreeMap<i16, bool>);

impl Ballot {
    /// A ballot for these choices.
    pub fn of(numbers: impl IntoIterator<Item = i16>) -> Self {
        Self(numbers.into_iter().map(|number| (number, false)).collect())
    }

    /// Reads a form: `choice` for each pick, or `date-N` with `yes`, `maybe` or `no` for each date. Named twice is
    /// picked once. None where there is something that no form sends.
    pub(super) fn parse(fields: &[(String, String)]) -> Option<Self> {
        let mut picks = BTreeMap::new();
        for (name, value) in fields {
            if name == "choice" {
                picks.insert(value.parse().ok()?, false);
            } else if let Some(number) = name.strip_prefix("date-") {
                match value.as_str() {
                    "yes" => picks.insert(number.parse().ok()?, false),
                    "maybe" => picks.insert(number.parse().ok()?, true),
                    _ => None,
                };
            }
        }
        Some(Self(picks))
    }

    /// The picks: number, and whether only if need be.
    pub(super) fn picks(&self) -> impl Iterator<Item = (i16, bool)> + '_ {
        self.0.iter().map(|(number, maybe)| (*number, *maybe))
    }

    /// Whether the poll takes it. To a question for dates, "none of them" is an answer.
    pub(super) fn check(
        &self,
        kind: Kind,
        (least, most): (i16, i16),
        numbers: &[i16],
    ) -> Result<(), PollRefused> {
        if !self.0.keys().all(|number| numbers.contains(number)) {
            return Err(PollRefused::NotAChoice);
        }
        let picks = i16::try_from(self.0.len()).unwrap_or(i16::MAX);
        if kind == Kind::Choices && !(least..=most).contains(&picks) {
            return Err(PollRefused::Picks { least, most });
        }
        if kind == Kind::Choices && self.0.values().any(|maybe| *maybe) {
            return Err(PollRefused::NotAChoice);
        }
        Ok(())
    }
}

/// Reads what a browser sends of a field for day and time.
pub fn local(text: &str) -> Option<NaiveDateTime> {
    let text = text.trim().replace(' ', "T");
    ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"]
        .into_iter()
        .find_map(|format| NaiveDateTime::parse_from_str(&text, format).ok())
        .filter(|local| (1970..=2200).contains(&chrono::Datelike::year(local)))
}

/// An instant as such a field holds it.
pub fn typed_time(zone: Tz, at: Timestamp) -> String {
    at.with_timezone(&zone).format("%Y-%m-%dT%H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use chrono_tz::Europe::Paris;

    use super::*;
    use crate::kernel::Wall;

    fn at(text: &str) -> String {
        Wall::read(Paris, local(text).unwrap()).at().to_rfc3339()
    }

    #[test]
    fn a_time_on_the_clock_is_one_instant_also_in_the_nights_when_clocks_change() {
        assert_eq!(at("2026-11-12T18:00"), "2026-11-12T17:00:00+00:00");
        assert_eq!(at("2026-07-14 18:00"), "2026-07-14T16:00:00+00:00");
        assert_eq!(at("2026-10-25T02:30"), "2026-10-25T00:30:00+00:00", "shown twice: the first");
        assert_eq!(at("2026-03-29T02:30"), "2026-03-29T01:30:00+00:00", "never shown: an hour later");
        for bad in ["", "2026-02-30T10:00", "0001-01-01T00:00", "demain", "9999-12-31T23:59"] {
            assert!(local(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn a_ballot_holds_as_many_choices_as_the_poll_asks_for() {
        let fields = |of: &[(&str, &str)]| {
            let fields: Vec<(String, String)> =
                of.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
            Ballot::parse(&fields)
        };
        let numbers = [1, 2, 3];
        let check = |ballot: Option<Ballot>, most| ballot.unwrap().check(Kind::Choices, (1, most), &numbers);
        assert_eq!(check(fields(&[("choice", "2"), ("choice", "2")]), 1), Ok(()), "twice the same is once");
        assert_eq!(check(fields(&[]), 1), Err(PollRefused::Picks { least: 1, most: 1 }));
        assert_eq!(
            check(fields(&[("choice", "1"), ("choice", "2")]), 1),
            Err(PollRefused::Picks { least: 1, most: 1 })
        );
        assert_eq!(check(fields(&[("choice", "-1")]), 1), Err(PollRefused::NotAChoice));
        assert_eq!(check(fields(&[("date-1", "maybe")]), 1), Err(PollRefused::NotAChoice));
        assert!(fields(&[("choice", "x")]).is_none());
        assert!(fields(&[("choice", "99999")]).is_none());
        let dates = fields(&[("date-1", "yes"), ("date-2", "maybe"), ("date-3", "no")]).unwrap();
        assert_eq!(dates.picks().collect::<Vec<_>>(), [(1, false), (2, true)]);
        assert_eq!(dates.check(Kind::Dates, (1, 1), &numbers), Ok(()));
        assert_eq!(Ballot::default().check(Kind::Dates, (1, 1), &numbers), Ok(()));
    }
}
