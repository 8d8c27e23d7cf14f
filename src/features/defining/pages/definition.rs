//! The form of a definition as it is shown.

use askama::{Template, filters::HtmlSafe};

use crate::{
    features::fields::{Fields, Kind, Visibility},
    i18n::{Locale, T},
    ui::{Choice, Field},
    web::FormErrors,
};

use super::form::{DefinitionForm, NEW_SECTION};

/// A row of the list.
struct Row {
    id: String,
    fr: String,
    en: String,
    gone: bool,
}

/// The fields of the form as they are shown.
#[derive(Template)]
#[template(path = "defining/definition.html")]
pub(super) struct DefinitionFields {
    t: T,
    kind: Option<Choice>,
    kind_name: String,
    label: [Field; 2],
    help: [Field; 2],
    reason: [Field; 2],
    due: Field,
    section: Choice,
    new_section: [Field; 2],
    visibility: Choice,
    flags: Choice,
    rows: Vec<Row>,
    more: Option<Field>,
}

impl HtmlSafe for DefinitionFields {}

impl DefinitionFields {
    /// The form. The kind of a field there is cannot be chosen.
    pub(super) fn new(
        t: T,
        locale: Locale,
        form: &DefinitionForm,
        fields: &Fields,
        errors: &FormErrors,
        fresh: bool,
    ) -> Self {
        let line = |name: &'static str, label: String, value: &String| {
            Field::text(name, label).value(value).error(errors.on(name))
        };
        let optional = t.form_optional();
        let kind = Kind::parse(&form.kind);
        let lists = fresh || kind.is_some_and(Kind::has_list);
        Self {
            t,
            kind: fresh.then(|| kinds(t, &form.kind, errors)),
            kind_name: kind.map(|kind| kind_name(t, kind)).unwrap_or_default(),
            label: [
                line("label_fr", t.fields_admin_label_fr().to_string(), &form.label_fr).most(80),
                line("label_en", t.fields_admin_label_en().to_string(), &form.label_en)
                    .hint(t.fields_admin_english_hint())
                    .optional(&optional)
                    .most(80),
            ],
            help: [
                line("help_fr", t.fields_admin_help_fr().to_string(), &form.help_fr)
                    .hint(t.fields_admin_help_hint())
                    .optional(&optional)
                    .most(300),
                line("help_en", t.fields_admin_help_en().to_string(), &form.help_en)
                    .optional(&optional)
                    .most(300),
            ],
            reason: [
                line("reason_fr", t.fields_admin_reason_fr().to_string(), &form.reason_fr)
                    .hint(t.fields_admin_reason_hint())
                    .most(300),
                line("reason_en", t.fields_admin_reason_en().to_string(), &form.reason_en)
                    .optional(&optional)
                    .most(300),
            ],
            due: Field::text("due", t.fields_admin_due())
                .kind("date")
                .hint(t.fields_admin_due_hint())
                .optional(&optional)
                .value(&form.due)
                .error(errors.on("due")),
            section: sections(t, locale, form, fields, errors),
            new_section: [
                line("section_fr", t.fields_admin_section_fr().to_string(), &form.section_fr)
                    .hint(t.fields_admin_section_new_hint())
                    .most(80),
                line("section_en", t.fields_admin_section_en().to_string(), &form.section_en).most(80),
            ],
            visibility: visibilities(t, &form.visibility, errors),
            flags: flags(t, form, errors),
            rows: rows(form),
            more: lists.then(|| {
                Field::area("more", t.fields_admin_terms(), 4)
                    .hint(t.fields_admin_terms_hint())
                    .value(&form.more)
                    .error(errors.on("more"))
            }),
        }
    }
}

/// The values that are listed already.
fn rows(form: &DefinitionForm) -> Vec<Row> {
    form.term_id
        .iter()
        .zip(&form.term_fr)
        .zip(&form.term_en)
        .map(|((id, fr), en)| Row {
            gone: form.term_gone.contains(id),
            id: id.clone(),
            fr: fr.clone(),
            en: en.clone(),
        })
        .collect()
}

/// What a kind is called.
pub(super) fn kind_name(t: T, kind: Kind) -> String {
    t.fields_kind(kind.as_str()).to_string()
}

fn kinds(t: T, chosen: &str, errors: &FormErrors) -> Choice {
    let choice = Choice::radios("kind", t.fields_admin_kind()).hint(t.fields_admin_kind_hint());
    Kind::ALL
        .iter()
        .fold(choice, |choice, kind| {
            choice.option(kind.as_str(), kind_name(t, *kind), t.fields_kind_hint(kind.as_str()))
        })
        .chosen(chosen)
        .error(errors.on("kind"))
}

fn sections(t: T, locale: Locale, form: &DefinitionForm, fields: &Fields, errors: &FormErrors) -> Choice {
    fields
        .sections
        .iter()
        .fold(Choice::select("section", t.fields_admin_section()), |choice, section| {
            choice.option(section.id, section.name.of(locale), "")
        })
        .option(NEW_SECTION, t.fields_admin_section_new(), "")
        .chosen(&form.section)
        .error(errors.on("section"))
}

fn visibilities(t: T, chosen: &str, errors: &FormErrors) -> Choice {
    Visibility::ALL
        .iter()
        .fold(Choice::radios("visibility", t.fields_admin_visibility()), |choice, visibility| {
            let word = visibility.as_str();
            choice.option(word, t.fields_visibility(word), t.fields_visibility_hint(word))
        })
        .chosen(chosen)
        .error(errors.on("visibility"))
}

fn flags(t: T, form: &DefinitionForm, errors: &FormErrors) -> Choice {
    ["required", "by_member", "on_card", "filters", "opens", "charts"]
        .iter()
        .fold(Choice::checks("flags", t.fields_admin_flags()), |choice, flag| {
            choice.option(flag, t.fields_flag(*flag), t.fields_flag_hint(*flag))
        })
        .all_chosen(form.flags.clone())
        .error(errors.on("flags"))
}
