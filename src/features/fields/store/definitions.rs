//! The statements about definitions.

use std::collections::HashMap;

use crate::{
    db::Db,
    features::fields::{Bilingual, Field, FieldId, Fields, NewField, Section, SectionId, Term, TermId},
    kernel::{Fault, Timestamp},
};

/// All definitions, in one statement.
pub async fn all(db: &mut Db) -> Result<Fields, Fault> {
    let rows = sqlx::query!(
        r#"select s.id as "section: SectionId", s.name_fr, s.name_en, f.id as "id?: FieldId", f.key as "key?", f.kind as "kind?",
                  f.label_fr as "label_fr?", f.label_en as "label_en?", f.help_fr as "help_fr?", f.help_en as "help_en?",
                  f.reason_fr as "reason_fr?", f.reason_en as "reason_en?", f.required as "required?", f.on_card as "on_card?",
                  f.filters as "filters?", f.visibility as "visibility?", f.by_member as "by_member?", f.opens as "opens?",
                  f.charts as "charts?", f.archived_at as "archived_at?", f.due_on as "due?",
                  case when f.kind in ('choice', 'choices', 'yes_no') then
                      (select jsonb_agg(jsonb_build_array(t.id, t.label_fr, t.label_en, t.archived_at is not null) order by t.place, t.id)
                       from field_terms t where t.field_id = f.id) end as terms
           from field_sections s left join fields f on f.section_id = s.id
           order by s.place, s.id, f.place, f.id"#
    )
    .fetch_all(db)
    .await?;
    let mut all = Fields::default();
    for row in rows {
        if all.sections.last().is_none_or(|last| last.id != row.section) {
            let name = Bilingual { fr: row.name_fr, en: row.name_en };
            all.sections.push(Section { id: row.section, name });
        }
        let Some(id) = row.id else {
            continue;
        };
        let both = |fr: Option<String>, en: Option<String>| Bilingual {
            fr: fr.unwrap_or_default(),
            en: en.unwrap_or_default(),
        };
        let terms: Vec<(TermId, String, String, bool)> =
            row.terms.map(serde_json::from_value).transpose()?.unwrap_or_default();
        let term = |(id, fr, en, archived)| Term { id, label: Bilingual { fr, en }, archived };
        all.fields.push(Field {
            id,
            key: row.key.unwrap_or_default(),
            kind: row.kind.unwrap_or_default().into(),
            section: row.section,
            label: both(row.label_fr, row.label_en),
            help: both(row.help_fr, row.help_en),
            reason: both(row.reason_fr, row.reason_en),
            required: row.required.unwrap_or_default(),
            on_card: row.on_card.unwrap_or_default(),
            filters: row.filters.unwrap_or_default(),
            visibility: row.visibility.unwrap_or_default().into(),
            by_member: row.by_member.unwrap_or_default(),
            opens: row.opens.unwrap_or_default(),
            charts: row.charts.unwrap_or_default(),
            due: row.due,
            archived_at: row.archived_at,
            terms: terms.into_iter().map(term).collect(),
        });
    }
    Ok(all)
}

/// Makes a field, last of its section.
pub(in super::super) async fn insert(
    db: &mut Db,
    key: &str,
    new: &NewField,
    now: Timestamp,
) -> sqlx::Result<FieldId> {
    sqlx::query_scalar!(
        r#"insert into fields (key, kind, section_id, place, label_fr, label_en, help_fr, help_en, reason_fr, reason_en,
                               required, on_card, filters, visibility, by_member, opens, charts, created_at, due_on)
           select $1, $2, $3, (select coalesce(max(place), 0) + 1 from fields where section_id = $3),
                  $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18
           returning id as "id: FieldId""#,
        key,
        new.kind.as_str(),
        new.section.0,
        new.label.fr,
        new.label.en,
        new.help.fr,
        new.help.en,
        new.reason.fr,
        new.reason.en,
        new.required,
        new.on_card,
        new.filters,
        new.visibility.as_str(),
        new.by_member,
        new.opens,
        new.charts,
        now,
        new.due
    )
    .fetch_one(db)
    .await
}

/// Changes a field; its kind stays.
pub(in super::super) async fn update(db: &mut Db, id: FieldId, new: &NewField) -> sqlx::Result<u64> {
    let done = sqlx::query!(
        "update fields set section_id = $2, label_fr = $3, label_en = $4, help_fr = $5, help_en = $6, reason_fr = $7, reason_en = $8,
                required = $9, on_card = $10, filters = $11, visibility = $12, by_member = $13, opens = $14, charts = $15, due_on = $16,
                place = case when section_id = $2 then place else (select coalesce(max(place), 0) + 1 from fields where section_id = $2) end
         where id = $1",
        id.0,
        new.section.0,
        new.label.fr,
        new.label.en,
        new.help.fr,
        new.help.en,
        new.reason.fr,
        new.reason.en,
        new.required,
        new.on_card,
        new.filters,
        new.visibility.as_str(),
        new.by_member,
        new.opens,
        new.charts,
        new.due
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected())
}

