//! Defining fields, and filling them in.

use crate::{
    authz::{DefineFields, EditProfile, FillProfiles, Permit, Viewer},
    db::{Fact, OnConstraint as _, Tx},
    kernel::{Failure, Fault, MemberId},
};

use super::{
    Bilingual, Changed, Field, FieldId, Fields, Given, Kind, Refused, SectionId, TermId, Wrong,
    model::NewField, store, value::fold,
};

/// Why a definition was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DefinitionRefused {
    /// Two values of the list have the same name.
    TwiceListed,
    /// Another field makes the organisation chart.
    ChartTaken,
    /// There is no such field or section.
    Gone,
}

/// Makes a field, last of its section.
pub async fn define(
    tx: &mut Tx,
    _permit: &Permit<DefineFields>,
    new: &NewField,
) -> Result<FieldId, Failure<DefinitionRefused>> {
    let existing = store::all(tx.db()).await?;
    if !existing.sections.iter().any(|section| section.id == new.section) {
        return Err(Failure::Refused(DefinitionRefused::Gone));
    }
    let key = key(&new.label.fr, &existing);
    let now = tx.now();
    let id = store::insert(tx.db(), &key, new, now)
        .await
        .on_constraint("fields_one_chart", DefinitionRefused::ChartTaken)?;
    list(tx, id, new).await?;
    tx.record(Fact::FieldDefined { field: id.0 }).await?;
    Ok(id)
}

/// Changes a field. Its kind stays, and what people wrote stays.
pub async fn change(
    tx: &mut Tx,
    _permit: &Permit<DefineFields>,
    id: FieldId,
    new: &NewField,
) -> Result<(), Failure<DefinitionRefused>> {
    let found = store::update(tx.db(), id, new)
        .await
        .on_constraint("fields_one_chart", DefinitionRefused::ChartTaken)?;
    if found == 0 {
        return Err(Failure::Refused(DefinitionRefused::Gone));
    }
    if new.kind.has_list() {
        list(tx, id, new).await?;
    }
    tx.record(Fact::FieldChanged { field: id.0 }).await?;
    Ok(())
}

/// Puts the list of a field as the form says. Yes and no are a list of two that nobody changes.
async fn list(tx: &mut Tx, id: FieldId, new: &NewField) -> Result<(), Failure<DefinitionRefused>> {
    let both = |fr: &str, en: &str| (None, Bilingual { fr: fr.to_owned(), en: en.to_owned() });
    let yes_no = [both("Oui", "Yes"), both("Non", "No")];
    let terms = match new.kind {
        Kind::YesNo => &yes_no[..],
        kind if kind.has_list() => &new.terms[..],
        _ => return Ok(()),
    };
    let mut names: Vec<String> = terms.iter().map(|(_, label)| fold(&label.fr)).collect();
    names.sort();
    names.dedup();
    if names.len() < terms.len() {
        return Err(Failure::Refused(DefinitionRefused::TwiceListed));
    }
    let now = tx.now();
    store::set_terms(tx.db(), id, terms, now)
        .await
        .on_constraint("field_terms_folded_key", DefinitionRefused::TwiceListed)
}

/// A short name that no other field has.
fn key(label: &str, existing: &Fields) -> String {
    let plain: String =
        fold(label).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).take(32).collect();
    let words: Vec<&str> = plain.split('-').filter(|word| !word.is_empty()).collect();
    let base = if words.is_empty() { "champ".to_owned() } else { words.join("-") };
    let taken = |key: &str| existing.fields.iter().any(|field| field.key == key);
    let mut key = base.clone();
    let mut n = 2;
    while taken(&key) {
        key = format!("{base}-{n}");
        n += 1;
    }
    key
}

/// Takes a field out of use: nobody sees it or fills it in; what people wrote is kept.
pub async fn archive(tx: &mut Tx, _permit: &Permit<DefineFields>, id: FieldId) -> Result<(), Fault> {
    let now = tx.now();
    if store::set_archived(tx.db(), id, Some(now)).await? {
        tx.record(Fact::FieldArchived { field: id.0 }).await?;
    }
    Ok(())
}

/// Takes a field back into use, with what people wrote.
pub async fn restore(tx: &mut Tx, _permit: &Permit<DefineFields>, id: FieldId) -> Result<(), Fault> {
    if store::set_archived(tx.db(), id, None).await? {
        tx.record(Fact::FieldRestored { field: id.0 }).await?;
    }
    Ok(())
}

/// Puts the fields of a section in this order.
pub async fn reorder(
    tx: &mut Tx,
    _permit: &Permit<DefineFields>,
    section: SectionId,
    order: &[FieldId],
) -> Result<(), Fault> {
    store::set_order(tx.db(), section, order).await?;
    tx.record(Fact::FieldsReordered { section: section.0 }).await?;
    Ok(())
}

/// Makes a section, the last one.
pub async fn add_section(
    tx: &mut Tx,
    _permit: &Permit<DefineFields>,
    name: &Bilingual,
) -> Result<SectionId, Fault> {
    let id = store::insert_section(tx.db(), name).await?;
    tx.record(Fact::FieldSectionChanged { section: id.0 }).await?;
    Ok(id)
}

/// Gives a section another name.
pub async fn rename_section(
    tx: &mut Tx,
    _permit: &Permit<DefineFields>,
    id: SectionId,
    name: &Bilingual,
) -> Result<(), Fault> {
    if store::rename_section(tx.db(), id, name).await? {
        tx.record(Fact::FieldSectionChanged { section: id.0 }).await?;
    }
    Ok(())
}

