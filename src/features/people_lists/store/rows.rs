//! The rows of lists.

use serde_json::Value;

use crate::{
    db::{Db, Tx},
    features::people_lists::model::{Counts, Found, Outcome, Problem, Row},
    kernel::{Fault, ImportId, MemberId, Timestamp},
};

struct RowRow {
    number: i32,
    cells: Value,
    outcome: Option<String>,
    member_id: Option<MemberId>,
    plan: Option<Value>,
    problems: Value,
    done_at: Option<Timestamp>,
    undone: Option<String>,
}

impl RowRow {
    fn read(self) -> Result<Row, Fault> {
        Ok(Row {
            number: self.number,
            cells: serde_json::from_value(self.cells)?,
            outcome: self.outcome.as_deref().and_then(Outcome::parse),
            member: self.member_id,
            plan: self.plan.map(serde_json::from_value).transpose()?.unwrap_or_default(),
            problems: serde_json::from_value(self.problems)?,
            done_at: self.done_at,
            undone: self.undone,
        })
    }
}

/// Which rows are asked for.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::features) struct Wanted {
    pub(in crate::features) after: i32,
    pub(in crate::features) outcome: Option<Outcome>,
    /// Only those that are still to be written.
    pub(in crate::features) pending: bool,
    /// Only those that were written and can be taken back.
    pub(in crate::features) to_undo: bool,
    /// Only those that change somebody's status.
    pub(in crate::features) status: bool,
    pub(in crate::features) most: i64,
    pub(in crate::features) skip: i64,
}

/// Some rows in order.
pub(in crate::features) async fn list(db: &mut Db, id: ImportId, wanted: Wanted) -> Result<Vec<Row>, Fault> {
    let rows = sqlx::query_as!(
        RowRow,
        r#"select number, cells, outcome, member_id as "member_id: MemberId", plan, problems, done_at, undone
           from people_import_rows
           where import_id = $1 and number > $2
             and ($3::text is null or outcome = $3)
             and (not $4 or (outcome in ('new', 'changed') and done_at is null))
             and (not $5 or (done_at is not null and undone is null))
             and (not $6 or plan @> '[{"what": "status"}]')
           order by number limit $7 offset $8"#,
        id.0,
        wanted.after,
        wanted.outcome.map(Outcome::as_str),
        wanted.pending,
        wanted.to_undo,
        wanted.status,
        wanted.most,
        wanted.skip
    )
    .fetch_all(db)
    .await?;
    rows.into_iter().map(RowRow::read).collect()
}

/// Keeps a piece of what the reader gave: `[[number, [cell, …]], …]`.
pub(in crate::features) async fn insert(tx: &mut Tx, id: ImportId, json: &str) -> Result<(), Fault> {
    sqlx::query!(
        "insert into people_import_rows (import_id, number, cells)
         select $1, (line ->> 0)::integer, line -> 1 from jsonb_array_elements($2::text::jsonb) as line
         on conflict do nothing",
        id.0,
        json
    )
    .execute(tx.db())
    .await?;
    Ok(())
}

pub(in crate::features) async fn clear(tx: &mut Tx, id: ImportId) -> Result<(), Fault> {
    sqlx::query!("delete from people_import_rows where import_id = $1", id.0).execute(tx.db()).await?;
    Ok(())
}

/// Forgets what was found out, before it is found out anew.
pub(in crate::features) async fn forget_found(tx: &mut Tx, id: ImportId) -> Result<(), Fault> {
    sqlx::query!(
        "update people_import_rows set outcome = null, member_id = null, plan = null, problems = '[]'
         where import_id = $1 and outcome is not null",
        id.0
    )
    .execute(tx.db())
    .await?;
    Ok(())
}

/// Keeps what was found out.
pub(in crate::features) async fn found(tx: &mut Tx, id: ImportId, found: &[Found]) -> Result<(), Fault> {
    sqlx::query!(
        "update people_import_rows r
         set outcome = f.outcome, member_id = f.member_id, plan = f.plan, problems = f.problems
         from jsonb_to_recordset($2::jsonb) as f (number integer, outcome text, member_id uuid, plan jsonb, problems jsonb)
         where r.import_id = $1 and r.number = f.number",
        id.0,
        serde_json::to_value(found)?
    )
    .execute(tx.db())
    .await?;
    Ok(())
}

