//! The statements about what people put into fields.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::{
    authz::Viewer,
    db::Db,
    features::fields::{Bilingual, FieldId, Given, TermId, Value, Values},
    kernel::{Fault, MemberId},
};

/// What profiles say, of these people, as far as the viewer may see it.
pub async fn values(
    db: &mut Db,
    viewer: Viewer,
    people: &[MemberId],
) -> Result<HashMap<MemberId, Values>, Fault> {
    let ids: Vec<uuid::Uuid> = people.iter().map(|id| id.0).collect();
    let rows = sqlx::query!(
        r#"select v.member_id as "member!: MemberId", v.field_id as "field!: FieldId", v.term_id as "term: TermId",
                  t.label_fr as "label_fr?", t.label_en as "label_en?", v.day, v.text,
                  p.id as "person?: MemberId", p.handle as "handle?", p.name as "name?"
           from visible_field_values($1) v
           left join field_terms t on t.id = v.term_id
           left join visible_members($1) p on p.id = v.person_id
           where v.member_id = any ($2) order by v.member_id, v.field_id, v.place"#,
        viewer.id(),
        &ids
    )
    .fetch_all(db)
    .await?;
    let mut found: HashMap<MemberId, Values> = HashMap::new();
    for row in rows {
        let values = found.entry(row.member).or_default();
        let label = Bilingual { fr: row.label_fr.unwrap_or_default(), en: row.label_en.unwrap_or_default() };
        if let (Some(term), Some((field, Value::Terms(terms)))) = (row.term, values.last_mut())
            && *field == row.field
        {
            terms.push((term, label));
            continue;
        }
        let value = match (row.term, row.day, row.text, row.person) {
            (Some(term), ..) => Value::Terms(vec![(term, label)]),
            (_, Some(day), ..) => Value::Day(day),
            (_, _, Some(text), _) => Value::Text(text),
            (.., Some(person)) => {
                Value::Person(person, row.handle.unwrap_or_default(), row.name.unwrap_or_default())
            }
            // Somebody whom the viewer does not know.
            _ => continue,
        };
        values.push((row.field, value));
    }
    Ok(found)
}

/// Locks someone's profile against other changes; answers whether there is such a person.
pub(in super::super) async fn lock(db: &mut Db, member: MemberId) -> Result<bool, Fault> {
    // bare: the row is locked, nothing of it is shown
    let found = sqlx::query_scalar!(
        "select 1 from members where id = $1 and erased_at is null for no key update",
        member.0
    );
    Ok(found.fetch_optional(db).await?.is_some())
}

/// What stands in some fields of one person now, to be compared with what is put there.
pub(in super::super) async fn given(
    db: &mut Db,
    member: MemberId,
    fields: &[FieldId],
) -> Result<HashMap<FieldId, Given>, Fault> {
    let ids: Vec<i32> = fields.iter().map(|id| id.0).collect();
    // bare: what a verb replaces, under the person's lock
    let rows = sqlx::query!(
        r#"select field_id as "field: FieldId", term_id as "term: TermId", person_id as "person: MemberId", day, text
           from field_values where member_id = $1 and field_id = any ($2) order by field_id, place"#,
        member.0,
        &ids
    )
    .fetch_all(db)
    .await?;
    let mut found: HashMap<FieldId, Given> = HashMap::new();
    for row in rows {
        if let (Some(term), Some(Given::Terms(terms))) = (row.term, found.get_mut(&row.field)) {
            terms.push(term);
            continue;
        }
        let given = match (row.term, row.person, row.day, row.text) {
            (Some(term), ..) => Given::Terms(vec![term]),
            (_, Some(person), ..) => Given::Person(person),
            (_, _, Some(day), _) => Given::Day(day),
            (.., Some(text)) => Given::Text(text),
            _ => continue,
        };
        found.insert(row.field, given);
    }
    Ok(found)
}

