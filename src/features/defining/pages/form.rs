//! The form of a definition: what was typed, and what is wrong with it.

use chrono::NaiveDate;
use serde::Deserialize;

use crate::{
    features::fields::{
        Bilingual, Field as Definition, FieldId, Fields, Kind, LINE_MOST, NewField, SectionId, Term, TermId,
        Visibility, fold, read_day, verbs::DefinitionRefused,
    },
    i18n::T,
    kernel::{Line, TextError},
    web::{FormErrors, form::words},
};

/// The most values that one list has.
const TERMS_MOST: usize = 300;
/// The value of the select that makes a section.
pub(super) const NEW_SECTION: &str = "new";

/// What was typed and chosen.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct DefinitionForm {
    pub(super) kind: String,
    pub(super) label_fr: String,
    pub(super) label_en: String,
    pub(super) help_fr: String,
    pub(super) help_en: String,
    pub(super) reason_fr: String,
    pub(super) reason_en: String,
    pub(super) section: String,
    pub(super) section_fr: String,
    pub(super) section_en: String,
    pub(super) visibility: String,
    pub(super) flags: Vec<String>,
    pub(super) term_id: Vec<String>,
    pub(super) term_fr: Vec<String>,
    pub(super) term_en: Vec<String>,
    pub(super) term_gone: Vec<String>,
    pub(super) more: String,
    pub(super) due: String,
    /// `preview` shows the field without keeping it.
    pub(super) act: String,
}

/// Where the field goes.
pub(super) enum Target {
    /// A section there is.
    Section(SectionId),
    /// One to be made.
    New(Bilingual),
}

impl DefinitionForm {
    /// The form of a field there is.
    pub(super) fn of(field: &Definition) -> Self {
        let flags = [
            ("required", field.required),
            ("on_card", field.on_card),
            ("filters", field.filters),
            ("by_member", field.by_member),
            ("opens", field.opens),
            ("charts", field.charts),
        ];
        let listed: Vec<&Term> = field.terms.iter().filter(|term| !term.archived).collect();
        Self {
            kind: field.kind.as_str().to_owned(),
            label_fr: field.label.fr.clone(),
            label_en: field.label.en.clone(),
            help_fr: field.help.fr.clone(),
            help_en: field.help.en.clone(),
            reason_fr: field.reason.fr.clone(),
            reason_en: field.reason.en.clone(),
            section: field.section.to_string(),
            due: field.due.map(|due| due.to_string()).unwrap_or_default(),
            visibility: field.visibility.as_str().to_owned(),
            flags: flags.iter().filter(|(_, on)| *on).map(|(flag, _)| (*flag).to_owned()).collect(),
            term_id: listed.iter().map(|term| term.id.to_string()).collect(),
            term_fr: listed.iter().map(|term| term.label.fr.clone()).collect(),
            term_en: listed.iter().map(|term| term.label.en.clone()).collect(),
            ..Self::default()
        }
    }

    /// The form of a new field.
    pub(super) fn fresh(fields: &Fields) -> Self {
        let section = fields.sections.last().map_or(NEW_SECTION.to_owned(), |last| last.id.to_string());
        Self {
            visibility: Visibility::Members.as_str().to_owned(),
            flags: vec!["by_member".to_owned()],
            section,
            ..Self::default()
        }
    }

    fn has(&self, flag: &str) -> bool {
        self.flags.iter().any(|on| on == flag)
    }

    /// Reads the form.
    pub(super) fn parse(&self, t: T, fields: &Fields, errors: &mut FormErrors) -> Option<(Target, NewField)> {
        let kind = Kind::parse(&self.kind);
        if kind.is_none() {
            errors.add("kind", t.fields_admin_kind_missing());
        }
        let label = self.label(t, errors);
        let help = both(t, errors, ("help_fr", &self.help_fr), ("help_en", &self.help_en), 300);
        let reason = both(t, errors, ("reason_fr", &self.reason_fr), ("reason_en", &self.reason_en), 300);
        if self.has("required") && reason.as_ref().is_some_and(|reason| reason.fr.is_empty()) {
            errors.add("reason_fr", t.fields_admin_reason_missing());
        }
        let section = self.section(t, fields, errors);
        let visibility = Visibility::parse(&self.visibility);
        if visibility.is_none() {
            errors.add("visibility", t.fields_admin_visibility_missing());
        }
        let (kind, visibility) = (kind?, visibility?);
        if self.has("filters") && !kind.has_terms() {
            errors.add("flags", t.fields_admin_filter_kind());
        } else if self.has("filters") && !visibility.is_wide() {
            errors.add("visibility", t.fields_admin_filter_visibility());
        }
        if self.has("charts") && kind != Kind::Person {
            errors.add("flags", t.fields_admin_chart_kind());
        }
        if self.has("required") && !self.has("by_member") {
            errors.add("flags", t.fields_admin_required_locked());
        }
        let due = self.due(t, errors);
        let terms = if kind.has_list() { self.terms(t, errors) } else { Some(Vec::new()) };
        if kind.has_list() && !self.has("opens") && terms.as_ref().is_some_and(Vec::is_empty) {
            errors.add("more", t.fields_admin_terms_missing());
        }
        if !errors.is_empty() {
            return None;
        }
        let mut label = label?;
        if label.en.is_empty() {
            label.en.clone_from(&label.fr);
        }
        Some((
            section?,
            NewField {
                kind,
                section: SectionId(0),
                label,
                help: help?,
                reason: reason?,
                required: self.has("required"),
                on_card: self.has("on_card"),
                filters: self.has("filters"),
                visibility,
                by_member: self.has("by_member"),
                opens: self.has("opens") && kind.has_list(),
                charts: self.has("charts"),
                due,
                terms: terms?,
            },
        ))
    }

