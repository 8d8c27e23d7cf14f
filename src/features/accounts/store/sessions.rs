//! Ending sessions, and forgetting what is over. What is in a session is the affair of `web::session`.

use crate::{
    db::Tx,
    kernel::{Fault, MemberId},
};

/// Ends all sessions of a member but one, and answers how many.
pub(in crate::features) async fn end_but(
    tx: &mut Tx,
    member: MemberId,
    kept: Option<&[u8]>,
) -> Result<u64, Fault> {
    let done =
        sqlx::query!("delete from sessions where member_id = $1 and id is distinct from $2", member.0, kept)
            .execute(tx.db())
            .await?;
    Ok(done.rows_affected())
}

/// Forgets what is over: sessions, links, tries, one-time form ids.
pub(in crate::features) async fn tidy(tx: &mut Tx) -> Result<u64, Fault> {
    let now = tx.now();
    let mut gone = 0;
    gone += sqlx::query!("delete from sessions where expires_at <= $1", now)
        .execute(tx.db())
        .await?
        .rows_affected();
    gone += sqlx::query!("delete from tokens where expires_at <= $1::timestamptz - interval '1 day'", now)
        .execute(tx.db())
        .await?
        .rows_affected();
    gone += sqlx::query!(
        "delete from attempts where at <= $1::timestamptz - case when kind in ('device', 'devices') then interval '400 days' else interval '1 day' end",
        now
    )
    .execute(tx.db())
    .await?
    .rows_affected();
    gone += sqlx::query!("delete from submissions where at <= $1::timestamptz - interval '2 days'", now)
        .execute(tx.db())
        .await?
        .rows_affected();
    Ok(gone)
}
