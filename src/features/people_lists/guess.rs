//! What headings mean, in both languages, as organisations write them.

use std::collections::HashMap;

use crate::{features::fields::Fields, worker::sheet::heading};

use super::model::Target;

/// Headings in the form of [`heading`], for each target the most usual first.
const KNOWN: &[(Target, &[&str])] = &[
    (
        Target::Email,
        &[
            "adresse e mail",
            "email",
            "e mail",
            "mail",
            "courriel",
            "adresse mail",
            "adresse email",
            "adresse electronique",
            "adresse courriel",
            "adresse de messagerie",
            "messagerie",
            "e mail address",
            "email address",
            "mail professionnel",
            "email professionnel",
            "adresse mail professionnelle",
            "adresse e mail professionnelle",
            "work email",
        ],
    ),
    (
        Target::ExternalId,
        &[
            "matricule",
            "identifiant externe",
            "numero de matricule",
            "no matricule",
            "n matricule",
            "code salarie",
            "id salarie",
            "identifiant rh",
            "identifiant",
            "staff number",
            "employee id",
            "employee number",
            "external id",
            "personnel number",
        ],
    ),
    (
        Target::Name,
        &[
            "nom affiche",
            "nom complet",
            "nom et prenom",
            "prenom et nom",
            "nom prenom",
            "prenom nom",
            "display name",
            "full name",
            "name",
        ],
    ),
    (Target::FirstName, &["prenom", "prenoms", "first name", "given name", "forename"]),
    (
        Target::LastName,
        &["nom", "nom de famille", "nom d usage", "nom usuel", "last name", "family name", "surname"],
    ),
    (
        Target::Headline,
        &[
            "fonction",
            "poste",
            "metier",
            "intitule de poste",
            "emploi",
            "titre",
            "job title",
            "position",
            "role professionnel",
            "title",
        ],
    ),
    (
        Target::Place,
        &["lieu", "ville", "site", "lieu de travail", "localisation", "place", "city", "location", "office"],
    ),
    (
        Target::Phone,
        &[
            "telephone",
            "tel",
            "tel pro",
            "portable",
            "mobile",
            "telephone portable",
            "telephone professionnel",
            "telephone mobile",
            "numero de telephone",
            "phone",
            "phone number",
            "mobile phone",
        ],
    ),
    (Target::Language, &["langue", "language", "langue de l interface"]),
    (Target::Role, &["role", "droits", "role sur la plateforme", "platform role"]),
    (Target::Status, &["statut", "etat", "statut du compte", "status", "account status"]),
    (Target::Groups, &["groupes", "groupe", "cercles", "groups", "group", "equipes"]),
];

/// All headings that are known, for the reader to find their row by.
pub(in crate::features) fn words(remembered: &HashMap<String, String>, fields: &Fields) -> Vec<String> {
    let known = KNOWN.iter().flat_map(|(_, words)| words.iter().map(|word| (*word).to_owned()));
    let defined = fields.active().flat_map(|field| [heading(&field.label.fr), heading(&field.label.en)]);
    known.chain(remembered.keys().cloned()).chain(defined).collect()
}

/// What each column says, as far as its heading tells; the last time is worth more than what is usual. No two columns
/// say the same. A *Nom* beside no *Prénom* is the whole name.
pub(in crate::features) fn mapping(
    headings: &[String],
    remembered: &HashMap<String, String>,
    fields: &Fields,
) -> Vec<Option<Target>> {
    let mut taken: Vec<Target> = Vec::new();
    let mut found: Vec<Option<Target>> = Vec::new();
    for text in headings {
        let heading = heading(text);
        let before = remembered.get(&heading);
        let target = match before {
            Some(word) => Target::parse(word),
            None => field(fields, &heading).or_else(|| {
                KNOWN.iter().find(|(_, words)| words.contains(&heading.as_str())).map(|(target, _)| *target)
            }),
        };
        let there = |target: &Target| !matches!(target, Target::Field(id) if fields.get(*id).is_none());
        let target = target.filter(there).filter(|target| !taken.contains(target));
        taken.extend(target);
        found.push(target);
    }
    if !taken.contains(&Target::FirstName) && !taken.contains(&Target::Name) {
        for target in found.iter_mut().filter(|target| **target == Some(Target::LastName)) {
            *target = Some(Target::Name);
        }
    }
    found
}

/// The field of profiles that is called this.
fn field(fields: &Fields, text: &str) -> Option<Target> {
    let called = |words: &str| heading(words) == text;
    let found = fields.active().find(|field| {
        called(&field.label.fr) || called(&field.label.en) || called(&field.key.replace('-', " "))
    });
    found.map(|field| Target::Field(field.id))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guessed(headings: &[&str]) -> Vec<Option<Target>> {
        mapping(
            &headings.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>(),
            &HashMap::new(),
            &Fields::default(),
        )
    }

    #[test]
    fn headings_are_understood_in_both_languages() {
        use Target::*;
        assert_eq!(
            guessed(&["Nom", "PRÉNOM", "Adresse e-mail", "Tél.", "Âge"]),
            [Some(LastName), Some(FirstName), Some(Email), Some(Phone), None]
        );
        assert_eq!(guessed(&["Name", "E-mail", "Staff number"]), [Some(Name), Some(Email), Some(ExternalId)]);
        assert_eq!(guessed(&["Nom", "Courriel"]), [Some(Name), Some(Email)], "alone it is the whole name");
        assert_eq!(guessed(&["Email", "E-mail"]), [Some(Email), None], "no two columns say the same");
    }

    #[test]
    fn what_was_chosen_before_counts_more() {
        let remembered =
            HashMap::from([("poste".to_owned(), "phone".to_owned()), ("mail".to_owned(), String::new())]);
        let headings = ["Poste".to_owned(), "Mail".to_owned()];
        assert_eq!(mapping(&headings, &remembered, &Fields::default()), [Some(Target::Phone), None]);
    }
}
