//! What stands in a field: read from what people type or a sheet says, and refused in words they understand.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;

use crate::{
    i18n::{Locale, T},
    kernel::{Body, EmailAddress, Line, MemberId, TextError},
};

use super::{Bilingual, Field, FieldId, Kind, TermId};

/// The longest line, and the longest word of a list.
pub(crate) const LINE_MOST: usize = 120;
/// The longest text over several lines.
pub(super) const TEXT_MOST: usize = 4_000;
/// The longest address on the web.
const LINK_MOST: usize = 500;
/// How many values one person may have in one field.
const SEVERAL_MOST: usize = 30;

/// What is put into a field. Serialised, it is what the undo of an import keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Given {
    /// Nothing: what stood there is erased.
    Nothing,
    /// A text.
    Text(String),
    /// A day.
    Day(NaiveDate),
    /// Listed values.
    Terms(Vec<TermId>),
    /// Words of an open list, tags or a place, which become terms.
    Words(Vec<String>),
    /// Somebody.
    Person(MemberId),
    /// Somebody by handle, mail address or name, still to be looked up.
    Named(String),
}

/// What stands in a field, as a viewer may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A day.
    Day(NaiveDate),
    /// Listed values, tags, a place, yes or no.
    Terms(Vec<(TermId, Bilingual)>),
    /// Somebody, with their handle and name.
    Person(MemberId, String, String),
}

/// What stands in the fields of one person, in no order.
pub type Values = Vec<(FieldId, Value)>;

/// What a change did to a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    /// Which.
    pub field: FieldId,
    /// What stood there.
    pub before: Given,
    /// What stands there now.
    pub after: Given,
}

/// Why a value was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It is required.
    Missing,
    /// The text is no text of this kind.
    Text(TextError),
    /// No day.
    NotADay,
    /// No number to call.
    NotAPhone,
    /// No address on the web.
    NotALink,
    /// No mail address.
    NotAMail,
    /// Neither yes nor no.
    NotYesNo,
    /// Not on the list; what was written, and what is offered.
    NotListed(String, String),
    /// More than one, where there is one.
    OneOnly,
    /// More than this many.
    TooMany(usize),
    /// Nobody is called this.
    Nobody(String),
    /// Several are called this.
    SeveralPeople(String),
    /// Oneself.
    Oneself,
    /// The person would be above themselves in the organisation chart.
    Circle,
    /// Only administrators fill it in.
    NotYours,
    /// There is no such field (any more).
    NoField,
}

/// A value that was not taken, and in which field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Which field.
    pub field: FieldId,
    /// Why.
    pub why: Wrong,
}

impl Wrong {
    /// Why, and how to mend it, as a sentence.
    pub fn words(&self, t: T) -> String {
        let count = |n: &usize| i64::try_from(*n).unwrap_or(i64::MAX);
        match self {
            Self::Missing => t.fields_wrong_missing(),
            Self::Text(error) => return crate::web::form::words(t, *error),
            Self::NotADay => t.fields_wrong_day(),
            Self::NotAPhone => t.fields_wrong_phone(),
            Self::NotALink => t.fields_wrong_link(),
            Self::NotAMail => t.fields_wrong_mail(),
            Self::NotYesNo => t.fields_wrong_yes_no(),
            Self::NotListed(typed, offered) => {
                return t.fields_wrong_listed(typed.as_str(), offered.as_str()).to_string();
            }
            Self::OneOnly => t.fields_wrong_one_only(),
            Self::TooMany(most) => return t.fields_wrong_too_many(count(most)).to_string(),
            Self::Nobody(typed) => return t.fields_wrong_nobody(typed.as_str()).to_string(),
            Self::SeveralPeople(typed) => return t.fields_wrong_several_people(typed.as_str()).to_string(),
            Self::Oneself => t.fields_wrong_oneself(),
            Self::Circle => t.fields_wrong_circle(),
            Self::NotYours => t.fields_wrong_not_yours(),
            Self::NoField => t.fields_wrong_no_field(),
        }
        .to_string()
    }
}