/// Notes that rows are written, and who they are.
pub(in crate::features) async fn done(
    tx: &mut Tx,
    id: ImportId,
    rows: &[(i32, MemberId)],
) -> Result<(), Fault> {
    let now = tx.now();
    let (numbers, members): (Vec<i32>, Vec<uuid::Uuid>) =
        rows.iter().map(|(number, member)| (*number, member.0)).unzip();
    sqlx::query!(
        "update people_import_rows r set done_at = $4, member_id = d.member_id
         from unnest($2::integer[], $3::uuid[]) as d (number, member_id)
         where r.import_id = $1 and r.number = d.number",
        id.0,
        &numbers,
        &members,
        now
    )
    .execute(tx.db())
    .await?;
    Ok(())
}

/// Keeps what came of a photo.
pub(in crate::features) async fn photo(
    tx: &mut Tx,
    id: ImportId,
    (number, name): (i32, &str),
    member: Option<MemberId>,
    problems: &[Problem],
) -> Result<(), Fault> {
    let now = tx.now();
    let outcome = if problems.is_empty() { Outcome::Changed } else { Outcome::Error };
    sqlx::query!(
        "insert into people_import_rows (import_id, number, cells, outcome, member_id, problems, done_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        id.0,
        number,
        serde_json::json!([name]),
        outcome.as_str(),
        member.map(|member| member.0),
        serde_json::to_value(problems)?,
        problems.is_empty().then_some(now)
    )
    .execute(tx.db())
    .await?;
    Ok(())
}

/// The number of the last row.
pub(in crate::features) async fn last(db: &mut Db, id: ImportId) -> Result<i32, Fault> {
    let last = sqlx::query_scalar!(
        r#"select coalesce(max(number), 0) as "last!" from people_import_rows where import_id = $1"#,
        id.0
    )
    .fetch_one(db)
    .await?;
    Ok(last)
}

/// Notes what became of a row that was taken back.
pub(in crate::features) async fn undone(
    tx: &mut Tx,
    id: ImportId,
    number: i32,
    whole: bool,
    problems: &impl serde::Serialize,
) -> Result<(), Fault> {
    sqlx::query!(
        "update people_import_rows set undone = $3, problems = $4 where import_id = $1 and number = $2",
        id.0,
        number,
        if whole { "restored" } else { "kept" },
        serde_json::to_value(problems)?
    )
    .execute(tx.db())
    .await?;
    Ok(())
}

/// How many rows of each kind.
pub(in crate::features) async fn counts(db: &mut Db, id: ImportId) -> Result<Counts, Fault> {
    let counts = sqlx::query_as!(
        Counts,
        r#"select count(*) filter (where outcome = 'new') as "new!", count(*) filter (where outcome = 'changed') as "changed!",
                  count(*) filter (where outcome = 'unchanged') as "unchanged!", count(*) filter (where outcome = 'error') as "errors!",
                  count(*) filter (where done_at is not null) as "done!", count(*) filter (where undone = 'kept') as "kept!"
           from people_import_rows where import_id = $1"#,
        id.0
    )
    .fetch_one(db)
    .await?;
    Ok(counts)
}

/// The cells of one row, such as the headings.
pub(in crate::features) async fn cells(db: &mut Db, id: ImportId, number: i32) -> Result<Vec<String>, Fault> {
    let cells = sqlx::query_scalar!(
        "select cells from people_import_rows where import_id = $1 and number = $2",
        id.0,
        number
    )
    .fetch_optional(db)
    .await?;
    Ok(cells.map(serde_json::from_value).transpose()?.unwrap_or_default())
}

/// What stands in these columns of all rows, for names that rows give each other; empty where there is none.
pub(in crate::features) async fn names(
    db: &mut Db,
    import: ImportId,
    header: i32,
    columns: [Option<i32>; 4],
) -> Result<Vec<[String; 4]>, Fault> {
    let [name, first, last, email] = columns;
    let rows = sqlx::query!(
        r#"select coalesce(cells->>$3::int, '') as "name!", coalesce(cells->>$4::int, '') as "first!",
                  coalesce(cells->>$5::int, '') as "last!", coalesce(cells->>$6::int, '') as "email!"
           from people_import_rows where import_id = $1 and number > $2"#,
        import.0,
        header,
        name,
        first,
        last,
        email
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| [row.name, row.first, row.last, row.email]).collect())
}
