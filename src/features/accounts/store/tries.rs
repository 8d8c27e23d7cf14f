//! What was tried how often, and which devices are known: the table of attempts, kept across restarts.

use chrono::TimeDelta;

use crate::{
    db::Db,
    kernel::{EmailAddress, Fault, Timestamp},
};

/// How often each of the subjects was tried since an instant, and since when.
pub(in crate::features) async fn attempts(
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
    Ok(rows.into_iter().map(|row| (row.kind, row.tries, row.first)).collect())
}

/// Notes one more attempt on each of the subjects.
pub(in crate::features) async fn note_attempts(
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
pub(in crate::features) async fn forget_attempts(
    db: &mut Db,
    kind: &str,
    subject: &[u8],
) -> Result<(), Fault> {
    sqlx::query!("delete from attempts where kind = $1 and subject = $2", kind, subject).execute(db).await?;
    Ok(())
}

fn columns(subjects: &[(&'static str, Vec<u8>)]) -> (Vec<String>, Vec<Vec<u8>>) {
    subjects.iter().map(|(kind, hash)| ((*kind).to_owned(), hash.clone())).unzip()
}

/// Whether the account of an address is signed in from this shortened network.
pub(in crate::features) async fn is_at_home(
    db: &mut Db,
    email: &EmailAddress,
    network: &str,
) -> Result<bool, Fault> {
    let found = sqlx::query_scalar!(
        // bare: decides how patient the door is, and is not shown
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
pub(in crate::features) async fn remember_device(
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
        sqlx::query!("update attempts set at = $2 where kind = 'device' and subject = $1", device, at)
            .execute(&mut *db)
            .await?;
    } else {
        let both = [("device", device.to_vec()), ("devices", member.to_vec())];
        note_attempts(db, if row.any { &both[..1] } else { &both }, at).await?;
    }
    Ok(row.any.then_some(row.this))
}

/// How long devices are remembered; everything else in the table is forgotten after a day.
pub(in crate::features) const DEVICE_LIFE: TimeDelta = TimeDelta::days(400);