/// Puts a list in this order and these words; what is not in it any more is archived. What comes back is offered again.
pub(in super::super) async fn set_terms(
    db: &mut Db,
    field: FieldId,
    terms: &[(Option<TermId>, Bilingual)],
    now: Timestamp,
) -> sqlx::Result<()> {
    let kept: Vec<i32> = terms.iter().filter_map(|(id, _)| id.map(|id| id.0)).collect();
    sqlx::query!(
        "update field_terms set archived_at = $3 where field_id = $1 and archived_at is null and id <> all ($2)",
        field.0,
        &kept,
        now
    )
    .execute(&mut *db)
    .await?;
    for (place, (id, label)) in (0_i32..).zip(terms) {
        match id {
            Some(id) => {
                sqlx::query!(
                    "update field_terms set label_fr = $3, label_en = $4, folded = folded($3), place = $5, archived_at = null
                     where field_id = $1 and id = $2",
                    field.0,
                    id.0,
                    label.fr,
                    label.en,
                    place
                )
                .execute(&mut *db)
                .await?;
            }
            None => {
                sqlx::query!(
                    "insert into field_terms (field_id, label_fr, label_en, folded, place) values ($1, $2, $3, folded($2), $4)
                     on conflict on constraint field_terms_folded_key
                     do update set label_fr = $2, label_en = $3, place = $4, archived_at = null",
                    field.0,
                    label.fr,
                    label.en,
                    place
                )
                .execute(&mut *db)
                .await?;
            }
        }
    }
    Ok(())
}

/// Archives a field, or takes it back into use.
pub(in super::super) async fn set_archived(
    db: &mut Db,
    id: FieldId,
    at: Option<Timestamp>,
) -> Result<bool, Fault> {
    let done = sqlx::query!(
        "update fields set archived_at = $2, charts = charts and $2::timestamptz is null
         where id = $1 and (archived_at is null) = ($2::timestamptz is not null)",
        id.0,
        at
    );
    Ok(done.execute(db).await?.rows_affected() == 1)
}

/// Puts the fields of a section in this order.
pub(in super::super) async fn set_order(
    db: &mut Db,
    section: SectionId,
    order: &[FieldId],
) -> Result<(), Fault> {
    let ids: Vec<i32> = order.iter().map(|id| id.0).collect();
    sqlx::query!(
        "update fields set place = o.n from unnest($2::int[]) with ordinality o(id, n) where fields.id = o.id and section_id = $1",
        section.0,
        &ids
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Makes a section, the last one.
pub(in super::super) async fn insert_section(db: &mut Db, name: &Bilingual) -> Result<SectionId, Fault> {
    let id = sqlx::query_scalar!(
        r#"insert into field_sections (name_fr, name_en, place)
           select $1, $2, coalesce(max(place), 0) + 1 from field_sections returning id as "id: SectionId""#,
        name.fr,
        name.en
    );
    Ok(id.fetch_one(db).await?)
}

/// Gives a section other words.
pub(in super::super) async fn rename_section(
    db: &mut Db,
    id: SectionId,
    name: &Bilingual,
) -> Result<bool, Fault> {
    let done = sqlx::query!(
        "update field_sections set name_fr = $2, name_en = $3 where id = $1",
        id.0,
        name.fr,
        name.en
    );
    Ok(done.execute(db).await?.rows_affected() == 1)
}

/// Puts the sections in this order.
pub(in super::super) async fn set_section_order(db: &mut Db, order: &[SectionId]) -> Result<(), Fault> {
    let ids: Vec<i32> = order.iter().map(|id| id.0).collect();
    sqlx::query!(
        "update field_sections set place = o.n from unnest($1::int[]) with ordinality o(id, n) where field_sections.id = o.id",
        &ids
    )
    .execute(db)
    .await?;
    Ok(())
}

/// In how many profiles a field stands.
pub async fn uses(db: &mut Db) -> Result<HashMap<FieldId, i64>, Fault> {
    // bare: numbers for those who look after the fields
    let rows = sqlx::query!(
        r#"select field_id as "field: FieldId", count(distinct member_id) as "n!" from field_values group by field_id"#
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.field, row.n)).collect())
}
