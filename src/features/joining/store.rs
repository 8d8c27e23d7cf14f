//! Invitations by link, as the door reads them: to the platform, or into a group. Those to people who are here already
//! are the affair of the room of groups.

use crate::{
    db::{Db, Tx},
    features::joining::model::{Opening, OpeningGroup},
    kernel::{EmailAddress, Fault, GroupId, InvitationId, MemberId, Timestamp, Token},
};

/// A platform invitation to write.
pub(super) struct NewInvitation<'a> {
    pub(super) email: Option<&'a EmailAddress>,
    pub(super) external: bool,
    pub(super) most_uses: i32,
    pub(super) by: MemberId,
    pub(super) expires_at: Timestamp,
}

/// What lies behind a link now: a link of an invitation, or the link that confirmed an address for one. An invitation
/// into a group is worth something as long as whoever made it manages the group.
pub(super) async fn behind(db: &mut Db, token: &Token, now: Timestamp) -> Result<Option<Opening>, Fault> {
    let row = sqlx::query!(
        // bare: who holds the link is invited; this is all it says
        r#"select i.id as "id: InvitationId", i.external, coalesce(t.email, i.email) as email, t.hash is not null as "confirmed!",
                  g.id as "group?: GroupId", g.slug as "slug?", g.name as "name?", p.name as "inviter?"
           from invitations i
           left join tokens t on t.hash = $1 and t.purpose = 'join' and t.invitation_id = i.id and t.used_at is null and t.expires_at > $2
           left join groups g on g.id = i.group_id and g.deleted_at is null
           left join members p on p.id = i.invited_by and p.erased_at is null
           where i.id in (select id from invitations where token_hash = $1 union all select invitation_id from tokens where hash = $1)
             and (i.token_hash = $1 or t.hash is not null)
             and i.answered_at is null and i.revoked_at is null and i.expires_at > $2 and i.uses < i.most_uses
             and (p.id is null or p.suspended_at is null)
             and (i.group_id is null or exists (
                 select 1 from memberships m where m.group_id = g.id and m.member_id = p.id and role_reaches(m.role, g.may_invite)
                   and g.archived_at is null and g.locked_since is null))"#,
        token.hash(),
        now
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| Opening {
        invitation: row.id,
        external: row.external,
        email: row.email,
        confirmed: row.confirmed,
        inviter: row.inviter,
        group: row.group.zip(row.slug).zip(row.name).map(|((id, slug), name)| OpeningGroup {
            id,
            slug,
            name,
        }),
    }))
}

/// Uses an invitation once, if a use is left: the last one is given to one person, however many come at the same moment.
pub(super) async fn spend(tx: &mut Tx, id: InvitationId) -> Result<bool, Fault> {
    let now = tx.now();
    let done = sqlx::query!(
        "update invitations set uses = uses + 1, answered_at = case when uses + 1 = most_uses then $2 end
         where id = $1 and answered_at is null and revoked_at is null and expires_at > $2 and uses < most_uses",
        id.0,
        now
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Puts someone into a group as what they are on the platform; false when they are in it already.
pub(super) async fn admit(tx: &mut Tx, group: GroupId, member: MemberId) -> Result<bool, Fault> {
    let now = tx.now();
    let done = sqlx::query!(
        // bare: the account itself decides
        "insert into memberships (group_id, member_id, role, since)
         select $1, p.id, case when p.external then 'guest' else 'member' end, $3
         from members p join groups g on g.id = $1 and g.deleted_at is null
         where p.id = $2 and p.erased_at is null and p.suspended_at is null
         on conflict do nothing",
        group.0,
        member.0,
        now
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Closes what waited for someone who is in now: their request and invitations by name.
pub(super) async fn settle(tx: &mut Tx, group: GroupId, member: MemberId) -> Result<(), Fault> {
    let now = tx.now();
    sqlx::query!("update join_requests set decided_at = $3 where group_id = $1 and member_id = $2 and decided_at is null", group.0, member.0, now)
        .execute(tx.db())
        .await?;
    sqlx::query!(
        "update invitations set answered_at = $3 where group_id = $1 and member_id = $2 and answered_at is null and revoked_at is null",
        group.0,
        member.0,
        now
    )
    .execute(tx.db())
    .await?;
    Ok(())
}

/// Whether someone is in a group.
pub(super) async fn is_in(db: &mut Db, group: GroupId, member: MemberId) -> Result<bool, Fault> {
    let found = sqlx::query_scalar!(
        // bare: one's own membership
        r#"select exists (select 1 from memberships where group_id = $1 and member_id = $2) as "found!""#,
        group.0,
        member.0
    )
    .fetch_one(db)
    .await?;
    Ok(found)
}

/// Writes an invitation to the platform.
pub(super) async fn insert(
    tx: &mut Tx,
    id: InvitationId,
    token: &Token,
    new: &NewInvitation<'_>,
) -> Result<(), Fault> {
    let now = tx.now();
    sqlx::query!(
        "insert into invitations (id, email, token_hash, external, role, most_uses, invited_by, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        id.0,
        new.email.map(EmailAddress::as_str),
        token.hash(),
        new.external,
        if new.external { "guest" } else { "member" },
        new.most_uses,
        new.by.0,
        now,
        new.expires_at
    )
    .execute(tx.db())
    .await?;
    Ok(())
}

/// Makes an invitation worthless, if it can still be used.
pub(super) async fn revoke(tx: &mut Tx, id: InvitationId) -> Result<bool, Fault> {
    let now = tx.now();
    let done = sqlx::query!(
        "update invitations set revoked_at = $2 where id = $1 and revoked_at is null and answered_at is null",
        id.0,
        now
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// An invitation to the platform as administrators see it.
pub(super) struct InvitationRow {
    pub(super) id: InvitationId,
    pub(super) email: Option<String>,
    pub(super) external: bool,
    pub(super) uses: i32,
    pub(super) most_uses: i32,
    pub(super) by: Option<String>,
    pub(super) created_at: Timestamp,
    pub(super) expires_at: Timestamp,
}

/// The open invitations to the platform, the newest first.
pub(super) async fn open(db: &mut Db, now: Timestamp) -> Result<Vec<InvitationRow>, Fault> {
    let rows = sqlx::query_as!(
        InvitationRow,
        // bare: invitations to the platform are seen by those who look after people; the page's permit says so
        r#"select i.id as "id: InvitationId", i.email, i.external, i.uses, i.most_uses, p.name as "by?", i.created_at, i.expires_at
           from invitations i left join members p on p.id = i.invited_by
           where i.group_id is null and i.revoked_at is null and i.answered_at is null and i.expires_at > $1 and i.uses < i.most_uses
           order by i.created_at desc, i.id limit 200"#,
        now
    )
    .fetch_all(db)
    .await?;
    Ok(rows)
}

/// Puts someone new at the gate; where nothing is asked of them, nothing holds them there.
pub(super) async fn put_at_gate(db: &mut Db, member: MemberId, now: Timestamp) -> Result<(), Fault> {
    sqlx::query!("update members set gate_since = $2 where id = $1", member.0, now).execute(db).await?;
    Ok(())
}
