//! What the cells of a row say, each in the one form in which it is kept and compared.

use unicode_normalization::UnicodeNormalization as _;

use crate::{
    authz::SiteRole,
    features::fields::Fields,
    i18n::{Locale, T},
    kernel::{EmailAddress, Line, TextError},
    sheets::unharmed,
    worker::sheet::heading,
};

use super::model::{Problem, Status, Target, Why};

/// What a row says of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::features) enum Said {
    /// This.
    Put(String),
    /// That there is nothing.
    Erase,
}

/// What a row says: for each target the column and what it says there. What it is silent about is not in it.
#[derive(Clone, Debug, Default)]
pub(in crate::features) struct Values {
    said: Vec<(Target, usize, Said)>,
}

impl Values {
    pub(in crate::features) fn get(&self, target: Target) -> Option<&Said> {
        self.said.iter().find(|(of, _, _)| *of == target).map(|(_, _, said)| said)
    }

    /// The text that is put there.
    pub(in crate::features) fn text(&self, target: Target) -> Option<&str> {
        match self.get(target) {
            Some(Said::Put(text)) => Some(text),
            _ => None,
        }
    }

    /// The fields of profiles that it speaks of.
    pub(in crate::features) fn fields(&self) -> impl Iterator<Item = Target> + '_ {
        self.said.iter().map(|(of, _, _)| *of).filter(|of| matches!(of, Target::Field(_)))
    }

    pub(in crate::features) fn column(&self, target: Target) -> Option<usize> {
        self.said.iter().find(|(of, _, _)| *of == target).map(|(_, column, _)| *column)
    }
}

/// Reads the cells of a row.
pub(in crate::features) fn read(
    cells: &[String],
    mapping: &[Option<Target>],
    (fields, t): (&Fields, T),
) -> (Values, Vec<Problem>) {
    let mut values = Values::default();
    let mut problems = Vec::new();
    for (column, (cell, target)) in cells.iter().zip(mapping).enumerate() {
        let Some(target) = *target else { continue };
        match cell_says(target, unharmed(cell.trim()), (fields, t)) {
            Ok(None) => {}
            Ok(Some(said)) => values.said.push((target, column, said)),
            Err(why) => problems.push(Problem { column: Some(column), value: shortened(cell), why }),
        }
    }
    whole_name(&mut values);
    (values, problems)
}

/// The beginning of a value, for messages.
pub(in crate::features) fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(80).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// First and last name make the whole one, where no column has that.
fn whole_name(values: &mut Values) {
    if values.get(Target::Name).is_some() {
        return;
    }
    let part = |target| values.text(target).unwrap_or_default();
    let whole = format!("{} {}", part(Target::FirstName), part(Target::LastName));
    let column = values.column(Target::LastName).or(values.column(Target::FirstName));
    if let (Ok(name), Some(column)) = (Line::<80>::parse(&whole), column) {
        values.said.push((Target::Name, column, Said::Put(name.as_str().to_owned())));
    }
}

/// What a cell says; nothing where it is empty.
fn cell_says(target: Target, text: &str, (fields, t): (&Fields, T)) -> Result<Option<Said>, Why> {
    if text.is_empty() {
        return Ok(None);
    }
    if matches!(text.to_lowercase().as_str(), "#vide" | "#empty") {
        let erasable = [Target::ExternalId, Target::Headline, Target::Place, Target::Phone];
        let erasable = erasable.contains(&target) || matches!(target, Target::Field(_));
        return if erasable { Ok(Some(Said::Erase)) } else { Err(Why::CannotErase) };
    }
    let broken = ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#DATA!"];
    if broken.contains(&text) {
        return Err(Why::Formula);
    }
    let read = match target {
        Target::Email => {
            let bare = text.strip_prefix("mailto:").unwrap_or(text);
            EmailAddress::parse(bare).map(|email| email.as_str().to_owned()).map_err(|_| Why::BadEmail)
        }
        Target::ExternalId => line::<120>(&text.nfkc().collect::<String>()),
        Target::Name | Target::FirstName | Target::LastName | Target::Place => line::<80>(text),
        Target::Headline => line::<120>(text),
        Target::Phone => phone(text),
        Target::Language => language(text).map(|locale| locale.tag().to_owned()).ok_or(Why::UnknownLanguage),
        Target::Role => role(text).map(|role| role.as_str().to_owned()).ok_or(Why::UnknownRole),
        Target::Status => status(text).map(|status| status.as_str().to_owned()).ok_or(Why::UnknownStatus),
        Target::Groups => Ok(text.to_owned()),
        Target::Field(id) => match fields.get(id).map(|field| field.read(&[text])) {
            Some(Ok(_)) => Ok(text.to_owned()),
            Some(Err(wrong)) => Err(Why::Field(wrong.words(t))),
            None => Ok(String::new()),
        },
    };
    read.map(|text| Some(Said::Put(text)))
}

