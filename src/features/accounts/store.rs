//! The tables of members (as accounts), attempts, sessions and tokens.
//!
//! What is read here is the account itself, not a view of a person: these statements are the exceptions to
//! `visible_members`.

use chrono::TimeDelta;

use crate::{
    db::{Db, OnConstraint, Tx},
    features::accounts::{
        hashing::HashedPassword,
        model::{Account, NewAccount, RegisterRefused},
    },
    i18n::Locale,
    kernel::{EmailAddress, Failure, Fault, MemberId, Timestamp},
};

struct AccountRow {
    id: MemberId,
    name: String,
    email: String,
    locale: String,
    time_zone: String,
    password_hash: Option<String>,
    suspended: bool,
}

impl From<AccountRow> for Account {
    fn from(row: AccountRow) -> Self {
        Self {
            id: row.id,
            name: row.name,
            email: row.email,
            locale: Locale::parse(&row.locale).unwrap_or_default(),
            time_zone: row.time_zone.parse().unwrap_or(chrono_tz::UTC),
            password_hash: row.password_hash,
            suspended: row.suspended,
        }
    }
}

/// The account of an address.
pub(super) async fn account_of(db: &mut Db, email: &EmailAddress) -> Result<Option<Account>, Fault> {
    // bare: the account itself, not a view of it
    let row = sqlx::query_as!(
        AccountRow,
        r#"select id, name, email, locale, time_zone, password_hash, suspended_at is not null as "suspended!"
           from members where email = $1 and erased_at is null"#,
        email.as_str()
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(Into::into))
}

/// A member's account.
pub(super) async fn account(db: &mut Db, id: MemberId) -> Result<Option<Account>, Fault> {
    // bare: the account itself, not a view of it
    let row = sqlx::query_as!(
        AccountRow,
        r#"select id, name, email, locale, time_zone, password_hash, suspended_at is not null as "suspended!"
           from members where id = $1 and erased_at is null"#,
        id.0
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(Into::into))
}

/// Makes an account under the first free handle of the row `base`, `base2`, `base3`…
pub(super) async fn insert(
    tx: &mut Tx,
    id: MemberId,
    base: &str,
    new: &NewAccount,
) -> Result<(), Failure<RegisterRefused>> {
    let now = tx.now();
    for number in 1_u32.. {
        let handle = if number == 1 {
            base.to_owned()
        } else {
            format!("{base}{number}")
        };
        let made = sqlx::query!(
            "insert into members (id, handle, name, email, password_hash, site_role, external, locale, time_zone, read_before, created_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10) on conflict (handle) do nothing",
            id.0,
            handle,
            new.name.as_str(),
            new.email.as_str(),
            new.password.as_ref().map(HashedPassword::as_str),
            new.site_role.as_str(),
            new.external,
            new.locale.tag(),
            new.time_zone.name(),
            now
        )
        .execute(tx.db())
        .await
        .on_constraint("members_email_key", RegisterRefused::AddressTaken)?;
        if made.rows_affected() == 1 {
            break;
        }
    }
    Ok(())
}

/// Keeps the password under today's parameters, unless it was changed meanwhile.
pub(super) async fn rehash(db: &mut Db, id: MemberId, old: &str, new: &HashedPassword) -> Result<(), Fault> {
    sqlx::query!(
        "update members set password_hash = $3 where id = $1 and password_hash = $2",
        id.0,
        old,
        new.as_str()
    )
    .execute(db)
    .await?;
    Ok(())
}

/// How often each of the subjects was tried since an instant, and since when.
pub(super) async fn attempts(
    db: &mut Db,
    subjects: &[(&'static str, Vec<u8>)],
    since: Timestamp,
) -> Result<Vec<(String, i64, Timestamp)>, Fault> {
    let (kinds, hashes) = columns(subjects);
    let rows = sqlx::query!(
        r#"select a.kind, count(*) as "tries!", min(a.at) as "first!"
           from attempts a join unnest($1::text[], $2::bytea[]) s (kind, subject) on a.kind = s.kind and a.subject = s.subject
           where a.at > $3 group by a.kind"#,
        &kinds,
        &hashes,
        since
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.kind, row.tries, row.first))
        .collect())
}

/// Notes one more attempt on each of the subjects.
pub(super) async fn note_attempts(
    db: &mut Db,
    subjects: &[(&'static str, Vec<u8>)],
    at: Timestamp,
) -> Result<(), Fault> {
    let (kinds, hashes) = columns(subjects);
    sqlx::query!(
        "insert into attempts (kind, subject, at) select s.kind, s.subject, $3 from unnest($1::text[], $2::bytea[]) s (kind, subject)",
        &kinds,
        &hashes,
        at
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Forgets the attempts on a subject.
pub(super) async fn forget_attempts(db: &mut Db, kind: &str, subject: &[u8]) -> Result<(), Fault> {
    sqlx::query!(
        "delete from attempts where kind = $1 and subject = $2",
        kind,
        subject
    )
    .execute(db)
    .await?;
    Ok(())
}

fn columns(subjects: &[(&'static str, Vec<u8>)]) -> (Vec<String>, Vec<Vec<u8>>) {
    subjects
        .iter()
        .map(|(kind, hash)| ((*kind).to_owned(), hash.clone()))
        .unzip()
}

/// Whether the account of an address is signed in from this shortened network.
pub(super) async fn is_at_home(db: &mut Db, email: &EmailAddress, network: &str) -> Result<bool, Fault> {
    let found = sqlx::query_scalar!(
        r#"select exists (select 1 from sessions s join members m on m.id = s.member_id
                          where m.email = $1 and s.address = $2 and s.expires_at > now()) as "found!""#,
        email.as_str(),
        network
    )
    .fetch_one(db)
    .await?;
    Ok(found)
}

/// Remembers that a member uses a device, and answers what was known of it: `None` when it is the first one of all.
pub(super) async fn remember_device(
    db: &mut Db,
    member: &[u8],
    device: &[u8],
    at: Timestamp,
) -> Result<Option<bool>, Fault> {
    let row = sqlx::query!(
        r#"select exists (select 1 from attempts where kind = 'devices' and subject = $1) as "any!",
                  exists (select 1 from attempts where kind = 'device' and subject = $2) as "this!""#,
        member,
        device
    )
    .fetch_one(&mut *db)
    .await?;
    if row.this {
        sqlx::query!(
            "update attempts set at = $2 where kind = 'device' and subject = $1",
            device,
            at
        )
        .execute(&mut *db)
        .await?;
    } else {
        let both = [("device", device.to_vec()), ("devices", member.to_vec())];
        note_attempts(db, if row.any { &both[..1] } else { &both }, at).await?;
    }
    Ok(row.any.then_some(row.this))
}

/// How long devices are remembered; everything else in the table is forgotten after a day.
pub(super) const DEVICE_LIFE: TimeDelta = TimeDelta::days(400);