impl Value {
    /// The value as words in a language: for pages, cards and sheets.
    pub fn words(&self, locale: Locale) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Day(day) => crate::i18n::format::day(locale, *day),
            Self::Terms(terms) => {
                terms.iter().map(|(_, label)| label.of(locale)).collect::<Vec<_>>().join(", ")
            }
            Self::Person(_, _, name) => name.clone(),
        }
    }

    /// The value as a cell of a sheet has it, so that reading it gives the same again.
    pub fn cell(&self, locale: Locale) -> String {
        match self {
            Self::Terms(terms) => {
                terms.iter().map(|(_, label)| label.of(locale)).collect::<Vec<_>>().join("; ")
            }
            Self::Day(day) => day.to_string(),
            Self::Person(_, handle, name) => format!("{name} (@{handle})"),
            Self::Text(text) => text.clone(),
        }
    }

    /// The value as the input of a form has it, so that reading it gives the same again.
    pub(super) fn typed(&self, field: &Field, locale: Locale) -> Vec<String> {
        match self {
            Self::Text(text) => vec![text.clone()],
            Self::Day(day) => vec![day.to_string()],
            Self::Terms(terms) if matches!(field.kind, Kind::Tags | Kind::Place) => {
                terms.iter().map(|(_, label)| label.of(locale).to_owned()).collect()
            }
            Self::Terms(terms) => terms.iter().map(|(id, _)| format!("#{id}")).collect(),
            Self::Person(_, handle, name) => vec![format!("{name} (@{handle})")],
        }
    }
}

impl Field {
    /// Reads what was typed: one text for most kinds, one for each chosen value of a list (its words in either
    /// language, or `#` and its number). Several values in one text are parted by semicolons, line ends or, for tags,
    /// commas. Nothing but space is [`Given::Nothing`].
    pub fn read(&self, typed: &[&str]) -> Result<Given, Wrong> {
        if self.kind.has_terms() {
            return self.read_terms(&self.parts(typed));
        }
        let text = typed.first().copied().unwrap_or_default();
        if text.trim().is_empty() {
            return Ok(Given::Nothing);
        }
        match self.kind {
            Kind::LongText => {
                Body::<TEXT_MOST>::parse(text).map(|body| Given::Text(body.as_str().to_owned()))
            }
            Kind::Date => return read_day(text).map(Given::Day).ok_or(Wrong::NotADay),
            Kind::Phone => return read_phone(text).map(Given::Text).ok_or(Wrong::NotAPhone),
            Kind::Link => return read_link(text).map(Given::Text).ok_or(Wrong::NotALink),
            Kind::Mail => {
                return EmailAddress::parse(text)
                    .map(|mail| Given::Text(mail.as_str().to_owned()))
                    .map_err(|_| Wrong::NotAMail);
            }
            Kind::Person => return Ok(read_person(text)),
            _ => Line::<LINE_MOST>::parse(text).map(|line| Given::Text(line.as_str().to_owned())),
        }
        .or_else(|error| if error == TextError::Empty { Ok(Given::Nothing) } else { Err(Wrong::Text(error)) })
    }

    /// The values in what was typed, each once.
    fn parts(&self, typed: &[&str]) -> Vec<String> {
        let tags = self.kind == Kind::Tags;
        let mut parts: Vec<String> = Vec::new();
        for text in typed {
            let cuts =
                |c: char| self.kind.is_several() && (matches!(c, ';' | '\n' | '\r') || (tags && c == ','));
            for part in text.split(cuts) {
                let part = part.split_whitespace().collect::<Vec<_>>().join(" ");
                let part = if tags { part.trim_start_matches('#').to_owned() } else { part };
                if !part.is_empty() && !parts.iter().any(|known| fold(known) == fold(&part)) {
                    parts.push(part);
                }
            }
        }
        parts
    }

    fn read_terms(&self, parts: &[String]) -> Result<Given, Wrong> {
        if parts.is_empty() {
            return Ok(Given::Nothing);
        }
        if !self.kind.is_several() && parts.len() > 1 {
            return Err(Wrong::OneOnly);
        }
        if parts.len() > SEVERAL_MOST {
            return Err(Wrong::TooMany(SEVERAL_MOST));
        }
        if matches!(self.kind, Kind::Tags | Kind::Place) {
            return words(parts.iter()).map(Given::Words);
        }
        let found: Vec<Option<TermId>> = parts.iter().map(|part| self.term(part)).collect();
        if self.is_open() && found.contains(&None) {
            let name = |(part, id): (&String, &Option<TermId>)| match id {
                Some(id) => self.terms.iter().find(|term| term.id == *id).map(|term| term.label.fr.clone()),
                None => Some(part.clone()),
            };
            let names: Vec<String> = parts.iter().zip(&found).filter_map(name).collect();
            return words(names.iter()).map(Given::Words);
        }
        let listed = |(part, id): (&String, Option<TermId>)| {
            id.ok_or_else(|| match self.kind {
                Kind::YesNo => Wrong::NotYesNo,
                _ => Wrong::NotListed(part.chars().take(LINE_MOST).collect(), self.offered()),
            })
        };
        parts.iter().zip(found).map(listed).collect::<Result<_, _>>().map(Given::Terms)
    }

