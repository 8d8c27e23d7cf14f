//! What people say of themselves in fields that filter the directory.

use sqlx::PgPool;

use crate::{
    community::{Community, NOW},
    copy::Sink,
    dice::Dice,
};

/// A field: its key, kind and label, how many values there are, and the fewest and most that someone has.
struct Field {
    key: &'static str,
    kind: &'static str,
    label: &'static str,
    terms: usize,
    each: (usize, usize),
}

const FIELDS: &[Field] = &[
    Field { key: "metier", kind: "choice", label: "Métier", terms: 40, each: (1, 1) },
    Field { key: "region", kind: "choice", label: "Région", terms: 18, each: (1, 1) },
    Field { key: "entreprise", kind: "choice", label: "Entreprise", terms: 60, each: (0, 1) },
    Field { key: "expertises", kind: "tags", label: "Expertises", terms: 400, each: (0, 5) },
];

/// Writes the fields, their values, and who has which.
pub(crate) async fn write(pool: &PgPool, community: &Community, dice: &mut Dice) -> sqlx::Result<()> {
    sqlx::raw_sql("insert into field_sections (name_fr, name_en, place) values ('Travail', 'Work', 1)")
        .execute(pool)
        .await?;
    let mut terms = Vec::with_capacity(FIELDS.len());
    for (place, field) in FIELDS.iter().enumerate() {
        let id: i32 = sqlx::query_scalar(
            "insert into fields (key, kind, section_id, place, label_fr, label_en, filters, on_card, opens, visibility, created_at)
             select $1, $2, s.id, $3, $4, $4, true, $5, $2 = 'tags', 'members', to_timestamp($6) from field_sections s returning id",
        )
        .bind(field.key)
        .bind(field.kind)
        .bind(place as i32)
        .bind(field.label)
        .bind(place < 2)
        .bind((NOW / 1_000_000) as f64)
        .fetch_one(pool)
        .await?;
        let made: Vec<i32> = sqlx::query_scalar(
            "insert into field_terms (field_id, label_fr, label_en, folded, place)
             select $1, t, t, folded(t), n from (select n, $2 || ' ' || n as t from generate_series(1, $3) n) v returning id",
        )
        .bind(id)
        .bind(field.label)
        .bind(field.terms as i32)
        .fetch_all(pool)
        .await?;
        terms.push((field, id, made));
    }
    let mut sink = Sink::open(pool, "field_values", "member_id, field_id, place, term_id").await?;
    for person in &community.people {
        for (field, id, made) in &terms {
            let mut chosen: Vec<i32> = (0..dice.between(field.each.0, field.each.1))
                .map(|_| made[dice.skewed(made.len(), 2.0)])
                .collect();
            chosen.sort_unstable();
            chosen.dedup();
            for (place, term) in chosen.iter().enumerate() {
                sink.field(person.id).field(id).field(place).field(term);
                sink.end().await?;
            }
        }
    }
    sink.close().await?;
    Ok(())
}
