//! The statements about lists. People are in `people`, rows in `rows`.

pub(in crate::features) mod people;
pub(in crate::features) mod rows;

use std::collections::HashMap;

use serde_json::Value;
use uuid::Uuid;

use crate::{
    db::{Db, OnConstraint, Tx},
    kernel::{Failure, Fault, ImportId, MemberId, Timestamp},
    web::stream::Kept,
    worker::sheet::{Opened, SheetRefused},
};

use super::model::{Import, ImportRefused, Options, State, Target};

struct ImportRow {
    id: ImportId,
    by: MemberId,
    by_name: String,
    file_name: String,
    digest: Vec<u8>,
    state: String,
    sheets: Value,
    sheet: Option<String>,
    header: i32,
    mapping: Value,
    options: Value,
    refusal: Option<Value>,
    mark: Uuid,
    total: i32,
    done: i32,
    made_at: Timestamp,
    ended_at: Option<Timestamp>,
}

impl ImportRow {
    fn read(self) -> Result<Import, Fault> {
        let mapping: Vec<Option<String>> = serde_json::from_value(self.mapping)?;
        let refusal: Option<SheetRefused> = self.refusal.map(serde_json::from_value).transpose()?;
        Ok(Import {
            id: self.id,
            by: self.by,
            by_name: self.by_name,
            file_name: self.file_name,
            digest: self.digest,
            state: State::parse(&self.state).unwrap_or(State::Stopped),
            sheets: serde_json::from_value(self.sheets)?,
            sheet: self.sheet,
            header: self.header,
            mapping: mapping.iter().map(|word| Target::parse(word.as_deref()?)).collect(),
            options: serde_json::from_value(self.options)?,
            refusal,
            mark: self.mark,
            total: self.total,
            done: self.done,
            made_at: self.made_at,
            ended_at: self.ended_at,
        })
    }
}

/// A list, or the newest of them.
pub(in crate::features) async fn find(
    db: &mut Db,
    id: Option<ImportId>,
    most: i64,
) -> Result<Vec<Import>, Fault> {
    // bare: the name of whoever made the list, for those who look after people
    let rows = sqlx::query_as!(
        ImportRow,
        r#"select i.id as "id: ImportId", i.member_id as "by: MemberId", m.name as by_name, i.file_name, i.digest, i.state, i.sheets,
                  i.sheet, i.header, i.mapping, i.options, i.refusal, i.mark, i.total, i.done, i.made_at, i.ended_at
           from people_imports i join members m on m.id = i.member_id
           where $1::uuid is null or i.id = $1
           order by i.made_at desc, i.id desc limit $2"#,
        id.map(|id| id.0),
        most
    )
    .fetch_all(db)
    .await?;
    rows.into_iter().map(ImportRow::read).collect()
}

/// A list.
pub(in crate::features) async fn import(db: &mut Db, id: ImportId) -> Result<Option<Import>, Fault> {
    Ok(find(db, Some(id), 1).await?.pop())
}

pub(in crate::features) async fn insert(
    tx: &mut Tx,
    by: MemberId,
    file: &Kept,
    options: Options,
) -> Result<ImportId, Fault> {
    let now = tx.now();
    let name: String = file.name.rsplit(['/', '\\']).next().unwrap_or_default().chars().take(200).collect();
    sqlx::query!(
        "insert into people_imports (id, member_id, file_name, bytes, digest, state, options, mark, made_at)
         values ($1, $2, $3, $4, $5, 'reading', $6, $1, $7)",
        file.id,
        by.0,
        if name.trim().is_empty() { "?" } else { &name },
        i64::try_from(file.bytes)?,
        file.digest,
        serde_json::to_value(options)?,
        now
    )
    .execute(tx.db())
    .await?;
    Ok(ImportId(file.id))
}

/// Takes a list from one of some states to another; false when it is in none of them any more.
pub(in crate::features) async fn pass(
    tx: &mut Tx,
    id: ImportId,
    from: &[State],
    to: State,
) -> Result<bool, Failure<ImportRefused>> {
    let now = tx.now();
    let from: Vec<String> = from.iter().map(|state| state.as_str().to_owned()).collect();
    let done = sqlx::query!(
        "update people_imports
         set state = $3, done = 0,
             begun_at = case when $3 = 'running' then $4 else begun_at end,
             ended_at = case when $3 in ('done', 'stopped') then $4 else ended_at end,
             undone_at = case when $3 = 'undone' then $4 else undone_at end
         where id = $1 and state = any ($2)",
        id.0,
        &from,
        to.as_str(),
        now
    )
    .execute(tx.db())
    .await
    .on_constraint("people_imports_one_at_a_time", ImportRefused::Another)?;
    Ok(done.rows_affected() == 1)
}

/// Notes how far the work is.
pub(in crate::features) async fn progress(tx: &mut Tx, id: ImportId, more: usize) -> Result<(), Fault> {
    sqlx::query!("update people_imports set done = done + $2 where id = $1", id.0, i32::try_from(more)?)
        .execute(tx.db())
        .await?;
    Ok(())
}

