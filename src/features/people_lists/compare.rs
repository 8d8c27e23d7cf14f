//! A row beside whoever it means: what would change, or why it must not. Nothing here asks the database, so that the dry
//! run and the import come to the same answer.

use std::collections::HashMap;

use crate::{
    authz::{MemberActor, SiteRole},
    features::fields::{FieldId, Fields},
    i18n::{Locale, T},
    kernel::MemberId,
};

use super::{
    model::{Change, Found, Options, Outcome, Problem, Status, Target, Why},
    values::{self, Said, Values, shortened},
};

/// Someone who is there, as far as a list can change them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::features) struct Person {
    pub(in crate::features) id: MemberId,
    pub(in crate::features) email: String,
    pub(in crate::features) external_id: String,
    pub(in crate::features) name: String,
    pub(in crate::features) headline: String,
    pub(in crate::features) place: String,
    pub(in crate::features) phone: String,
    pub(in crate::features) locale: String,
    pub(in crate::features) role: SiteRole,
    pub(in crate::features) external: bool,
    pub(in crate::features) suspended: bool,
    pub(in crate::features) entered: bool,
    /// The groups they are in, of those the importer knows.
    pub(in crate::features) groups: Vec<String>,
    /// Addresses and staff numbers of accounts that were merged into this one, in small letters.
    pub(in crate::features) also: Vec<String>,
    /// What stands in the fields of their profile, as a sheet shows it.
    pub(in crate::features) fields: HashMap<FieldId, String>,
}

impl Person {
    /// What stands there now.
    pub(in crate::features) fn value(&self, what: Target) -> String {
        match what {
            Target::Email => self.email.clone(),
            Target::ExternalId => self.external_id.clone(),
            Target::Name => self.name.clone(),
            Target::Headline => self.headline.clone(),
            Target::Place => self.place.clone(),
            Target::Phone => self.phone.clone(),
            Target::Language => self.locale.clone(),
            Target::Role => self.role.as_str().to_owned(),
            Target::Status => {
                if self.suspended { Status::Suspended } else { Status::Active }.as_str().to_owned()
            }
            Target::Field(field) => self.fields.get(&field).cloned().unwrap_or_default(),
            Target::FirstName | Target::LastName | Target::Groups => String::new(),
        }
    }
}

/// A group by one of its names.
#[derive(Clone, Debug)]
pub(in crate::features) struct KnownGroup {
    pub(in crate::features) slug: String,
    pub(in crate::features) archived: bool,
}

/// What is the same for all rows.
pub(in crate::features) struct Rules {
    pub(in crate::features) importer: MemberActor,
    pub(in crate::features) options: Options,
    /// Groups the importer knows, by slug and by folded name.
    pub(in crate::features) groups: HashMap<String, KnownGroup>,
    pub(in crate::features) administrators: usize,
    /// The fields of profiles.
    pub(in crate::features) fields: Fields,
    /// The words of the community, for what fields say is wrong.
    pub(in crate::features) t: T,
    /// Their language.
    pub(in crate::features) locale: Locale,
}

impl Rules {
    /// Whether two texts say the same in a field.
    pub(in crate::features) fn same(&self, what: Target, one: &str, other: &str) -> bool {
        let Target::Field(id) = what else { return one == other };
        let read = |text: &str| self.fields.get(id).and_then(|field| field.read(&[text]).ok());
        one == other || read(one) == read(other)
    }
}

/// The people a part of the list may mean.
#[derive(Default)]
pub(in crate::features) struct People {
    by_email: HashMap<String, usize>,
    by_id: HashMap<String, usize>,
    all: Vec<Person>,
}

