//! What the database knows of the demonstration: one setting.

use crate::{
    db::Db,
    kernel::{Fault, Timestamp},
};

/// How far loading came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// There is nobody: it can be loaded.
    Empty,
    /// It is there.
    Loaded,
    /// It was begun and did not end.
    Broken,
    /// There are people whom it did not make.
    Foreign,
}

/// How things stand.
pub(super) async fn state(db: &mut Db) -> Result<State, Fault> {
    // bare: whether there is anybody at all
    let row = sqlx::query!(
        r#"select (select value from settings where name = 'demo_loaded') as mark, exists (select 1 from members) as "people!""#
    )
    .fetch_one(db)
    .await?;
    Ok(match (row.mark, row.people) {
        (Some(mark), _) if mark == serde_json::json!(true) => State::Loaded,
        (Some(_), _) => State::Broken,
        (None, true) => State::Foreign,
        (None, false) => State::Empty,
    })
}

/// Notes that loading begins. Answers whether nobody else did.
pub(super) async fn begin(db: &mut Db, now: Timestamp) -> Result<bool, Fault> {
    let done = sqlx::query!(
        "insert into settings (name, value, changed_at) values ('demo_loaded', 'false'::jsonb, $1) on conflict do nothing",
        now
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Notes that all of it is there.
pub(super) async fn end(db: &mut Db, now: Timestamp) -> Result<(), Fault> {
    sqlx::query!("update settings set value = 'true'::jsonb, changed_at = $1 where name = 'demo_loaded'", now).execute(db).await?;
    Ok(())
}
