//! What the address of the search asks for. The address is the whole state: it can be kept, sent and gone back to.

use super::question::Question;
use crate::kernel::{LabelId, MemberId, Timestamp, Url};

/// What is looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    #[default]
    All,
    Posts,
    Files,
    Comments,
    People,
    Groups,
}

impl Kind {
    pub(super) const ALL: [Self; 6] =
        [Self::All, Self::Posts, Self::Files, Self::Comments, Self::People, Self::Groups];

    /// The word in addresses and messages.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Posts => "posts",
            Self::Files => "files",
            Self::Comments => "comments",
            Self::People => "people",
            Self::Groups => "groups",
        }
    }

    /// Whether it is something written, which filters narrow.
    pub(super) fn is_written(self) -> bool {
        matches!(self, Self::All | Self::Posts | Self::Files | Self::Comments)
    }

    /// Its mark in the index; nothing narrows where everything is looked for.
    pub(super) fn mark(self) -> Option<&'static str> {
        match self {
            Self::Posts => Some("@post"),
            Self::Files => Some("@file"),
            Self::Comments => Some("@comment"),
            _ => None,
        }
    }
}

/// Since when.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Period {
    #[default]
    Always,
    Week,
    Month,
    Year,
}

impl Period {
    pub(super) const ALL: [Self; 4] = [Self::Always, Self::Week, Self::Month, Self::Year];

    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Always => "",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
        }
    }

    pub(super) fn since(self, now: Timestamp) -> Option<Timestamp> {
        let days = match self {
            Self::Always => return None,
            Self::Week => 7,
            Self::Month => 31,
            Self::Year => 366,
        };
        Some(now - chrono::TimeDelta::days(days))
    }
}

/// What is asked for.
#[derive(Clone, Debug, Default)]
pub(super) struct Asked {
    /// As it was typed.
    pub(super) q: String,
    pub(super) question: Option<Question>,
    pub(super) kind: Kind,
    /// A group, by its place in addresses.
    pub(super) group: String,
    pub(super) author: Option<MemberId>,
    /// A label of the publication, or of the one it belongs to.
    pub(super) label: Option<LabelId>,
    pub(super) period: Period,
    /// Newest first instead of what fits best.
    pub(super) recent: bool,
    pub(super) page: usize,
}

/// The last page that can be asked for.
const LAST: usize = 100;

impl Asked {
    /// Reads the query; what makes no sense is left out.
    pub(super) fn read(pairs: &[(String, String)]) -> Self {
        let mut asked = Self { page: 1, ..Self::default() };
        for (name, value) in pairs.iter().take(40) {
            match name.as_str() {
                "q" => {
                    // What is too long to be looked for is shown as far as the field takes it.
                    asked.q = value.chars().filter(|c| !c.is_control()).take(100).collect();
                    asked.question = Question::parse(&asked.q);
                }
                "type" => asked.kind = pick(Kind::ALL, Kind::as_str, value),
                "group" => value.chars().take(80).collect::<String>().clone_into(&mut asked.group),
                "author" => asked.author = value.parse().ok(),
                "label" => asked.label = value.parse().ok(),
                "period" => asked.period = pick(Period::ALL, Period::as_str, value),
                "sort" => asked.recent = value == "recent",
                "page" => asked.page = value.parse().unwrap_or(1).clamp(1, LAST),
                _ => {}
            }
        }
        asked
    }

    /// Whether anything narrows what is written.
    pub(super) fn is_narrowed(&self) -> bool {
        !self.group.is_empty()
            || self.author.is_some()
            || self.label.is_some()
            || self.period != Period::Always
    }

    /// The address of this.
    pub(super) fn url(&self) -> Url {
        let mut url = Url::path("/search").with("q", &self.q);
        if self.kind != Kind::All {
            url = url.with("type", self.kind.as_str());
        }
        if !self.group.is_empty() {
            url = url.with("group", &self.group);
        }
        if let Some(author) = self.author {
            url = url.with("author", author);
        }
        if let Some(label) = self.label {
            url = url.with("label", label);
        }
        if self.period != Period::Always {
            url = url.with("period", self.period.as_str());
        }
        if self.recent {
            url = url.with("sort", "recent");
        }
        if self.page > 1 { url.with("page", self.page) } else { url }
    }

    /// The same, of another kind. Filters stay where they mean something.
    pub(super) fn of(&self, kind: Kind) -> Self {
        let plain = Self { q: self.q.clone(), question: self.question.clone(), page: 1, ..Self::default() };
        if kind.is_written() { Self { kind, page: 1, ..self.clone() } } else { Self { kind, ..plain } }
    }

    /// The same without any filter.
    pub(super) fn widened(&self) -> Self {
        Self {
            group: String::new(),
            author: None,
            label: None,
            period: Period::Always,
            page: 1,
            ..self.clone()
        }
    }

    /// The same with another spelling.
    pub(super) fn spelt(&self, q: &str) -> Self {
        Self { q: q.to_owned(), question: Question::parse(q), page: 1, ..self.clone() }
    }

    /// Another page of the same.
    pub(super) fn at(&self, page: usize) -> Self {
        Self { page, ..self.clone() }
    }
}

fn pick<E: Copy + Default, const N: usize>(all: [E; N], word: fn(E) -> &'static str, value: &str) -> E {
    all.into_iter().find(|one| word(*one) == value).unwrap_or_default()
}