/// Puts values in the place of those that stood there.
pub(in super::super) async fn replace(
    db: &mut Db,
    member: MemberId,
    given: &[(FieldId, &Given)],
) -> Result<(), Fault> {
    let gone: Vec<i32> = given.iter().map(|(field, _)| field.0).collect();
    sqlx::query!("delete from field_values where member_id = $1 and field_id = any ($2)", member.0, &gone)
        .execute(&mut *db)
        .await?;
    let mut fields: Vec<i32> = Vec::new();
    let mut places: Vec<i16> = Vec::new();
    let mut terms: Vec<Option<i32>> = Vec::new();
    let mut people: Vec<Option<uuid::Uuid>> = Vec::new();
    let mut days: Vec<Option<NaiveDate>> = Vec::new();
    let mut texts: Vec<Option<String>> = Vec::new();
    let mut add = |field: FieldId, place: i16, term: Option<TermId>, person, day, text| {
        fields.push(field.0);
        places.push(place);
        terms.push(term.map(|term| term.0));
        people.push(person);
        days.push(day);
        texts.push(text);
    };
    for (field, given) in given {
        match given {
            Given::Text(text) => add(*field, 0, None, None, None, Some(text.clone())),
            Given::Day(day) => add(*field, 0, None, None, Some(*day), None),
            Given::Person(person) => add(*field, 0, None, Some(person.0), None, None),
            Given::Terms(several) => {
                for (place, term) in (0..).zip(several) {
                    add(*field, place, Some(*term), None, None, None);
                }
            }
            Given::Nothing | Given::Words(_) | Given::Named(_) => {}
        }
    }
    if fields.is_empty() {
        return Ok(());
    }
    sqlx::query!(
        "insert into field_values (member_id, field_id, place, term_id, person_id, day, text)
         select $1, * from unnest($2::int[], $3::smallint[], $4::int[], $5::uuid[], $6::date[], $7::text[])",
        member.0,
        &fields,
        &places,
        &terms as &[Option<i32>],
        &people as &[Option<uuid::Uuid>],
        &days as &[Option<NaiveDate>],
        &texts as &[Option<String>]
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The terms of these words in an open list, made where they are new.
pub(in super::super) async fn terms(
    db: &mut Db,
    field: FieldId,
    words: &[String],
) -> Result<Vec<TermId>, Fault> {
    sqlx::query!(
        "insert into field_terms (field_id, label_fr, label_en, folded, place)
         select $1, word, word, folded(word), 1000000 from unnest($2::text[]) word
         order by folded(word) on conflict on constraint field_terms_folded_key do nothing",
        field.0,
        words
    )
    .execute(&mut *db)
    .await?;
    // A term that an administrator renamed is still found by the words it has in English.
    let found = sqlx::query_scalar!(
        r#"select (select t.id from field_terms t where t.field_id = $1 and t.folded = folded(w.word)) as "id!: TermId"
           from unnest($2::text[]) with ordinality w(word, n)
           order by w.n"#,
        field.0,
        words
    )
    .fetch_all(db)
    .await?;
    Ok(found)
}

/// Who is called this: by handle, mail address or whole name, among those the viewer may know. Two at most.
pub(in super::super) async fn called(
    db: &mut Db,
    viewer: Viewer,
    text: &str,
) -> Result<Vec<MemberId>, Fault> {
    // bare: whether the viewer looks after people
    let found = sqlx::query_scalar!(
        r#"select p.id as "id!: MemberId" from visible_members($1) p
           where p.handle = lower($2) or folded(p.name) = folded($2)
              -- An address must not tell members who has an account.
              or (p.email = lower($2) and exists (select 1 from members me where me.id = $1
                                                  and me.site_role in ('administrator', 'people_administrator')))
           order by (p.handle = lower($2) or p.email = lower($2)) desc limit 2"#,
        viewer.id(),
        text
    )
    .fetch_all(db)
    .await?;
    Ok(found)
}

/// Whom each of these names means for those who look after people: how many, and the first of them. Names, handles and
/// addresses count as in `called`.
pub async fn people_called(
    db: &mut Db,
    viewer: Viewer,
    names: &[String],
) -> Result<HashMap<String, (i64, Option<MemberId>)>, Fault> {
    // bare: asked by those who look after people, before their list is written
    let rows = sqlx::query!(
        r#"with asked as (select distinct name, lower(name) as small, folded(name) as plain from unnest($2::text[]) name),
           found as (
               select a.name, p.id from asked a join members p on p.handle = a.small
               union select a.name, p.id from asked a join members p on p.email = a.small
               union select a.name, p.id from asked a join members p on folded(p.name) = a.plain)
           select f.name as "name!", count(*) as "n!", min(f.id::text)::uuid as "first: MemberId"
           from found f join visible_members($1) v on v.id = f.id group by f.name"#,
        viewer.id(),
        names
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.name, (row.n, row.first))).collect())
}

/// Whether the viewer may know someone.
pub(in super::super) async fn knows(db: &mut Db, viewer: Viewer, person: MemberId) -> Result<bool, Fault> {
    let known = sqlx::query_scalar!(
        r#"select exists (select 1 from visible_members($1) where id = $2) as "known!""#,
        viewer.id(),
        person.0
    );
    Ok(known.fetch_one(db).await?)
}

/// Whether someone stands anywhere above another in the organisation chart. Two changes of the chart at once wait for
/// each other, so that together they cannot close a circle.
pub(in super::super) async fn is_above(
    db: &mut Db,
    chart: FieldId,
    above: MemberId,
    below: MemberId,
) -> Result<bool, Fault> {
    sqlx::query!("select pg_advisory_xact_lock(hashtext('organisation chart'))").fetch_one(&mut *db).await?;
    // bare: a circle is refused whoever is in it
    let found = sqlx::query_scalar!(
        r#"with recursive up(id) as (
               select person_id from field_values where field_id = $1 and member_id = $3
               union
               select v.person_id from up join field_values v on v.field_id = $1 and v.member_id = up.id)
           select exists (select 1 from up where id = $2) as "found!""#,
        chart.0,
        above.0,
        below.0
    );
    Ok(found.fetch_one(db).await?)
}