    /// The listed term that a text names.
    fn term(&self, text: &str) -> Option<TermId> {
        let named = |id: i32| self.terms.iter().find(|term| term.id.0 == id).map(|term| term.id);
        if let Some(id) = text.strip_prefix('#').and_then(|id| id.parse().ok()) {
            return named(id);
        }
        let text = fold(text);
        if self.kind == Kind::YesNo {
            let place = match text.as_str() {
                "oui" | "yes" | "o" | "y" | "1" | "vrai" | "true" | "x" => 0,
                "non" | "no" | "n" | "0" | "faux" | "false" => 1,
                _ => return None,
            };
            return self.terms.get(place).map(|term| term.id);
        }
        let called = |label: &Bilingual| fold(&label.fr) == text || fold(&label.en) == text;
        let mut fitting = self.terms.iter().filter(|term| called(&term.label));
        let first = fitting.clone().next();
        fitting.find(|term| !term.archived).or(first).map(|term| term.id)
    }

    /// The first few values of the list, for a message.
    fn offered(&self) -> String {
        let offered: Vec<&str> =
            self.terms.iter().filter(|term| !term.archived).map(|term| term.label.fr.as_str()).collect();
        let some = offered.iter().take(8).copied().collect::<Vec<_>>().join(", ");
        if offered.len() > 8 { format!("{some}, …") } else { some }
    }
}

fn words<'a>(parts: impl Iterator<Item = &'a String>) -> Result<Vec<String>, Wrong> {
    parts
        .map(|part| Line::<LINE_MOST>::parse(part).map(|line| line.as_str().to_owned()).map_err(Wrong::Text))
        .collect()
}

/// Text without accents and in small letters, to compare what people write.
pub(crate) fn fold(text: &str) -> String {
    let plain = text.nfkd().filter(|c| !matches!(c, '\u{300}'..='\u{36F}')).flat_map(char::to_lowercase);
    plain.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `2026-11-12` as browsers send it, or day, month and year as people write them.
pub(crate) fn read_day(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    let iso = text.get(..10).filter(|_| text.len() == 10 || text.get(10..11) == Some("T"));
    let day = iso.and_then(|iso| NaiveDate::parse_from_str(iso, "%Y-%m-%d").ok()).or_else(|| {
        let parts: Vec<&str> = text.split(['/', '.', '-', ' ']).collect();
        let [day, month, year] = parts.as_slice() else {
            return None;
        };
        let year = if year.len() == 4 { year.parse().ok()? } else { return None };
        NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
    })?;
    let fine = NaiveDate::from_ymd_opt(1900, 1, 1)? <= day && day <= NaiveDate::from_ymd_opt(2200, 12, 31)?;
    fine.then_some(day)
}

/// Digits in any of the ways they are written.
fn read_phone(text: &str) -> Option<String> {
    let line = Line::<40>::parse(text).ok()?;
    let text = line.as_str();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let fine = digits >= 3 && text.chars().all(|c| c.is_ascii_digit() || "+-./() \u{A0}\u{202F}".contains(c));
    fine.then(|| text.to_owned())
}

/// An address of the web; `https://` may be left out.
fn read_link(text: &str) -> Option<String> {
    let line = Line::<LINK_MOST>::parse(text).ok()?;
    let text = line.as_str();
    let whole = if text.contains("://") { text.to_owned() } else { format!("https://{text}") };
    let url = url::Url::parse(&whole).ok()?;
    let host = url.host_str()?;
    let fine = matches!(url.scheme(), "http" | "https")
        && host.contains('.')
        && url.username().is_empty()
        && url.password().is_none()
        && !text.contains(char::is_whitespace);
    (fine && url.as_str().len() <= LINK_MOST).then(|| url.to_string())
}

/// A number, or a name as the form writes it, with the handle in brackets.
fn read_person(text: &str) -> Given {
    let text = text.trim();
    if let Ok(id) = text.parse::<MemberId>() {
        return Given::Person(id);
    }
    let handle = text.strip_suffix(')').and_then(|text| text.rsplit_once("(@")).map(|(_, handle)| handle);
    let named = handle.unwrap_or(text).trim_start_matches('@');
    Given::Named(named.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(200).collect())
}
