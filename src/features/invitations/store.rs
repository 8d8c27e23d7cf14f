//! Invitations as they are made: for someone who is here, to a mail address, behind a link.

use crate::{
    authz::Viewer,
    db::{Db, OnConstraint, Tx},
    kernel::{EmailAddress, Failure, Fault, GroupId, InvitationId, MemberId, Timestamp},
    ui::{Person, Rings},
};

/// How long an invitation for someone by name or by mail waits.
pub(super) const DAYS: i64 = 30;

/// An invitation to write. The door is a person or a token, never both.
pub(super) struct NewInvitation<'a> {
    pub group: GroupId,
    pub by: MemberId,
    pub member: Option<MemberId>,
    pub email: Option<&'a EmailAddress>,
    pub token: Option<Vec<u8>>,
    pub message: &'a str,
    pub most_uses: i32,
    pub expires_at: Timestamp,
}

/// Writes an invitation, as long as whoever invites may do so. New accounts behind a token are guests of the
/// platform; someone who is here is invited as what they are.
pub(super) async fn insert(
    tx: &mut Tx,
    id: InvitationId,
    new: NewInvitation<'_>,
) -> Result<bool, Failure<()>> {
    let now = tx.now();
    let done = sqlx::query!(
        // bare: the conditions are the right itself
        "insert into invitations (id, group_id, member_id, email, token_hash, external, role, message, most_uses, invited_by, created_at, expires_at)
         select $1, m.group_id, $4, $5, $6, $4::uuid is null,
                case when coalesce((select p.external from members p where p.id = $4), true) then 'guest' else 'member' end,
                $7, $8, $3, $9, $10
         from memberships m join groups g on g.id = m.group_id and g.archived_at is null and g.locked_since is null
         where m.group_id = $2 and m.member_id = $3 and role_reaches(m.role, g.may_invite)",
        id.0,
        new.group.0,
        new.by.0,
        new.member.map(|member| member.0),
        new.email.map(EmailAddress::as_str),
        new.token,
        new.message,
        new.most_uses,
        now,
        new.expires_at
    )
    .execute(tx.db())
    .await
    .on_constraint("invitations_one_open", ())?;
    Ok(done.rows_affected() == 1)
}

/// What stands in the way of inviting someone: they are in, or their request waits.
pub(super) async fn standing(tx: &mut Tx, group: GroupId, member: MemberId) -> Result<(bool, bool), Fault> {
    let row = sqlx::query!(
        // bare: read for a manager of the group, who sees its members and requests
        r#"select exists (select 1 from memberships where group_id = $1 and member_id = $2) as "inside!",
                  exists (select 1 from join_requests where group_id = $1 and member_id = $2 and decided_at is null) as "asked!""#,
        group.0,
        member.0
    )
    .fetch_one(tx.db())
    .await?;
    Ok((row.inside, row.asked))
}

/// Whether an invitation waits for this person's answer.
pub(super) async fn waits(tx: &mut Tx, group: GroupId, member: MemberId) -> Result<bool, Fault> {
    let now = tx.now();
    // bare: asked by the manager who invites, or by the person it is for
    let waits = sqlx::query_scalar!(
        // bare: read for a manager of the group, and not shown
        r#"select exists (select 1 from invitations where group_id = $1 and member_id = $2
                          and answered_at is null and revoked_at is null and expires_at > $3) as "waits!""#,
        group.0,
        member.0,
        now
    )
    .fetch_one(tx.db())
    .await?;
    Ok(waits)
}

/// Makes worthless what has expired for this person, so that they can be invited anew.
pub(super) async fn retire(tx: &mut Tx, group: GroupId, member: MemberId) -> Result<(), Fault> {
    let now = tx.now();
    sqlx::query!(
        "update invitations set revoked_at = $3
         where group_id = $1 and member_id = $2 and answered_at is null and revoked_at is null and expires_at <= $3",
        group.0,
        member.0,
        now
    )
    .execute(tx.db())
    .await?;
    Ok(())
}

/// The account behind a mail address. The page answers the same whether there is one or not.
pub(super) async fn account(tx: &mut Tx, email: &EmailAddress) -> Result<Option<MemberId>, Fault> {
    // bare: decides by which way the invitation travels and is not shown
    let id = sqlx::query_scalar!(
        r#"select id as "id: MemberId" from members where email = $1 and erased_at is null"#,
        email.as_str()
    )
    .fetch_optional(tx.db())
    .await?;
    Ok(id)
}

