//! The statements of the directory: a page of people, and how many there are of each value.
//!
//! Over 100,000 people the page takes about as long as counting everybody. Counting half a million values takes many
//! times that, which is why `FacetCache` keeps the counts of everybody for a moment.

use uuid::Uuid;

use crate::{
    authz::Viewer,
    db::Db,
    features::people::asked::{Asked, Sort},
    kernel::{Fault, MemberId},
    ui::Rings,
};

/// Someone in the directory.
pub(in super::super) struct Found {
    pub(in super::super) id: MemberId,
    pub(in super::super) name: String,
    pub(in super::super) headline: String,
    pub(in super::super) place: String,
    pub(in super::super) photo_version: Option<Uuid>,
    pub(in super::super) rings: Rings,
    pub(in super::super) shared: i64,
    /// What the card shows: field, French, English.
    pub(in super::super) card: Vec<(i32, String, String)>,
}

/// A group of the viewer's, and how many of those who were found are in it.
#[derive(serde::Deserialize)]
pub(in super::super) struct GroupCount {
    pub(in super::super) slug: String,
    pub(in super::super) name: String,
    pub(in super::super) n: i64,
}

/// A ring, and how many of those who were found wear it.
#[derive(serde::Deserialize)]
pub(in super::super) struct RingCount {
    pub(in super::super) id: i32,
    pub(in super::super) fr: String,
    pub(in super::super) en: String,
    pub(in super::super) n: i64,
}

/// A page of the directory.
#[derive(Default)]
pub(in super::super) struct PageOfPeople {
    pub(in super::super) total: i64,
    pub(in super::super) groups: Vec<GroupCount>,
    pub(in super::super) worn: Vec<RingCount>,
    pub(in super::super) people: Vec<Found>,
}

/// How many people have a value.
#[derive(Clone)]
pub(in super::super) struct TermCount {
    pub(in super::super) field: i32,
    pub(in super::super) term: i32,
    pub(in super::super) fr: String,
    pub(in super::super) en: String,
    pub(in super::super) n: i64,
}

struct Row {
    total: i64,
    groups: serde_json::Value,
    worn: serde_json::Value,
    id: Option<MemberId>,
    name: Option<String>,
    headline: Option<String>,
    place: Option<String>,
    photo_version: Option<Uuid>,
    rings: Option<Rings>,
    shared: Option<i64>,
    card: Option<serde_json::Value>,
}

fn page(rows: Vec<Row>) -> Result<PageOfPeople, Fault> {
    let mut page = PageOfPeople::default();
    for row in rows {
        page.total = row.total;
        if page.groups.is_empty() {
            page.groups = serde_json::from_value(row.groups)?;
        }
        if page.worn.is_empty() {
            page.worn = serde_json::from_value(row.worn)?;
        }
        if let Some(id) = row.id {
            page.people.push(Found {
                id,
                name: row.name.unwrap_or_default(),
                headline: row.headline.unwrap_or_default(),
                place: row.place.unwrap_or_default(),
                photo_version: row.photo_version,
                rings: row.rings.unwrap_or_default(),
                shared: row.shared.unwrap_or_default(),
                card: row.card.map(serde_json::from_value).transpose()?.unwrap_or_default(),
            });
        }
    }
    Ok(page)
}

/// A page of everybody, for members: counted by an index, unless `total` is known, and read in its order.
pub(in super::super) async fn everybody(
    db: &mut Db,
    viewer: Viewer,
    asked: &Asked,
    cards: &[i32],
    total: Option<i64>,
    most: i64,
) -> Result<PageOfPeople, Fault> {
    // bare: one's own memberships; numbers over everybody in groups one may read, which guests never ask
    let rows = sqlx::query_as!(
        Row,
        r#"with page as (
               (select p.*, row_number() over (order by folded(p.name), p.id) as n from visible_members($1) p
                where p.suspended_at is null and not $2 order by folded(p.name), p.id limit $3 offset $4)
               union all
               (select p.*, row_number() over (order by p.created_at desc, p.id desc) as n from visible_members($1) p
                where p.suspended_at is null and $2 order by p.created_at desc, p.id desc limit $3 offset $4)),
           mine as materialized (
               select g.id, g.slug, g.name from memberships m join readable_groups($1) g on g.id = m.group_id where m.member_id = $1),
           away as (
               select m.group_id, count(*) as n from members p join memberships m on m.member_id = p.id
               where (p.suspended_at is not null or p.erased_at is not null) and m.group_id in (select mine.id from mine)
               group by m.group_id),
           own as (
               select slug, name, group_size(mine.id) - coalesce(away.n, 0) as n
               from mine left join away on away.group_id = mine.id),
           worn as (
               select k.id, k.label_fr as fr, k.label_en as en, k.place, count(distinct r.member_id) as n
               from visible_rings($1) r join ring_kinds k on k.id = r.ring_id
               join visible_members($1) p on p.id = r.member_id and p.suspended_at is null
               group by k.id)
           select t.total as "total!", t.groups as "groups!", t.worn as "worn!", p.id as "id?: MemberId", p.name as "name?", p.headline as "headline?",
                  p.place as "place?", p.photo_version as "photo_version?", p.rings as "rings?: Rings",
                  (select count(*) from visible_memberships($1) theirs
                   where theirs.member_id = p.id and p.id <> $1
                     and exists (select 1 from visible_memberships($1) mine
                                 where mine.member_id = $1 and mine.group_id = theirs.group_id)) as shared,
                  (select jsonb_agg(jsonb_build_array(v.field_id, coalesce(l.label_fr, v.text, v.day::text, q.name, ''),
                                                      coalesce(l.label_en, v.text, v.day::text, q.name, '')) order by v.field_id, v.place)
                   from visible_field_values($1) v left join field_terms l on l.id = v.term_id
                   left join visible_members($1) q on q.id = v.person_id
                   where v.member_id = p.id and v.field_id = any ($5)) as card
           from (select coalesce($6, (select count(*) from visible_members($1) p where p.suspended_at is null)) as total,
                        coalesce((select jsonb_agg(to_jsonb(own) order by lower(own.name)) from own), '[]') as groups,
                        coalesce((select jsonb_agg(to_jsonb(worn) order by worn.place, worn.id) from worn), '[]') as worn) t
           left join page p on true
           order by p.n"#,
        viewer.id(),
        asked.sort == Sort::Recent,
        most,
        (asked.page - 1) * most,
        cards,
        total
    )
    .fetch_all(db)
    .await?;
    page(rows)
}