/// Notes what the file holds.
pub(in crate::features) async fn opened(tx: &mut Tx, id: ImportId, opened: &Opened) -> Result<(), Fault> {
    sqlx::query!(
        "update people_imports set sheets = $2, sheet = $3, header = $4 where id = $1",
        id.0,
        serde_json::to_value(&opened.sheets)?,
        opened.sheet,
        i32::try_from(opened.header)?
    )
    .execute(tx.db())
    .await?;
    Ok(())
}

/// Notes why the file was not read.
pub(in crate::features) async fn unreadable(
    tx: &mut Tx,
    id: ImportId,
    why: &SheetRefused,
) -> Result<(), Fault> {
    sqlx::query!("update people_imports set refusal = $2 where id = $1", id.0, serde_json::to_value(why)?)
        .execute(tx.db())
        .await?;
    Ok(())
}

/// Which sheet is to be read.
pub(in crate::features) async fn choose_sheet(tx: &mut Tx, id: ImportId, sheet: &str) -> Result<(), Fault> {
    sqlx::query!("update people_imports set sheet = $2, refusal = null where id = $1", id.0, sheet)
        .execute(tx.db())
        .await?;
    Ok(())
}

/// What the columns say, from which row on, and what is decided for the whole list.
pub(in crate::features) async fn map(
    tx: &mut Tx,
    id: ImportId,
    header: i32,
    mapping: &[Option<Target>],
    options: Options,
) -> Result<(), Fault> {
    let words: Vec<Option<String>> = mapping.iter().map(|target| target.map(Target::word)).collect();
    sqlx::query!(
        "update people_imports set header = $2, mapping = $3, options = $4,
                total = (select count(*) from people_import_rows where import_id = $1 and number > $2)
         where id = $1",
        id.0,
        header,
        serde_json::to_value(words)?,
        serde_json::to_value(options)?
    )
    .execute(tx.db())
    .await?;
    Ok(())
}

/// Marks what was checked anew.
pub(in crate::features) async fn mark(tx: &mut Tx, id: ImportId) -> Result<(), Fault> {
    sqlx::query!("update people_imports set mark = $2 where id = $1", id.0, Uuid::new_v4())
        .execute(tx.db())
        .await?;
    Ok(())
}

pub(in crate::features) async fn delete(tx: &mut Tx, id: ImportId) -> Result<bool, Fault> {
    let done = sqlx::query!(
        "delete from people_imports where id = $1 and state in ('unreadable', 'mapping', 'checked', 'undone')",
        id.0
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Forgets what lists say once they cannot be undone any more, and answers their files.
pub(in crate::features) async fn forget_old(tx: &mut Tx, before: Timestamp) -> Result<Vec<ImportId>, Fault> {
    let ids = sqlx::query_scalar!(
        r#"delete from people_imports where made_at < $1 and coalesce(ended_at, made_at) < $1 and state not in ('running', 'undoing')
           returning id as "id: ImportId""#,
        before
    )
    .fetch_all(tx.db())
    .await?;
    Ok(ids)
}

/// Which of these files belong to a list.
pub(in crate::features) async fn known(db: &mut Db, ids: &[Uuid]) -> Result<Vec<Uuid>, Fault> {
    Ok(sqlx::query_scalar!("select id from people_imports where id = any ($1)", ids).fetch_all(db).await?)
}

/// What headings meant the last time.
pub(in crate::features) async fn headings(db: &mut Db) -> Result<HashMap<String, String>, Fault> {
    let rows = sqlx::query!("select heading, target from people_import_headings").fetch_all(db).await?;
    Ok(rows.into_iter().map(|row| (row.heading, row.target)).collect())
}

/// Remembers what headings mean.
pub(in crate::features) async fn remember(
    tx: &mut Tx,
    headings: &[String],
    targets: &[String],
) -> Result<(), Fault> {
    let now = tx.now();
    sqlx::query!(
        "insert into people_import_headings (heading, target, at)
         select distinct on (heading) heading, target, $3::timestamptz from unnest($1::text[], $2::text[]) as said (heading, target)
         on conflict (heading) do update set target = excluded.target, at = excluded.at",
        headings,
        targets,
        now
    )
    .execute(tx.db())
    .await?;
    Ok(())
}

/// Holds a list until the end of the transaction, and answers its state.
pub(in crate::features) async fn hold(tx: &mut Tx, id: ImportId) -> Result<Option<State>, Fault> {
    let state = sqlx::query_scalar!("select state from people_imports where id = $1 for update", id.0)
        .fetch_optional(tx.db())
        .await?;
    Ok(state.as_deref().and_then(State::parse))
}

/// Whoever confirms a list is who writes it.
pub(in crate::features) async fn take_over(tx: &mut Tx, id: ImportId, by: MemberId) -> Result<(), Fault> {
    sqlx::query!("update people_imports set member_id = $2 where id = $1", id.0, by.0)
        .execute(tx.db())
        .await?;
    Ok(())
}