impl People {
    pub(in crate::features) fn new(all: Vec<Person>) -> Self {
        // Whoever has a key now comes before whoever had it once.
        let also = |(place, one): (usize, &Person)| -> Vec<(String, usize)> {
            one.also.iter().map(|key| (key.clone(), place)).collect()
        };
        let mut by_email: HashMap<String, usize> = all.iter().enumerate().flat_map(also).collect();
        let mut by_id = by_email.clone();
        by_email.extend(all.iter().enumerate().map(|(place, one)| (one.email.clone(), place)));
        by_id.extend(
            all.iter()
                .enumerate()
                .filter(|(_, one)| !one.external_id.is_empty())
                .map(|(place, one)| (one.external_id.to_lowercase(), place)),
        );
        Self { by_email, by_id, all }
    }

    fn of_email(&self, email: Option<&str>) -> Option<&Person> {
        self.all.get(*self.by_email.get(email?)?)
    }

    fn of_id(&self, id: Option<&str>) -> Option<&Person> {
        self.all.get(*self.by_id.get(&id?.to_lowercase())?)
    }
}

/// The keys of rows before, so that nobody is changed twice by one list.
#[derive(Default)]
pub(in crate::features) struct Seen(HashMap<String, i32>);

impl Seen {
    /// The row that means the same person, if one came before.
    pub(in crate::features) fn before(&mut self, number: i32, values: &Values) -> Option<i32> {
        let keys = [(Target::Email, 'e'), (Target::ExternalId, 'i')]
            .into_iter()
            .filter_map(|(target, mark)| Some(format!("{mark}{}", values.text(target)?.to_lowercase())));
        let mut first = None;
        for key in keys {
            let row = *self.0.entry(key).or_insert(number);
            first = first.or((row != number).then_some(row));
        }
        first
    }
}

/// What a row would do.
pub(in crate::features) fn compare(
    number: i32,
    (values, mut problems): (&Values, Vec<Problem>),
    same: Option<i32>,
    people: &People,
    rules: &Rules,
) -> Found {
    let unread = problems.iter().any(|problem| problem.why == Why::BadEmail);
    let mut whole = |why: Why, target: Target| {
        let value = values.text(target).map(shortened).unwrap_or_default();
        problems.push(Problem { column: values.column(target), value, why });
    };
    let (email, id) = (values.text(Target::Email), values.text(Target::ExternalId));
    let (by_email, by_id) = (people.of_email(email), people.of_id(id));
    let person = by_id.or(by_email);
    if email.is_none() && id.is_none() {
        // Its key itself could not be read: that is said already.
        if !unread {
            whole(Why::NoKey, Target::Email);
        }
    } else if let Some(row) = same {
        whole(Why::SamePerson { row }, if email.is_some() { Target::Email } else { Target::ExternalId });
    } else if by_email.zip(by_id).is_some_and(|(one, other)| one.id != other.id) {
        whole(Why::TwoPeople, Target::Email);
    }
    let changes = match person {
        Some(person) => changes_of(person, values, rules, &mut problems),
        None => changes_of_new(values, rules, &mut problems),
    };
    let outcome = match (problems.is_empty(), person.is_some(), changes.is_empty()) {
        (false, _, _) => Outcome::Error,
        (true, false, _) => Outcome::New,
        (true, true, true) => Outcome::Unchanged,
        (true, true, false) => Outcome::Changed,
    };
    let member_id = person.map(|person| person.id);
    let plan = if outcome == Outcome::Error { Vec::new() } else { changes };
    Found { number, outcome, member_id, plan, problems }
}

/// The targets that are compared as they are.
const PLAIN: [Target; 9] = [
    Target::Email,
    Target::ExternalId,
    Target::Name,
    Target::Headline,
    Target::Place,
    Target::Phone,
    Target::Language,
    Target::Role,
    Target::Status,
];