/// What a search asks, as the statements take it.
pub(in super::super) struct Narrow {
    words: Vec<String>,
    readable: Vec<i32>,
    fields: Vec<i32>,
    terms: Vec<i32>,
    conditions: i32,
}

impl Narrow {
    pub(in super::super) fn new(asked: &Asked, readable: Vec<i32>) -> Self {
        Self {
            words: asked.words(),
            readable,
            fields: asked.terms.iter().map(|(field, _)| field.0).collect(),
            terms: asked.terms.iter().map(|(_, term)| term.0).collect(),
            conditions: asked.conditions(),
        }
    }

    /// Whether there is a field whose values may be counted.
    pub(in super::super) fn has_fields(&self) -> bool {
        !self.readable.is_empty()
    }
}

/// A page of those whom every word finds and who meet every filter.
pub(in super::super) async fn some(
    db: &mut Db,
    viewer: Viewer,
    asked: &Asked,
    narrow: &Narrow,
    cards: &[i32],
    most: i64,
) -> Result<PageOfPeople, Fault> {
    // bare: one's own memberships, and people whom found_members found, in groups one may read
    let rows = sqlx::query_as!(
        Row,
        r#"with base as materialized (select f.member_id, f.met from found_members($1, $2, $3, $4, $5, $6, $13) f
                                      where cardinality(f.met) >= $7 - 1),
           hit as (select b.member_id from base b where cardinality(b.met) = $7),
           page as (
               select p.*, row_number() over (
                   order by case when $8 = 'recent' then -extract(epoch from p.created_at)
                                 when $8 = '' and $9 <> '' then -(case when strpos(' ' || folded(p.name), ' ' || folded($9)) > 0 then 2
                                                                       else word_similarity(folded($9), folded(p.name)) end)::numeric
                                 else 0 end, folded(p.name), p.id) as n
               from hit h join members p on p.id = h.member_id
               order by n limit $10 offset $11),
           own as (
               select g.slug, g.name, count(*) as n
               from memberships mine join readable_groups($1) g on g.id = mine.group_id
               join memberships m on m.group_id = g.id
               join base b on b.member_id = m.member_id
               where mine.member_id = $1
                 and (cardinality(b.met) = $7 or (cardinality($6::text[]) > 0 and 0 <> all (b.met)))
               group by g.id, g.slug, g.name),
           worn as (
               select k.id, k.label_fr as fr, k.label_en as en, k.place, count(distinct r.member_id) as n
               from visible_rings($1) r join ring_kinds k on k.id = r.ring_id join base b on b.member_id = r.member_id
               where cardinality(b.met) = $7 or (cardinality($13::int[]) > 0 and -1 <> all (b.met))
               group by k.id)
           select t.total as "total!", t.groups as "groups!", t.worn as "worn!", p.id as "id?: MemberId", p.name as "name?", p.headline as "headline?",
                  p.place as "place?", p.photo_version as "photo_version?", p.rings as "rings?: Rings",
                  (select count(*) from visible_memberships($1) theirs
                   where theirs.member_id = p.id and p.id <> $1
                     and exists (select 1 from visible_memberships($1) mine
                                 where mine.member_id = $1 and mine.group_id = theirs.group_id)) as shared,
                  (select jsonb_agg(jsonb_build_array(v.field_id, coalesce(l.label_fr, v.text, v.day::text, q.name, ''),
                                                      coalesce(l.label_en, v.text, v.day::text, q.name, '')) order by v.field_id, v.place)
                   from visible_field_values($1) v left join field_terms l on l.id = v.term_id
                   left join visible_members($1) q on q.id = v.person_id
                   where v.member_id = p.id and v.field_id = any ($12)) as card
           from (select (select count(*) from hit) as total,
                        coalesce((select jsonb_agg(to_jsonb(own) order by lower(own.name)) from own), '[]') as groups,
                        coalesce((select jsonb_agg(to_jsonb(worn) order by worn.place, worn.id) from worn), '[]') as worn) t
           left join page p on true order by p.n"#,
        viewer.id(),
        &narrow.words,
        &narrow.readable,
        &narrow.fields,
        &narrow.terms,
        &asked.groups,
        narrow.conditions,
        asked.sort.as_str(),
        asked.q,
        most,
        (asked.page - 1) * most,
        cards,
        &asked.rings
    )
    .fetch_all(db)
    .await?;
    page(rows)
}

