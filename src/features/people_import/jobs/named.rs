//! People whom rows name in fields of profiles: the dry run says whom nobody will find.

use std::collections::HashSet;

use crate::{
    authz::Viewer,
    db::Db,
    features::{
        fields::{self, Given, Kind, Wrong},
        people_import::{
            compare::Rules,
            model::{Found, Import, Outcome, Problem, Target, Why},
            store::rows,
            values::shortened,
        },
    },
    kernel::Fault,
};

/// The names and addresses that the list itself brings, in small letters: its rows may name each other.
pub(super) async fn listed(db: &mut Db, import: &Import, rules: &Rules) -> Result<HashSet<String>, Fault> {
    let person = |target: &Target| matches!(target, Target::Field(id) if rules.fields.get(*id).is_some_and(|field| field.kind == Kind::Person));
    if !import.mapping.iter().flatten().any(person) {
        return Ok(HashSet::new());
    }
    let at = |target: Target| {
        import.mapping.iter().position(|of| *of == Some(target)).and_then(|place| i32::try_from(place).ok())
    };
    let columns = [Target::Name, Target::FirstName, Target::LastName, Target::Email].map(at);
    let mut all = HashSet::new();
    for [name, first, last, email] in rows::names(db, import.id, import.header, columns).await? {
        all.extend(
            [name, email, format!("{first} {last}"), format!("{last} {first}")].map(|text| fold(&text)),
        );
    }
    all.remove("");
    Ok(all)
}

fn fold(text: &str) -> String {
    fields::fold(text)
}

/// Refuses the rows that name nobody, several people, or the person of the row.
pub(super) async fn refuse(
    db: &mut Db,
    viewer: Viewer,
    import: &Import,
    rules: &Rules,
    listed: &HashSet<String>,
    found: &mut [Found],
) -> Result<(), Fault> {
    let named = |target: Target, text: &str| {
        let Target::Field(id) = target else { return None };
        match rules.fields.get(id).filter(|field| field.kind == Kind::Person)?.read(&[text]) {
            Ok(Given::Named(name)) => Some((id, name)),
            _ => None,
        }
    };
    let plans = found.iter().flat_map(|row| &row.plan);
    let names: Vec<String> =
        plans.filter_map(|change| named(change.what, &change.after)).map(|(_, name)| name).collect();
    if names.is_empty() {
        return Ok(());
    }
    let known = fields::people_called(db, viewer, &names).await?;
    for row in found.iter_mut().filter(|row| row.outcome != Outcome::Error) {
        let wrong = row.plan.iter().find_map(|change| {
            let (_, name) = named(change.what, &change.after)?;
            let why = match known.get(&name) {
                None | Some((0, _)) if listed.contains(&fold(&name)) => return None,
                None | Some((0, _)) => Wrong::Nobody(name),
                Some((1, first)) if first.is_some() && *first == row.member_id => Wrong::Oneself,
                Some((1, _)) => return None,
                Some(_) => Wrong::SeveralPeople(name),
            };
            Some((change.what, change.after.clone(), why))
        });
        if let Some((what, value, why)) = wrong {
            let column = import.mapping.iter().position(|of| *of == Some(what));
            row.outcome = Outcome::Error;
            row.plan = Vec::new();
            row.problems.push(Problem {
                column,
                value: shortened(&value),
                why: Why::Field(why.words(rules.t)),
            });
        }
    }
    Ok(())
}