    /// What it is called, at least in French.
    fn label(&self, t: T, errors: &mut FormErrors) -> Option<Bilingual> {
        let label = both(t, errors, ("label_fr", &self.label_fr), ("label_en", &self.label_en), 80);
        if label.as_ref().is_some_and(|label| label.fr.is_empty()) {
            errors.add("label_fr", t.form_empty());
        }
        label
    }

    /// The deadline, which goes with a required field alone.
    fn due(&self, t: T, errors: &mut FormErrors) -> Option<NaiveDate> {
        let due = read_day(self.due.trim());
        if due.is_none() && !self.due.trim().is_empty() {
            errors.add("due", t.fields_wrong_day());
        } else if due.is_some() && !self.has("required") {
            errors.add("due", t.fields_admin_due_optional());
        }
        due
    }

    fn section(&self, t: T, fields: &Fields, errors: &mut FormErrors) -> Option<Target> {
        if self.section == NEW_SECTION {
            let name =
                both(t, errors, ("section_fr", &self.section_fr), ("section_en", &self.section_en), 80)?;
            if name.fr.is_empty() {
                errors.add("section_fr", t.fields_admin_section_missing());
                return None;
            }
            let en = if name.en.is_empty() { name.fr.clone() } else { name.en };
            return Some(Target::New(Bilingual { fr: name.fr, en }));
        }
        let known = fields.sections.iter().find(|section| section.id.to_string() == self.section);
        if known.is_none() {
            errors.add("section", t.fields_admin_section_missing());
        }
        known.map(|section| Target::Section(section.id))
    }

    /// The list: the rows that stay, in their order, then a line each, `French | English`.
    fn terms(&self, t: T, errors: &mut FormErrors) -> Option<Vec<(Option<TermId>, Bilingual)>> {
        let mut terms = Vec::new();
        let rows = self.term_id.iter().zip(&self.term_fr).zip(&self.term_en);
        for ((id, fr), en) in rows.filter(|((id, _), _)| !self.term_gone.contains(id)) {
            terms.push((id.parse().ok().map(TermId), fr.as_str(), en.as_str()));
        }
        for line in self.more.lines().filter(|line| !line.trim().is_empty()) {
            let (fr, en) = line.split_once('|').unwrap_or((line, ""));
            terms.push((None, fr, en));
        }
        if terms.len() > TERMS_MOST {
            errors.add("more", t.fields_admin_terms_many(i64::try_from(TERMS_MOST).unwrap_or_default()));
            return None;
        }
        let mut read: Vec<(Option<TermId>, Bilingual)> = Vec::new();
        for (id, fr, en) in terms {
            let label = both(t, errors, ("more", fr), ("more", en), LINE_MOST)?;
            if label.fr.is_empty() {
                errors.add("more", t.fields_admin_term_empty());
                return None;
            }
            if read.iter().any(|(_, known)| fold(&known.fr) == fold(&label.fr)) {
                errors.add("more", t.fields_admin_term_twice(label.fr.as_str()));
                return None;
            }
            let en = if label.en.is_empty() { label.fr.clone() } else { label.en };
            read.push((id, Bilingual { fr: label.fr, en }));
        }
        Some(read)
    }

    /// The field as it would be, for the preview.
    pub(super) fn preview(new: &NewField) -> Definition {
        let term = |(place, (id, label)): (i32, &(Option<TermId>, Bilingual))| Term {
            id: id.unwrap_or(TermId(-1 - place)),
            label: label.clone(),
            archived: false,
        };
        Definition {
            id: FieldId(0),
            key: String::new(),
            kind: new.kind,
            section: new.section,
            label: new.label.clone(),
            help: new.help.clone(),
            reason: new.reason.clone(),
            required: new.required,
            on_card: new.on_card,
            filters: new.filters,
            visibility: new.visibility,
            by_member: new.by_member,
            opens: new.opens,
            charts: new.charts,
            due: new.due,
            archived_at: None,
            terms: if new.kind == Kind::YesNo { yes_no() } else { (0..).zip(&new.terms).map(term).collect() },
        }
    }
}

fn yes_no() -> Vec<Term> {
    let term = |id, fr: &str, en: &str| Term {
        id: TermId(id),
        label: Bilingual { fr: fr.to_owned(), en: en.to_owned() },
        archived: false,
    };
    vec![term(-1, "Oui", "Yes"), term(-2, "Non", "No")]
}

/// Words in both languages, either of which may be left out.
fn both(
    t: T,
    errors: &mut FormErrors,
    fr: (&'static str, &str),
    en: (&'static str, &str),
    most: usize,
) -> Option<Bilingual> {
    let mut one = |(field, text): (&'static str, &str)| match Line::<300>::parse(text) {
        Ok(line) if line.as_str().chars().count() <= most => Some(line.as_str().to_owned()),
        Ok(_) => {
            errors.add(field, words(t, TextError::TooLong { most }));
            None
        }
        Err(TextError::Empty) => Some(String::new()),
        Err(error) => {
            errors.add(field, words(t, error));
            None
        }
    };
    let (fr, en) = (one(fr), one(en));
    Some(Bilingual { fr: fr?, en: en? })
}

/// Why a definition was not taken, beside its field.
pub(super) fn refused(t: T, no: DefinitionRefused, errors: &mut FormErrors) {
    match no {
        DefinitionRefused::TwiceListed => errors.add("more", t.fields_admin_terms_twice()),
        DefinitionRefused::ChartTaken => errors.add("flags", t.fields_admin_chart_taken()),
        DefinitionRefused::Gone => errors.add("section", t.fields_admin_section_missing()),
    }
}
