//! A value as pages show it: a link where it leads somewhere, words elsewhere.

use askama::{Template, filters::HtmlSafe};

use crate::{i18n::Locale, kernel::Url, ui::links};

use super::{Field, Kind, Value};

/// What a value looks like.
enum Look {
    Words(String),
    Lines(String),
    /// Words, and where they lead: the web, a call, a letter.
    Outside(String, String),
    /// Words that may lead to everybody who has the same.
    Tags(Vec<(String, Option<Url>)>),
    Person(String, Url),
}

/// A value, as a viewer who may see it reads it.
#[derive(Template)]
#[template(path = "fields/value.html")]
pub struct FieldValue {
    look: Look,
}

impl HtmlSafe for FieldValue {}

impl FieldValue {
    /// The value in a language.
    pub fn new(locale: Locale, field: &Field, value: &Value) -> Self {
        let look = match value {
            Value::Text(text) if field.kind == Kind::LongText => Look::Lines(text.clone()),
            Value::Text(text) => match contact(field, value) {
                Some(to) => Look::Outside(text.clone(), to),
                None if field.kind == Kind::Link => Look::Outside(plain(text), text.clone()),
                None => Look::Words(text.clone()),
            },
            Value::Terms(terms) => {
                let tag = |(id, label): &(super::TermId, super::Bilingual)| {
                    let leads = field.filters.then(|| links::people_with(field.id.0, id.0));
                    (label.of(locale).to_owned(), leads)
                };
                Look::Tags(terms.iter().map(tag).collect())
            }
            Value::Person(id, _, name) => Look::Person(name.clone(), links::person(*id)),
            Value::Day(_) => Look::Words(value.words(locale)),
        };
        Self { look }
    }
}

/// Where a call or a letter goes.
pub fn contact(field: &Field, value: &Value) -> Option<String> {
    let Value::Text(text) = value else {
        return None;
    };
    match field.kind {
        Kind::Phone => {
            let digits: String =
                text.replace("(0)", "").chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
            Some(format!("tel:{digits}"))
        }
        Kind::Mail => Some(format!("mailto:{text}")),
        _ => None,
    }
}

/// An address without what everybody's begins with.
fn plain(link: &str) -> String {
    let bare = link.trim_start_matches("https://").trim_start_matches("http://").trim_start_matches("www.");
    bare.trim_end_matches('/').chars().take(60).collect()
}