fn changes_of(person: &Person, values: &Values, rules: &Rules, problems: &mut Vec<Problem>) -> Vec<Change> {
    let mut changes = Vec::new();
    for what in PLAIN.into_iter().chain(values.fields()) {
        let before = person.value(what);
        let after = match values.get(what) {
            None => continue,
            Some(Said::Put(text)) => text.clone(),
            Some(Said::Erase) => String::new(),
        };
        // A key that was another account's before means this one, and does not change its own.
        if matches!(what, Target::Email | Target::ExternalId) && person.also.contains(&after.to_lowercase()) {
            continue;
        }
        // One part of a name alone is not a name.
        let part = what == Target::Name
            && values.get(Target::FirstName).is_some() != values.get(Target::LastName).is_some();
        if !rules.same(what, &before, &after) && !part {
            changes.push(Change::new(what, before, after));
        }
    }
    let wanted = groups(values, rules, problems);
    let missing: Vec<String> = wanted.into_iter().filter(|slug| !person.groups.contains(slug)).collect();
    if !missing.is_empty() {
        changes.push(Change::new(Target::Groups, String::new(), missing.join(", ")));
    }
    if let Some((why, target)) = forbidden(person, &changes, rules) {
        let value = values.text(target).map(shortened).unwrap_or_default();
        problems.push(Problem { column: values.column(target), value, why });
    }
    changes
}

/// Why these changes must not be made to this person, and the column that asks for them.
fn forbidden(person: &Person, changes: &[Change], rules: &Rules) -> Option<(Why, Target)> {
    let first = changes.first()?;
    let of = |what| changes.iter().find(|change| change.what == what);
    if person.id == rules.importer.id {
        return Some((Why::Yourself, first.what));
    }
    let chief = rules.importer.site_role == SiteRole::Administrator;
    let last = person.role == SiteRole::Administrator && !person.suspended && rules.administrators <= 1;
    if last {
        return Some((Why::LastAdministrator, first.what));
    }
    if !chief && person.role > SiteRole::Moderator {
        return Some((Why::Protected, first.what));
    }
    if of(Target::Role).is_some() && !chief {
        return Some((Why::RolesByAdministrators, Target::Role));
    }
    (of(Target::Role).is_some() && person.external).then_some((Why::GuestRole, Target::Role))
}

fn changes_of_new(values: &Values, rules: &Rules, problems: &mut Vec<Problem>) -> Vec<Change> {
    let mut wrong = |why: Why, target: Target| {
        let value = values.text(target).map(shortened).unwrap_or_default();
        problems.push(Problem { column: values.column(target), value, why });
    };
    let known = values.text(Target::Email).is_some();
    if !rules.options.create || (!known && values.text(Target::ExternalId).is_some()) {
        wrong(Why::NotThere, if known { Target::Email } else { Target::ExternalId });
    } else if known && values.text(Target::Name).is_none() {
        wrong(Why::NoName, Target::Name);
    }
    let role = values.text(Target::Role).is_some_and(|role| role != SiteRole::Member.as_str());
    if role && rules.importer.site_role != SiteRole::Administrator {
        wrong(Why::RolesByAdministrators, Target::Role);
    }
    if values.text(Target::Status).is_some_and(|status| status != Status::Active.as_str()) {
        wrong(Why::NewNotActive, Target::Status);
    }
    let mut changes: Vec<Change> = PLAIN
        .into_iter()
        .filter(|what| *what != Target::Status)
        .chain(values.fields())
        .filter_map(|what| {
            let after = values.text(what)?.to_owned();
            Some(Change::new(what, String::new(), after))
        })
        .collect();
    let wanted = groups(values, rules, problems);
    if !wanted.is_empty() {
        changes.push(Change::new(Target::Groups, String::new(), wanted.join(", ")));
    }
    changes
}

/// The groups that a row names, by their slugs.
fn groups(values: &Values, rules: &Rules, problems: &mut Vec<Problem>) -> Vec<String> {
    let Some(text) = values.text(Target::Groups) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for name in values::names(text) {
        let why =
            match rules.groups.get(name).or_else(|| rules.groups.get(&crate::worker::sheet::heading(name))) {
                Some(group) if group.archived => Why::ArchivedGroup,
                Some(group) => {
                    if !found.contains(&group.slug) {
                        found.push(group.slug.clone());
                    }
                    continue;
                }
                None => Why::UnknownGroup,
            };
        problems.push(Problem { column: values.column(Target::Groups), value: shortened(name), why });
    }
    found
}