/// Puts the sections in this order.
pub async fn reorder_sections(
    tx: &mut Tx,
    _permit: &Permit<DefineFields>,
    order: &[SectionId],
) -> Result<(), Fault> {
    store::set_section_order(tx.db(), order).await?;
    if let Some(first) = order.first() {
        tx.record(Fact::FieldSectionChanged { section: first.0 }).await?;
    }
    Ok(())
}

/// Fills in one's own profile. What administrators fill in is refused, and so is leaving out what is required.
/// Answers what changed; where a value is refused, nothing is written.
pub async fn set_own_values(
    tx: &mut Tx,
    permit: &Permit<EditProfile>,
    fields: &Fields,
    given: &[(FieldId, Given)],
) -> Result<Vec<Changed>, Failure<Refused>> {
    for (id, value) in given {
        let field = known(fields, *id)?;
        if !field.by_member {
            return Err(refused(*id, Wrong::NotYours));
        }
        if field.is_asked() && *value == Given::Nothing {
            return Err(refused(*id, Wrong::Missing));
        }
    }
    put(tx, permit.who().viewer(), permit.about().id, fields, given).await
}

/// Fills in somebody's profile: for people administrators, imports and the command line. Answers what changed; where a
/// value is refused, nothing is written.
pub async fn set_values(
    tx: &mut Tx,
    permit: &Permit<FillProfiles>,
    member: MemberId,
    fields: &Fields,
    given: &[(FieldId, Given)],
) -> Result<Vec<Changed>, Failure<Refused>> {
    put(tx, permit.who().viewer(), member, fields, given).await
}

async fn put(
    tx: &mut Tx,
    viewer: Viewer,
    member: MemberId,
    fields: &Fields,
    given: &[(FieldId, Given)],
) -> Result<Vec<Changed>, Failure<Refused>> {
    if !store::lock(tx.db(), member).await? {
        return Err(Fault::new("values for somebody who is not there").into());
    }
    let ids: Vec<FieldId> = given.iter().map(|(id, _)| *id).collect();
    let mut before = store::given(tx.db(), member, &ids).await?;
    let mut changed: Vec<Changed> = Vec::new();
    for (id, value) in given {
        let field = known(fields, *id)?;
        let after = settle(tx, viewer, member, field, value).await?;
        let before = before.remove(id).unwrap_or(Given::Nothing);
        if before != after && !changed.iter().any(|change| change.field == *id) {
            changed.push(Changed { field: *id, before, after });
        }
    }
    if !changed.is_empty() {
        let values: Vec<(FieldId, &Given)> =
            changed.iter().map(|change| (change.field, &change.after)).collect();
        store::replace(tx.db(), member, &values).await?;
        let fields = changed.iter().map(|change| change.field.0).collect();
        tx.record(Fact::FieldsFilled { member, fields }).await?;
    }
    Ok(changed)
}

/// Looks up what only the database knows: the terms of words, who is meant, who stands above whom.
async fn settle(
    tx: &mut Tx,
    viewer: Viewer,
    member: MemberId,
    field: &Field,
    value: &Given,
) -> Result<Given, Failure<Refused>> {
    let person = match value {
        Given::Words(words) if field.is_open() => {
            let found = store::terms(tx.db(), field.id, words).await?;
            return Ok(Given::Terms(each_once(found)));
        }
        Given::Terms(terms) if field.kind.has_terms() => return Ok(Given::Terms(each_once(terms.clone()))),
        Given::Person(person) if field.kind == Kind::Person => {
            if !store::knows(tx.db(), viewer, *person).await? {
                return Err(refused(field.id, Wrong::Nobody(String::new())));
            }
            *person
        }
        Given::Named(name) if field.kind == Kind::Person => named(tx, viewer, field.id, name).await?,
        Given::Nothing => return Ok(Given::Nothing),
        Given::Day(_) if field.kind == Kind::Date => return Ok(value.clone()),
        Given::Text(_) if !field.kind.has_terms() => return Ok(value.clone()),
        _ => return Err(Fault::new("a value of another kind than its field").into()),
    };
    if person == member {
        return Err(refused(field.id, Wrong::Oneself));
    }
    if field.charts && store::is_above(tx.db(), field.id, member, person).await? {
        return Err(refused(field.id, Wrong::Circle));
    }
    Ok(Given::Person(person))
}

/// The one person who is called this.
async fn named(
    tx: &mut Tx,
    viewer: Viewer,
    field: FieldId,
    name: &str,
) -> Result<MemberId, Failure<Refused>> {
    match store::called(tx.db(), viewer, name).await?.as_slice() {
        [one] => Ok(*one),
        [] => Err(refused(field, Wrong::Nobody(name.to_owned()))),
        _ => Err(refused(field, Wrong::SeveralPeople(name.to_owned()))),
    }
}

fn each_once(terms: Vec<TermId>) -> Vec<TermId> {
    let mut once: Vec<TermId> = Vec::new();
    for term in terms {
        if !once.contains(&term) {
            once.push(term);
        }
    }
    once
}

fn known(fields: &Fields, id: FieldId) -> Result<&Field, Failure<Refused>> {
    fields.get(id).ok_or_else(|| refused(id, Wrong::NoField))
}

fn refused(field: FieldId, why: Wrong) -> Failure<Refused> {
    Failure::Refused(Refused { field, why })
}
