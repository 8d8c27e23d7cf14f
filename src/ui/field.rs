//! Labelled inputs with hint and error, and choices among a few.

use std::borrow::Cow;

use askama::{Template, filters::HtmlSafe};

use crate::{i18n::T, ui::Tools};

/// An input with its label above, its hint before and its error after, tied together for screen readers.
#[derive(Clone, Debug, Template)]
#[template(path = "ui/field.html")]
pub struct Field {
    name: Cow<'static, str>,
    kind: &'static str,
    label: String,
    hint: String,
    value: String,
    error: Option<String>,
    autocomplete: &'static str,
    optional: Option<String>,
    rows: u8,
    most: usize,
    autofocus: bool,
    reveal: String,
    list: String,
    rich: Option<T>,
}

impl HtmlSafe for Field {}

impl Field {
    /// One line of text.
    pub fn text(name: impl Into<Cow<'static, str>>, label: impl ToString) -> Self {
        Self {
            name: name.into(),
            kind: "text",
            label: label.to_string(),
            hint: String::new(),
            value: String::new(),
            error: None,
            autocomplete: "off",
            optional: None,
            rows: 0,
            most: 0,
            autofocus: false,
            reveal: String::new(),
            list: String::new(),
            rich: None,
        }
    }

    /// Several lines of text, growing with what is typed.
    pub fn area(name: impl Into<Cow<'static, str>>, label: impl ToString, rows: u8) -> Self {
        Self { rows, ..Self::text(name, label) }
    }

    /// Several lines of Markdown, written as they will be read.
    pub fn rich(t: T, name: &'static str, label: impl ToString, rows: u8) -> Self {
        Self { rich: Some(t), ..Self::area(name, label, rows) }
    }

    /// A password; never filled in again.
    pub fn password(t: T, name: &'static str, label: impl ToString, autocomplete: &'static str) -> Self {
        Self {
            kind: "password",
            autocomplete,
            reveal: t.form_reveal().to_string(),
            ..Self::text(name, label)
        }
    }

    /// A mail address.
    pub fn email(name: &'static str, label: impl ToString) -> Self {
        Self { kind: "email", autocomplete: "email", ..Self::text(name, label) }
    }

    /// The id of a `<datalist>` of what others wrote.
    pub fn list(self, list: impl ToString) -> Self {
        Self { list: list.to_string(), ..self }
    }

    /// What the browser helps with: `tel`, `url`, `date`.
    pub fn kind(self, kind: &'static str) -> Self {
        Self { kind, ..self }
    }

    /// A sentence before the input.
    pub fn hint(self, hint: impl ToString) -> Self {
        Self { hint: hint.to_string(), ..self }
    }

    /// What stands in it.
    pub fn value(self, value: impl ToString) -> Self {
        Self { value: value.to_string(), ..self }
    }

    /// What is wrong with it.
    pub fn error(self, error: Option<&str>) -> Self {
        Self { error: error.map(str::to_owned), ..self }
    }

    /// What the browser may fill in (HTML autofill tokens).
    pub fn autocomplete(self, token: &'static str) -> Self {
        Self { autocomplete: token, ..self }
    }

    /// May be left empty; `word` says so beside the label.
    pub fn optional(self, word: impl ToString) -> Self {
        Self { optional: Some(word.to_string()), ..self }
    }

    /// The browser's own limit of characters.
    pub fn most(self, most: usize) -> Self {
        Self { most, ..self }
    }

    /// Where the cursor stands when the page opens.
    pub fn first(self) -> Self {
        Self { autofocus: true, ..self }
    }
}

/// A choice among a few: of one, as radio buttons with a sentence each or as a select, or of several.
#[derive(Clone, Debug, Template)]
#[template(path = "ui/choice.html")]
pub struct Choice {
    name: Cow<'static, str>,
    label: String,
    hint: String,
    error: Option<String>,
    options: Vec<Opt>,
    chosen: Vec<String>,
    select: bool,
    several: bool,
}

impl HtmlSafe for Choice {}

#[derive(Clone, Debug)]
struct Opt {
    value: String,
    label: String,
    hint: String,
}

impl Choice {
    /// Radio buttons.
    pub fn radios(name: impl Into<Cow<'static, str>>, label: impl ToString) -> Self {
        Self {
            name: name.into(),
            label: label.to_string(),
            hint: String::new(),
            error: None,
            options: Vec::new(),
            chosen: Vec::new(),
            select: false,
            several: false,
        }
    }

    /// A select.
    pub fn select(name: impl Into<Cow<'static, str>>, label: impl ToString) -> Self {
        Self { select: true, ..Self::radios(name, label) }
    }

    /// Check boxes, of which several may be chosen.
    pub fn checks(name: impl Into<Cow<'static, str>>, label: impl ToString) -> Self {
        Self { several: true, ..Self::radios(name, label) }
    }

    /// One more option, with the sentence on its consequence.
    pub fn option(mut self, value: impl ToString, label: impl ToString, hint: impl ToString) -> Self {
        self.options.push(Opt { value: value.to_string(), label: label.to_string(), hint: hint.to_string() });
        self
    }

    /// All that are chosen.
    pub fn all_chosen(self, chosen: Vec<String>) -> Self {
        Self { chosen, ..self }
    }

    /// The chosen one.
    pub fn chosen(self, value: impl ToString) -> Self {
        Self { chosen: vec![value.to_string()], ..self }
    }

    /// A sentence before the options.
    pub fn hint(self, hint: impl ToString) -> Self {
        Self { hint: hint.to_string(), ..self }
    }

    /// What is wrong.
    pub fn error(self, error: Option<&str>) -> Self {
        Self { error: error.map(str::to_owned), ..self }
    }
}

/// The summary above a form that was refused: a link to each field with the same sentence as beside it.
#[derive(Clone, Debug, Template)]
#[template(path = "ui/summary.html")]
pub struct Summary {
    title: String,
    errors: Vec<(Cow<'static, str>, String)>,
}

impl HtmlSafe for Summary {}

impl Summary {
    /// The summary of what is wrong; shows nothing where nothing is.
    pub fn of(t: crate::i18n::T, errors: &crate::web::FormErrors) -> Self {
        let count = i64::try_from(errors.all().len()).unwrap_or_default();
        Self { title: t.form_summary(count).to_string(), errors: errors.all().to_vec() }
    }
}
