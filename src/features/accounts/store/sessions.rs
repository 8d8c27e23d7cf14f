//! The list of a member's sessions. What is in one is the affair of `web::session`.

use crate::{
    db::{Db, Tx},
    kernel::{Fault, MemberId, Timestamp},
};

/// A session as its member sees it.
pub(in super::super) struct SessionRow {
    pub(in super::super) id: Vec<u8>,
    pub(in super::super) user_agent: String,
    pub(in super::super) address: String,
    pub(in super::super) created_at: Timestamp,
    pub(in super::super) seen_at: Timestamp,
}

/// A member's sessions, the last used first.
pub(in super::super) async fn of(db: &mut Db, member: MemberId) -> Result<Vec<SessionRow>, Fault> {
    let rows = sqlx::query_as!(
        SessionRow,
        "select id, user_agent, address, created_at, seen_at from sessions
         where member_id = $1 and expires_at > now() order by seen_at desc limit 100",
        member.0
    )
    .fetch_all(db)
    .await?;
    Ok(rows)
}

/// Ends one session of a member.
pub(in super::super) async fn end(tx: &mut Tx, member: MemberId, session: &[u8]) -> Result<(), Fault> {
    sqlx::query!("delete from sessions where member_id = $1 and id = $2", member.0, session).execute(tx.db()).await?;
    Ok(())
}

/// Ends all sessions of a member but one, and answers how many.
pub(in super::super) async fn end_but(tx: &mut Tx, member: MemberId, kept: Option<&[u8]>) -> Result<u64, Fault> {
    let done = sqlx::query!("delete from sessions where member_id = $1 and id is distinct from $2", member.0, kept)
        .execute(tx.db())
        .await?;
    Ok(done.rows_affected())
}

/// Forgets what is over: sessions, links, tries, one-time form ids.
pub(in super::super) async fn tidy(tx: &mut Tx) -> Result<u64, Fault> {
    let now = tx.now();
    let mut gone = 0;
    gone += sqlx::query!("delete from sessions where expires_at <= $1", now).execute(tx.db()).await?.rows_affected();
    gone += sqlx::query!("delete from tokens where expires_at <= $1::timestamptz - interval '1 day'", now).execute(tx.db()).await?.rows_affected();
    gone += sqlx::query!(
        "delete from attempts where at <= $1::timestamptz - case when kind in ('device', 'devices') then interval '400 days' else interval '1 day' end",
        now
    )
    .execute(tx.db())
    .await?
    .rows_affected();
    gone += sqlx::query!("delete from submissions where at <= $1::timestamptz - interval '2 days'", now).execute(tx.db()).await?.rows_affected();
    Ok(gone)
}