/// The most frequent values of each field, over everybody. Counts one index; the few who are away are taken off.
pub(in super::super) async fn all_counts(db: &mut Db, readable: &[i32]) -> Result<Vec<TermCount>, Fault> {
    // bare: numbers over everybody in fields that every member reads; guests never ask this
    let counts = sqlx::query_as!(
        TermCount,
        r#"with counts as (select v.term_id, count(*) as n from field_values v where v.term_id is not null group by v.term_id),
           away as (select v.term_id, count(*) as n from members m join field_values v on v.member_id = m.id and v.term_id is not null
                    where m.suspended_at is not null or m.erased_at is not null group by v.term_id),
           ranked as (select t.field_id, t.id, t.label_fr, t.label_en, c.n - coalesce(a.n, 0) as n,
                             row_number() over (partition by t.field_id order by c.n - coalesce(a.n, 0) desc, t.folded) as r
                      from counts c join field_terms t on t.id = c.term_id and t.field_id = any ($1)
                      left join away a on a.term_id = c.term_id)
           select field_id as "field!", id as "term!", label_fr as "fr!", label_en as "en!", n as "n!"
           from ranked where r <= 12 and n > 0 order by field_id, r"#,
        readable
    );
    Ok(counts.fetch_all(db).await?)
}

/// The most frequent values of each field among those who were found. A value counts those who meet the filters of all
/// other fields, so that one sees what choosing it as well would add.
pub(in super::super) async fn counts(
    db: &mut Db,
    viewer: Viewer,
    asked: &Asked,
    narrow: &Narrow,
) -> Result<Vec<TermCount>, Fault> {
    // bare: only of people found through visible_members, in fields that the viewer reads of everybody
    let counts = sqlx::query_as!(
        TermCount,
        r#"with base as materialized (select f.member_id, f.met from found_members($1, $2, $3, $4, $5, $6, $8) f
                                      where cardinality(f.met) >= $7 - 1),
           counts as (
               select v.field_id, v.term_id, count(*) as n
               from base b join field_values v on v.member_id = b.member_id and v.term_id is not null
               where v.field_id = any ($3)
                 and (cardinality(b.met) = $7 or (v.field_id = any ($4) and v.field_id <> all (b.met)))
               group by v.field_id, v.term_id),
           ranked as (select c.*, t.label_fr, t.label_en,
                             row_number() over (partition by c.field_id order by c.n desc, t.folded) as r
                      from counts c join field_terms t on t.id = c.term_id)
           select field_id as "field!", term_id as "term!", label_fr as "fr!", label_en as "en!", n as "n!"
           from ranked where r <= 12 or term_id = any ($5) order by field_id, r"#,
        viewer.id(),
        &narrow.words,
        &narrow.readable,
        &narrow.fields,
        &narrow.terms,
        &asked.groups,
        narrow.conditions,
        &asked.rings
    );
    Ok(counts.fetch_all(db).await?)
}

/// Somebody in the file of everybody.
pub(in super::super) struct Exported {
    pub(in super::super) id: MemberId,
    pub(in super::super) name: String,
    pub(in super::super) handle: String,
    pub(in super::super) email: String,
    pub(in super::super) headline: String,
    pub(in super::super) place: String,
    pub(in super::super) phone: String,
}

/// All who were found, by name.
pub(in super::super) async fn export(
    db: &mut Db,
    viewer: Viewer,
    asked: &Asked,
    narrow: &Narrow,
    most: i64,
) -> Result<Vec<Exported>, Fault> {
    let people = sqlx::query_as!(
        Exported,
        r#"select p.id as "id!: MemberId", p.name as "name!", p.handle as "handle!", p.email as "email!", p.headline as "headline!",
                  p.place as "place!", p.phone as "phone!"
           from found_members($1, $2, $3, $4, $5, $6, $9) f join visible_members($1) p on p.id = f.member_id
           where cardinality(f.met) = $7 order by folded(p.name), p.id limit $8"#,
        viewer.id(),
        &narrow.words,
        &narrow.readable,
        &narrow.fields,
        &narrow.terms,
        &asked.groups,
        narrow.conditions,
        most,
        &asked.rings
    )
    .fetch_all(db)
    .await?;
    Ok(people)
}