/// Makes an open invitation of a group worthless, as long as `by` made it or manages the group.
pub(super) async fn revoke(tx: &mut Tx, id: InvitationId, by: MemberId) -> Result<bool, Fault> {
    let now = tx.now();
    let done = sqlx::query!(
        // bare: the conditions are the right itself
        "update invitations i set revoked_at = $3
         where i.id = $1 and i.answered_at is null and i.revoked_at is null
           and (i.invited_by = $2 or exists (
               select 1 from memberships m where m.group_id = i.group_id and m.member_id = $2 and m.role = 'manager'))",
        id.0,
        by.0,
        now
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// An open invitation as managers see it.
pub(super) struct OpenRow {
    pub id: InvitationId,
    pub person: Option<String>,
    pub email: Option<String>,
    pub by: Option<String>,
    pub uses: i32,
    pub most_uses: i32,
    pub expires_at: Timestamp,
}

/// The open invitations of a group: all for its managers, one's own for others who invite. One made to a mail address shows the address alone, so that
/// it does not say whether somebody here has it.
pub(super) async fn open(db: &mut Db, viewer: Viewer, group: GroupId) -> Result<Vec<OpenRow>, Fault> {
    let rows = sqlx::query_as!(
        OpenRow,
        // bare: invitations are seen by those who manage the group or made them; the condition says so
        r#"select i.id as "id!: InvitationId", case when i.email is null then p.name end as person, i.email,
                  b.name as "by?", i.uses as "uses!", i.most_uses as "most_uses!", i.expires_at as "expires_at!"
           from invitations i
           left join visible_members($1) p on p.id = i.member_id
           left join visible_members($1) b on b.id = i.invited_by
           where i.group_id = $2 and i.answered_at is null and i.revoked_at is null and i.expires_at > now() and i.uses < i.most_uses
             and (i.invited_by = $1 or exists (
                 select 1 from memberships m where m.group_id = i.group_id and m.member_id = $1 and m.role = 'manager'))
           order by i.created_at desc, i.id limit 200"#,
        viewer.id(),
        group.0
    )
    .fetch_all(db)
    .await?;
    Ok(rows)
}

/// Someone who could be invited, with what they are written as.
pub(super) struct CandidateRow {
    pub person: Person,
    pub handle: String,
    pub invited: bool,
}

/// People the viewer may know who are not in the group, by a part of their name.
pub(super) async fn candidates(
    db: &mut Db,
    viewer: Viewer,
    group: GroupId,
    words: &str,
) -> Result<Vec<CandidateRow>, Fault> {
    let rows = sqlx::query!(
        // bare: for managers of the group, who see its members and its invitations
        r#"select p.id as "id!: MemberId", p.name as "name!", p.headline as "headline!", p.photo_version, p.rings as "rings!: Rings", p.handle as "handle!",
                  exists (select 1 from invitations i where i.group_id = $2 and i.member_id = p.id and i.email is null
                          and i.answered_at is null and i.revoked_at is null and i.expires_at > now()) as "invited!"
           from visible_members($1) p
           where p.suspended_at is null and strpos(folded(p.name || ' ' || p.handle), folded($3)) > 0
             and not exists (select 1 from memberships m where m.group_id = $2 and m.member_id = p.id)
           order by strpos(folded(p.name), folded($3)) <> 1, folded(p.name), p.id limit 8"#,
        viewer.id(),
        group.0,
        words
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| CandidateRow {
            person: Person {
                id: row.id,
                name: row.name,
                headline: row.headline,
                photo: row.photo_version,
                rings: row.rings,
            },
            handle: row.handle,
            invited: row.invited,
        })
        .collect())
}

/// The person behind a handle, if the viewer may know them.
pub(super) async fn by_handle(db: &mut Db, viewer: Viewer, handle: &str) -> Result<Option<MemberId>, Fault> {
    let id = sqlx::query_scalar!(
        r#"select id as "id!: MemberId" from visible_members($1) where handle = $2 and suspended_at is null"#,
        viewer.id(),
        handle
    )
    .fetch_optional(db)
    .await?;
    Ok(id)
}

/// What a group and a person are called, for a letter from one about the other.
pub(super) async fn names(tx: &mut Tx, group: GroupId, by: MemberId) -> Result<(String, String), Fault> {
    // bare: written to someone whom this very person invites into this very group
    let row = sqlx::query!(r#"select g.name as "group!", p.name as "by!" from groups g, members p where g.id = $1 and p.id = $2"#, group.0, by.0)
        .fetch_one(tx.db())
        .await?;
    Ok((row.group, row.by))
}

/// What someone is called.
pub(super) async fn name(db: &mut Db, viewer: Viewer, member: MemberId) -> Result<String, Fault> {
    let name = sqlx::query_scalar!(
        r#"select name as "name!" from visible_members($1) where id = $2"#,
        viewer.id(),
        member.0
    )
    .fetch_one(db)
    .await?;
    Ok(name)
}
