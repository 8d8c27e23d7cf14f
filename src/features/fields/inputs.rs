//! The input of a field, in forms of profiles, gates and the preview.

use std::{borrow::Cow, collections::HashMap};

use askama::{Template, filters::HtmlSafe};

use crate::{
    i18n::{Locale, T},
    ui::{Choice, Field as Input},
    web::FormErrors,
};

use super::{Field, FieldId, Given, Kind, Value, Wrong, value::LINE_MOST};

/// A field as people fill it in: label, why it is asked for, who reads it, and the input of its kind.
#[derive(Template)]
#[template(path = "fields/input.html")]
pub struct FieldInput {
    input: Option<Input>,
    choice: Option<Choice>,
    offered: Vec<String>,
    list: String,
}

impl HtmlSafe for FieldInput {}

impl FieldInput {
    /// The input with what stands in the profile.
    pub fn of_value(t: T, locale: Locale, field: &Field, value: Option<&Value>, error: Option<&str>) -> Self {
        let typed = value.map(|value| value.typed(field, locale)).unwrap_or_default();
        Self::typed(t, locale, field, &typed, error)
    }

    /// The input with what was typed.
    pub fn typed(t: T, locale: Locale, field: &Field, typed: &[String], error: Option<&str>) -> Self {
        let name = Cow::Owned(field.input());
        let hint = hint(t, locale, field);
        let label = field.label.of(locale);
        let optional = t.form_optional().to_string();
        let required = field.is_asked();
        if field.kind == Kind::YesNo
            || (field.kind.has_list() && !(field.kind == Kind::Choice && field.opens))
        {
            let label = if required { label.to_owned() } else { format!("{label} ({optional})") };
            let several = field.kind == Kind::Choices;
            let mut choice = if several {
                Choice::checks(name, label)
            } else {
                Choice::select(name, label).option("", "", "")
            };
            for term in
                field.terms.iter().filter(|term| !term.archived || typed.contains(&format!("#{}", term.id)))
            {
                choice = choice.option(format!("#{}", term.id), term.label.of(locale), "");
            }
            // What is not on an open list is written beside it.
            let other = (several && field.opens).then(|| {
                let typed: Vec<&str> =
                    typed.iter().map(String::as_str).filter(|word| !word.starts_with('#')).collect();
                Input::text(format!("{}-other", field.input()), t.fields_other())
                    .value(typed.join(", "))
                    .most(400)
            });
            let choice = choice.hint(hint).error(error).all_chosen(typed.to_vec());
            return Self { input: other, choice: Some(choice), offered: Vec::new(), list: String::new() };
        }
        let listed = |word: &String| {
            let id = word.strip_prefix('#').and_then(|id| id.parse::<i32>().ok());
            id.and_then(|id| field.terms.iter().find(|term| term.id.0 == id))
                .map_or_else(|| word.clone(), |term| term.label.of(locale).to_owned())
        };
        let value = typed.iter().map(listed).collect::<Vec<_>>().join(", ");
        let mut input = if field.kind == Kind::LongText {
            Input::area(name, label, 5).most(super::value::TEXT_MOST)
        } else {
            Input::text(name, label).kind(browser(field.kind)).most(most(field.kind))
        };
        input = input.hint(hint).value(value).error(error).autocomplete(autocomplete(field.kind));
        if !required {
            input = input.optional(optional);
        }
        let offered: Vec<String> = field
            .terms
            .iter()
            .filter(|term| !term.archived)
            .map(|term| term.label.of(locale).to_owned())
            .collect();
        let list = if offered.is_empty() { String::new() } else { format!("{}-list", field.input()) };
        let input = if list.is_empty() { input } else { input.list(list.clone()) };
        Self { input: Some(input), choice: None, offered, list }
    }
}

/// Help, the reason, and who will read it.
fn hint(t: T, locale: Locale, field: &Field) -> String {
    use super::Visibility::{Administrators, Groups, Guests, Members};
    let kind = match field.kind {
        Kind::Tags => t.fields_hint_tags().to_string(),
        Kind::Person => t.fields_hint_person().to_string(),
        _ => String::new(),
    };
    let readers = match field.visibility {
        Guests => t.fields_read_by_guests(),
        Members => t.fields_read_by_members(),
        Groups => t.fields_read_by_groups(),
        Administrators => t.fields_read_by_administrators(),
    }
    .to_string();
    [field.help.of(locale), &kind, field.reason.of(locale), &readers]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn browser(kind: Kind) -> &'static str {
    match kind {
        Kind::Date => "date",
        Kind::Phone => "tel",
        // Not `url`: browsers refuse an address without its scheme, which is added here.
        Kind::Mail => "email",
        _ => "text",
    }
}

fn autocomplete(kind: Kind) -> &'static str {
    match kind {
        Kind::Phone => "tel",
        Kind::Place => "address-level2",
        _ => "off",
    }
}

fn most(kind: Kind) -> usize {
    match kind {
        Kind::Date => 0,
        Kind::Phone => 40,
        Kind::Tags | Kind::Link => 500,
        Kind::Mail => 254,
        _ => LINE_MOST,
    }
}

/// What was typed into the fields of a form, by field.
#[derive(Default)]
pub struct Typed(HashMap<FieldId, Vec<String>>);

impl Typed {
    /// The inputs of fields among all inputs of a form.
    pub fn of(pairs: &[(String, String)]) -> Self {
        let mut typed: HashMap<FieldId, Vec<String>> = HashMap::new();
        for (name, value) in pairs {
            let number = name.strip_prefix("field-").map(|rest| rest.trim_end_matches("-other"));
            if let Some(id) = number.and_then(|number| number.parse().ok()) {
                typed.entry(FieldId(id)).or_default().push(value.clone());
            }
        }
        Self(typed)
    }

    /// Reads these fields, noting what is wrong. What the form did not send (no box checked) is nothing.
    pub fn read<'a>(
        &self,
        t: T,
        fields: impl Iterator<Item = &'a Field>,
        errors: &mut FormErrors,
    ) -> Vec<(FieldId, Given)> {
        let mut given = Vec::new();
        for field in fields {
            let typed: Vec<&str> = self.typed(field).iter().map(String::as_str).collect();
            match field.read(&typed) {
                Ok(Given::Nothing) if field.is_asked() => errors.add(field.input(), Wrong::Missing.words(t)),
                Ok(value) => given.push((field.id, value)),
                Err(wrong) => errors.add(field.input(), wrong.words(t)),
            }
        }
        given
    }

    /// The input of a field with what was typed.
    pub fn input(&self, t: T, locale: Locale, field: &Field, errors: &FormErrors) -> FieldInput {
        FieldInput::typed(t, locale, field, self.typed(field), errors.on(&field.input()))
    }

    fn typed(&self, field: &Field) -> &[String] {
        self.0.get(&field.id).map(Vec::as_slice).unwrap_or_default()
    }
}