fn line<const MOST: usize>(text: &str) -> Result<String, Why> {
    match Line::<MOST>::parse(text) {
        Ok(line) => Ok(line.as_str().to_owned()),
        Err(TextError::TooLong { most }) => Err(Why::TooLong { most }),
        Err(_) => Err(Why::Malformed),
    }
}

/// A number to call. A spreadsheet that took it for a number has lost the zero that French numbers begin with.
fn phone(text: &str) -> Result<String, Why> {
    let text = line::<40>(text)?;
    let bare = text.len() == 9 && text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0');
    let text = if bare { format!("0{text}") } else { text };
    if crate::features::people::is_phone(&text) { Ok(text) } else { Err(Why::BadPhone) }
}

fn language(text: &str) -> Option<Locale> {
    match heading(text).as_str() {
        "fr" | "francais" | "french" | "fr fr" => Some(Locale::Fr),
        "en" | "anglais" | "english" | "en gb" | "en us" => Some(Locale::En),
        _ => None,
    }
}

fn role(text: &str) -> Option<SiteRole> {
    match heading(text).as_str() {
        "membre" | "member" => Some(SiteRole::Member),
        "moderateur" | "moderatrice" | "moderator" => Some(SiteRole::Moderator),
        "administrateur des personnes" | "administratrice des personnes" | "people administrator" => {
            Some(SiteRole::PeopleAdministrator)
        }
        "administrateur des groupes" | "administratrice des groupes" | "groups administrator" => {
            Some(SiteRole::GroupsAdministrator)
        }
        "administrateur" | "administratrice" | "administrator" => Some(SiteRole::Administrator),
        other => SiteRole::parse(&other.replace(' ', "_")),
    }
}

fn status(text: &str) -> Option<Status> {
    match heading(text).as_str() {
        "actif" | "active" | "actifs" => Some(Status::Active),
        "suspendu" | "suspendue" | "suspended" => Some(Status::Suspended),
        "anonymise" | "anonymisee" | "anonymised" | "anonymized" => Some(Status::Anonymised),
        _ => None,
    }
}

/// The names in a column of groups.
pub(in crate::features) fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ';', '|', '\n']).map(str::trim).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(target: Target, text: &str) -> Result<Option<Said>, Why> {
        cell_says(target, text, (&Fields::default(), Locale::Fr.t()))
    }

    #[test]
    fn values_are_read_in_one_form() {
        let put = |text: &str| Ok(Some(Said::Put(text.to_owned())));
        assert_eq!(said(Target::Email, " Léa@X.fr"), Err(Why::BadEmail));
        assert_eq!(said(Target::Email, "LEA@Estuaire.Test"), put("lea@estuaire.test"));
        assert_eq!(said(Target::Phone, "612345678"), put("0612345678"));
        assert_eq!(said(Target::Phone, "abc"), Err(Why::BadPhone));
        assert_eq!(said(Target::Role, "Administratrice"), put("administrator"));
        assert_eq!(said(Target::Status, "Suspendue"), put("suspended"));
        assert_eq!(said(Target::Language, "français"), put("fr"));
        assert_eq!(said(Target::Phone, ""), Ok(None));
        assert_eq!(said(Target::Phone, "#VIDE"), Ok(Some(Said::Erase)));
        assert_eq!(said(Target::Email, "#vide"), Err(Why::CannotErase));
        assert_eq!(said(Target::Headline, "#REF!"), Err(Why::Formula));
        assert_eq!(said(Target::Place, &"a".repeat(81)), Err(Why::TooLong { most: 80 }));
    }

    #[test]
    fn two_columns_make_a_name() {
        let cells = ["Dupont".to_owned(), "Léa".to_owned()];
        let (values, problems) = read(
            &cells,
            &[Some(Target::LastName), Some(Target::FirstName)],
            (&Fields::default(), Locale::Fr.t()),
        );
        assert_eq!(values.text(Target::Name), Some("Léa Dupont"));
        assert!(problems.is_empty());
    }
}
