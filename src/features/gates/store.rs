//! The statements about gates.

use crate::{
    db::{Db, Tx},
    features::gates::model::{Settings, Step},
    kernel::{Fault, MemberId},
};

/// The steps that someone still stands before.
pub(super) async fn steps(db: &mut Db, member: MemberId) -> Result<Vec<Step>, Fault> {
    let words = sqlx::query_scalar!(r#"select gate_steps($1) as "steps""#, member.0).fetch_one(db).await?;
    Ok(words.unwrap_or_default().iter().filter_map(|word| Step::parse(word)).collect())
}

/// Notes that someone has seen a step.
pub(super) async fn note(tx: &mut Tx, member: MemberId, step: Step) -> Result<(), Fault> {
    sqlx::query!(
        "update members set gate_passed = gate_passed || $2::text where id = $1 and $2 <> all (gate_passed)",
        member.0,
        step.as_str()
    )
    .execute(tx.db())
    .await?;
    Ok(())
}

/// Notes that someone is through.
pub(super) async fn open(db: &mut Db, member: MemberId) -> Result<bool, Fault> {
    let done = sqlx::query!(
        "update members set gate_since = null where id = $1 and gate_since is not null",
        member.0
    );
    Ok(done.execute(db).await?.rows_affected() == 1)
}

/// What administrators said about the gate.
pub(super) async fn settings(db: &mut Db) -> Result<Settings, Fault> {
    let row = sqlx::query_as!(
        Settings,
        "select welcome_fr, welcome_en, html_fr, html_en, introduction from gate_settings"
    );
    Ok(row.fetch_optional(db).await?.unwrap_or_default())
}

/// Writes it.
pub(super) async fn set_settings(tx: &mut Tx, new: &Settings) -> Result<(), Fault> {
    let now = tx.now();
    sqlx::query!(
        "insert into gate_settings (welcome_fr, welcome_en, html_fr, html_en, introduction, changed_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (one) do update set welcome_fr = $1, welcome_en = $2, html_fr = $3, html_en = $4, introduction = $5, changed_at = $6",
        new.welcome_fr,
        new.welcome_en,
        new.html_fr,
        new.html_en,
        new.introduction,
        now
    )
    .execute(tx.db())
    .await?;
    Ok(())
}
