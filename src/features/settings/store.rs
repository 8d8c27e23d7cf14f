//! What one sets for oneself, and where one is signed in.

use crate::{
    db::{Db, Tx},
    features::settings::model::{AccountSettings, Display},
    kernel::{Fault, MemberId, Timestamp},
};

/// Keeps name, language and time zone.
pub(super) async fn set_account(tx: &mut Tx, id: MemberId, settings: &AccountSettings) -> Result<(), Fault> {
    sqlx::query!(
        "update members set name = $2, locale = $3, time_zone = $4 where id = $1",
        id.0,
        settings.name.as_str(),
        settings.locale.tag(),
        settings.time_zone.name()
    )
    .execute(tx.db())
    .await?;
    Ok(())
}

/// Keeps how pages look.
pub(super) async fn set_display(tx: &mut Tx, id: MemberId, display: &Display) -> Result<(), Fault> {
    sqlx::query!(
        "update members set theme = $2, contrast = $3, text_size = $4, shortcuts = $5 where id = $1",
        id.0,
        display.theme,
        display.contrast,
        display.text_size,
        display.shortcuts
    )
    .execute(tx.db())
    .await?;
    Ok(())
}

/// Keeps the theme alone.
pub(super) async fn set_theme(tx: &mut Tx, id: MemberId, theme: &str) -> Result<(), Fault> {
    sqlx::query!("update members set theme = $2 where id = $1", id.0, theme).execute(tx.db()).await?;
    Ok(())
}

/// A session as its member sees it.
pub(super) struct SessionRow {
    pub(super) id: Vec<u8>,
    pub(super) user_agent: String,
    pub(super) address: String,
    pub(super) created_at: Timestamp,
    pub(super) seen_at: Timestamp,
}

/// A member's sessions, the last used first.
pub(super) async fn of(db: &mut Db, member: MemberId) -> Result<Vec<SessionRow>, Fault> {
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
pub(super) async fn end(tx: &mut Tx, member: MemberId, session: &[u8]) -> Result<(), Fault> {
    sqlx::query!("delete from sessions where member_id = $1 and id = $2", member.0, session)
        .execute(tx.db())
        .await?;
    Ok(())
}
