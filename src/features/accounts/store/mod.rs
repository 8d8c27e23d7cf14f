//! The tables of this room. Here: members as accounts.
//!
//! What is read here is the account itself, not a view of a person: these statements are the exceptions to
//! `visible_members`.

pub(in crate::features) mod sessions;
pub(in crate::features) mod tokens;
pub(in crate::features) mod tries;

use crate::{
    db::{Db, OnConstraint, Tx},
    features::accounts::{
        handles::numbered,
        hashing::HashedPassword,
        model::{Account, NewAccount, RegisterRefused},
    },
    i18n::Locale,
    kernel::{EmailAddress, Failure, Fault, MemberId},
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
pub(in crate::features) async fn account_of(
    db: &mut Db,
    email: &EmailAddress,
) -> Result<Option<Account>, Fault> {
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
pub(in crate::features) async fn account(db: &mut Db, id: MemberId) -> Result<Option<Account>, Fault> {
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

/// Which of these handles somebody has.
pub(super) async fn taken_handles(db: &mut Db, handles: &[String]) -> Result<Vec<String>, Fault> {
    // bare: whether a handle is free is nobody's view
    Ok(sqlx::query_scalar!("select handle from members where handle = any ($1)", handles)
        .fetch_all(db)
        .await?)
}

/// Makes an account under the first free handle of the row `base`, `base2`, `base3`…
pub(in crate::features) async fn insert(
    tx: &mut Tx,
    id: MemberId,
    base: &str,
    new: &NewAccount,
) -> Result<(), Failure<RegisterRefused>> {
    let now = tx.now();
    for number in 1_u32.. {
        let handle = numbered(base, number);
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
pub(in crate::features) async fn rehash(
    db: &mut Db,
    id: MemberId,
    old: &str,
    new: &HashedPassword,
) -> Result<(), Fault> {
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

/// Keeps a new password.
pub(in crate::features) async fn set_password(
    tx: &mut Tx,
    id: MemberId,
    password: &HashedPassword,
) -> Result<(), Fault> {
    sqlx::query!(
        "update members set password_hash = $2 where id = $1 and erased_at is null",
        id.0,
        password.as_str()
    )
    .execute(tx.db())
    .await?;
    Ok(())
}

/// Keeps a new address.
pub(in crate::features) async fn set_email(
    tx: &mut Tx,
    id: MemberId,
    email: &str,
) -> Result<(), Failure<RegisterRefused>> {
    sqlx::query!(
        "update members set email = $2 where id = $1 and erased_at is null and suspended_at is null",
        id.0,
        email
    )
    .execute(tx.db())
    .await
    .on_constraint("members_email_key", RegisterRefused::AddressTaken)?;
    Ok(())
}

/// Whether someone looks after everything.
pub(in crate::features) async fn has_administrator(db: &mut Db) -> Result<bool, Fault> {
    let found = sqlx::query_scalar!(
        // bare: whether the house has an administrator is nobody's view
        r#"select exists (select 1 from members where site_role = 'administrator' and erased_at is null and suspended_at is null) as "found!""#
    )
    .fetch_one(db)
    .await?;
    Ok(found)
}
