//! Links that open one door once. Only their hashes are kept; using one is a statement that one of many can win.

use chrono::TimeDelta;

use crate::{
    db::{Db, Tx},
    kernel::{Fault, InvitationId, MemberId, Timestamp, Token},
};

/// What a link is for. One made for a purpose opens no other door.
#[derive(Clone, Copy)]
pub(in crate::features) enum Purpose {
    ResetPassword,
    ConfirmEmail,
    FirstAdministrator,
    Join,
}

impl Purpose {
    fn word(self) -> &'static str {
        match self {
            Self::ResetPassword => "reset_password",
            Self::ConfirmEmail => "confirm_email",
            Self::FirstAdministrator => "first_administrator",
            Self::Join => "join",
        }
    }

    fn life(self) -> TimeDelta {
        match self {
            Self::FirstAdministrator => TimeDelta::hours(24),
            Self::ResetPassword | Self::ConfirmEmail | Self::Join => TimeDelta::hours(1),
        }
    }
}

/// What a link is bound to.
#[derive(Clone, Default)]
pub(in crate::features) struct Bound {
    pub(in crate::features) member: Option<MemberId>,
    pub(in crate::features) email: Option<String>,
    pub(in crate::features) invitation: Option<InvitationId>,
}

/// Makes a link's token.
pub(in crate::features) async fn make(tx: &mut Tx, purpose: Purpose, bound: &Bound) -> Result<Token, Fault> {
    make_for(tx, purpose, bound, purpose.life()).await
}

/// Makes a link's token that lives longer or shorter than the usual.
pub(in crate::features) async fn make_for(
    tx: &mut Tx,
    purpose: Purpose,
    bound: &Bound,
    life: TimeDelta,
) -> Result<Token, Fault> {
    let token = Token::random();
    let now = tx.now();
    sqlx::query!(
        "insert into tokens (hash, purpose, member_id, email, invitation_id, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7)",
        token.hash(),
        purpose.word(),
        bound.member.map(|id| id.0),
        bound.email,
        bound.invitation.map(|id| id.0),
        now,
        now + life
    )
    .execute(tx.db())
    .await?;
    Ok(token)
}

/// Whether a link would open now. Changes nothing: mail scanners open links too.
pub(in crate::features) async fn is_open(
    db: &mut Db,
    purpose: Purpose,
    token: &Token,
    now: Timestamp,
) -> Result<Option<Bound>, Fault> {
    let row = sqlx::query!(
        r#"select member_id as "member: MemberId", email, invitation_id as "invitation: InvitationId"
           from tokens where hash = $1 and purpose = $2 and used_at is null and expires_at > $3"#,
        token.hash(),
        purpose.word(),
        now
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| Bound { member: row.member, email: row.email, invitation: row.invitation }))
}

/// Uses a link up. One that was made for a password opens only while the account still has the address it was sent to.
pub(in crate::features) async fn spend(
    tx: &mut Tx,
    purpose: Purpose,
    token: &Token,
) -> Result<Option<Bound>, Fault> {
    let now = tx.now();
    let row = sqlx::query!(
        // bare: the account behind the link
        r#"update tokens t set used_at = $3
           where t.hash = $1 and t.purpose = $2 and t.used_at is null and t.expires_at > $3
             and (t.member_id is null or exists (
                 select 1 from members m where m.id = t.member_id and m.erased_at is null and m.suspended_at is null
                 and (t.purpose <> 'reset_password' or m.email = t.email)))
           returning t.member_id as "member: MemberId", t.email, t.invitation_id as "invitation: InvitationId""#,
        token.hash(),
        purpose.word(),
        now
    )
    .fetch_optional(tx.db())
    .await?;
    Ok(row.map(|row| Bound { member: row.member, email: row.email, invitation: row.invitation }))
}

/// Makes a member's other links worthless: after a new password or a new address none of them may open.
pub(in crate::features) async fn void(tx: &mut Tx, member: MemberId) -> Result<(), Fault> {
    let now = tx.now();
    sqlx::query!("update tokens set used_at = $2 where member_id = $1 and used_at is null", member.0, now)
        .execute(tx.db())
        .await?;
    Ok(())
}

/// Makes the links of earlier starts worthless.
pub(in crate::features) async fn void_first(tx: &mut Tx) -> Result<(), Fault> {
    sqlx::query!("delete from tokens where purpose = 'first_administrator'").execute(tx.db()).await?;
    Ok(())
}
