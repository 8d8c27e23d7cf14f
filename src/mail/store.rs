//! The table of letters.

use crate::{
    db::{Db, Tx},
    kernel::{Cursor, Fault, LetterId, Slice, Timestamp},
    mail::{Letter, layout},
};

/// Writes a letter down.
pub(super) async fn insert(
    tx: &mut Tx,
    id: LetterId,
    letter: &Letter,
    laid: &layout::Laid,
) -> Result<(), Fault> {
    let now = tx.now();
    sqlx::query!(
        "insert into letters (id, kind, member_id, to_address, to_name, subject, text_body, html_body, written_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        id.0,
        letter.kind,
        letter.member.map(|member| member.0),
        letter.to.as_str(),
        layout::line(&letter.to_name),
        laid.subject,
        laid.text,
        laid.html,
        now
    )
    .execute(tx.db())
    .await?;
    Ok(())
}

/// A letter as it is sent and as an administrator reads it.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "columns of letters")]
pub struct WrittenLetter {
    pub id: LetterId,
    pub kind: String,
    pub to_address: String,
    pub to_name: String,
    pub subject: String,
    pub text_body: String,
    pub html_body: String,
    pub written_at: Timestamp,
    pub sent_at: Option<Timestamp>,
    pub given_up_at: Option<Timestamp>,
    pub tries: i32,
    pub last_error: String,
}

/// One letter.
pub async fn find(db: &mut Db, id: LetterId) -> Result<Option<WrittenLetter>, Fault> {
    let letter = sqlx::query_as!(
        WrittenLetter,
        r#"select id as "id: LetterId", kind, to_address, to_name, subject, text_body, html_body, written_at, sent_at, given_up_at,
                  tries, last_error
           from letters where id = $1"#,
        id.0
    )
    .fetch_optional(db)
    .await?;
    Ok(letter)
}

/// A letter in the administrator's list.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "columns of letters")]
pub struct LetterRow {
    pub id: LetterId,
    pub kind: String,
    pub to_address: String,
    pub subject: String,
    pub written_at: Timestamp,
    pub sent_at: Option<Timestamp>,
    pub given_up_at: Option<Timestamp>,
    pub last_error: String,
}

/// Letters, newest first; those that have not left only, if asked.
pub async fn list(
    db: &mut Db,
    unsent: bool,
    before: Option<Cursor>,
    most: usize,
) -> Result<Slice<LetterRow>, Fault> {
    let rows = sqlx::query_as!(
        LetterRow,
        r#"select id as "id: LetterId", kind, to_address, subject, written_at, sent_at, given_up_at, last_error
           from letters
           where (not $1 or sent_at is null) and ($2::timestamptz is null or (written_at, id) < ($2, $3::uuid))
           order by written_at desc, id desc limit $4"#,
        unsent,
        before.map(|cursor| cursor.at),
        before.map(|cursor| cursor.id),
        i64::try_from(most).unwrap_or(i64::MAX) + 1
    )
    .fetch_all(db)
    .await?;
    Ok(Slice::cut(rows, most))
}

/// How the letters stand.
#[derive(Clone, Copy, Debug)]
pub struct Counts {
    /// Neither sent nor given up.
    pub waiting: i64,
    /// Refused by the mail server.
    pub given_up: i64,
}

/// Counts the letters that have not left.
pub async fn counts(db: &mut Db) -> Result<Counts, Fault> {
    let counts = sqlx::query_as!(
        Counts,
        r#"select count(*) filter (where given_up_at is null) as "waiting!", count(*) filter (where given_up_at is not null) as "given_up!"
           from letters where sent_at is null"#
    )
    .fetch_one(db)
    .await?;
    Ok(counts)
}

/// Lets letters that have not left be tried again, and answers which.
pub(super) async fn reopen(tx: &mut Tx, letter: Option<LetterId>) -> Result<Vec<LetterId>, Fault> {
    let now = tx.now();
    let ids = sqlx::query_scalar!(
        r#"update letters set given_up_at = null, last_error = ''
           where sent_at is null and case when $1::uuid is null then written_at > $2::timestamptz - interval '7 days' else id = $1 end
           returning id as "id: LetterId""#,
        letter.map(|letter| letter.0),
        now
    )
    .fetch_all(tx.db())
    .await?;
    Ok(ids)
}

/// Notes that a letter has left.
pub(super) async fn mark_sent(db: &mut Db, id: LetterId, now: Timestamp) -> Result<(), Fault> {
    sqlx::query!("update letters set sent_at = $2, tries = tries + 1, last_error = '' where id = $1 and sent_at is null", id.0, now)
        .execute(db)
        .await?;
    Ok(())
}

/// Notes that a letter has not left, and why; given up when it never will.
pub(super) async fn mark_failed(
    db: &mut Db,
    id: LetterId,
    error: &str,
    given_up: Option<Timestamp>,
) -> Result<(), Fault> {
    sqlx::query!(
        "update letters set tries = tries + 1, last_error = $2, given_up_at = $3 where id = $1 and sent_at is null",
        id.0,
        error,
        given_up
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Deletes sent letters after a month and the others after three.
pub(super) async fn forget_old(tx: &mut Tx) -> Result<(), Fault> {
    let now = tx.now();
    sqlx::query!(
        "delete from letters where written_at < $1::timestamptz - case when sent_at is null then interval '90 days' else interval '30 days' end",
        now
    )
    .execute(tx.db())
    .await?;
    Ok(())
}
