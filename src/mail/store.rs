//! The table of letters.

use crate::{
    db::Tx,
    kernel::{Fault, LetterId},
    mail::Letter,
};

/// Writes a letter down.
pub(super) async fn insert(tx: &mut Tx, id: LetterId, letter: &Letter, text: &str) -> Result<(), Fault> {
    let now = tx.now();
    sqlx::query!(
        "insert into letters (id, kind, member_id, to_address, to_name, subject, text_body, html_body, written_at)
         values ($1, $2, $3, $4, $5, $6, $7, '', $8)",
        id.0,
        letter.kind,
        letter.member.map(|member| member.0),
        letter.to.as_str(),
        letter.to_name,
        letter.subject,
        text,
        now
    )
    .execute(tx.db())
    .await?;
    Ok(())
}
