//! Invitations: for someone who is here, to a mail address, behind a link.

use crate::{
    authz::Viewer,
    db::{Db, OnConstraint, Tx},
    features::groups::model::Entered,
    kernel::{EmailAddress, Failure, Fault, GroupId, InvitationId, MemberId, Timestamp},
    ui::Person,
};

/// How long an invitation for someone by name or by mail waits.
pub(in super::super) const DAYS: i64 = 30;

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

/// Writes an invitation, as long as whoever invites manages the group. New accounts behind a token are guests of the
/// platform; someone who is here is invited as what they are.
pub(super) async fn insert(tx: &mut Tx, id: InvitationId, new: NewInvitation<'_>) -> Result<bool, Failure<()>> {
    let now = tx.now();
    let done = sqlx::query!(
        // bare: the conditions are the right itself
        "insert into invitations (id, group_id, member_id, email, token_hash, external, role, message, most_uses, invited_by, created_at, expires_at)
         select $1, m.group_id, $4, $5, $6, $4::uuid is null,
                case when coalesce((select p.external from members p where p.id = $4), true) then 'guest' else 'member' end,
                $7, $8, $3, $9, $10
         from memberships m where m.group_id = $2 and m.member_id = $3 and m.role = 'manager'",
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
    let waits = sqlx::query_scalar!(
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
    let id = sqlx::query_scalar!(r#"select id as "id: MemberId" from members where email = $1 and erased_at is null"#, email.as_str())
        .fetch_optional(tx.db())
        .await?;
    Ok(id)
}

/// Answers an invitation made to someone: it must be open, and whoever made it must still be able to.
pub(super) async fn answer(tx: &mut Tx, id: InvitationId, member: MemberId, accepted: bool) -> Result<Option<GroupId>, Fault> {
    let now = tx.now();
    let group = sqlx::query_scalar!(
        // bare: the conditions are the right itself
        r#"update invitations i set answered_at = $3, uses = case when $4 then 1 else i.uses end
           where i.id = $1 and i.member_id = $2 and i.answered_at is null and i.revoked_at is null and i.expires_at > $3
             and (not $4 or exists (
                 select 1 from memberships m join members p on p.id = m.member_id
                 where m.group_id = i.group_id and m.member_id = i.invited_by and m.role = 'manager' and p.suspended_at is null))
           returning i.group_id as "group: GroupId""#,
        id.0,
        member.0,
        now,
        accepted
    )
    .fetch_optional(tx.db())
    .await?;
    Ok(group.flatten())
}

/// The group a link leads into while it is worth something. Held until the end of the transaction.
pub(super) async fn behind(tx: &mut Tx, token: &[u8]) -> Result<Option<(InvitationId, Entered)>, Fault> {
    let now = tx.now();
    let row = sqlx::query!(
        // bare: who holds the token is invited; that is all it says
        r#"select i.id as "id: InvitationId", g.id as "group: GroupId", g.slug
           from invitations i
           join groups g on g.id = i.group_id and g.deleted_at is null
           join memberships m on m.group_id = g.id and m.member_id = i.invited_by and m.role = 'manager'
           join members p on p.id = m.member_id and p.suspended_at is null
           where i.token_hash = $1 and i.answered_at is null and i.revoked_at is null and i.expires_at > $2 and i.uses < i.most_uses"#,
        token,
        now
    )
    .fetch_optional(tx.db())
    .await?;
    Ok(row.map(|row| (row.id, Entered { group: row.group, slug: row.slug })))
}

/// Uses a link once, if a use is left: the last one is given to one person, however many come at the same moment.
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

/// Makes an open invitation of a group worthless, as long as `by` manages the group.
pub(super) async fn revoke(tx: &mut Tx, id: InvitationId, by: MemberId) -> Result<bool, Fault> {
    let now = tx.now();
    let done = sqlx::query!(
        // bare: the conditions are the right itself
        "update invitations i set revoked_at = $3
         where i.id = $1 and i.answered_at is null and i.revoked_at is null
           and exists (select 1 from memberships m where m.group_id = i.group_id and m.member_id = $2 and m.role = 'manager')",
        id.0,
        by.0,
        now
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// An invitation that waits for the viewer.
pub(in super::super) struct WaitingRow {
    pub id: InvitationId,
    pub slug: String,
    pub name: String,
    pub purpose: String,
    pub icon: String,
    pub hue: String,
    pub level: String,
    pub message: String,
    pub inviter: Option<String>,
    pub created_at: Timestamp,
}

/// The invitations that wait for the viewer; into one group, or into all.
pub(in super::super) async fn waiting(db: &mut Db, viewer: Viewer, group: Option<GroupId>) -> Result<Vec<WaitingRow>, Fault> {
    let rows = sqlx::query_as!(
        WaitingRow,
        // bare: the viewer's own invitations
        r#"select i.id as "id!: InvitationId", g.slug as "slug!", g.name as "name!", g.purpose as "purpose!", g.icon as "icon!",
                  g.hue as "hue!", g.level as "level!", i.message as "message!", p.name as "inviter?", i.created_at as "created_at!"
           from invitations i join visible_groups($1) g on g.id = i.group_id
           left join visible_members($1) p on p.id = i.invited_by
           where i.member_id = $1 and ($2::uuid is null or g.id = $2)
             and i.answered_at is null and i.revoked_at is null and i.expires_at > now()
           order by i.created_at desc, i.id limit 20"#,
        viewer.id(),
        group.map(|group| group.0)
    )
    .fetch_all(db)
    .await?;
    Ok(rows)
}

/// An open invitation as managers see it.
pub(in super::super) struct OpenRow {
    pub id: InvitationId,
    pub person: Option<String>,
    pub email: Option<String>,
    pub by: Option<String>,
    pub uses: i32,
    pub most_uses: i32,
    pub expires_at: Timestamp,
}

/// The open invitations of a group its viewer manages. One made to a mail address shows the address alone, so that
/// it does not say whether somebody here has it.
pub(in super::super) async fn open(db: &mut Db, viewer: Viewer, group: GroupId) -> Result<Vec<OpenRow>, Fault> {
    let rows = sqlx::query_as!(
        OpenRow,
        // bare: invitations are seen by those who manage the group; the condition says so
        r#"select i.id as "id!: InvitationId", case when i.email is null then p.name end as person, i.email,
                  b.name as "by?", i.uses as "uses!", i.most_uses as "most_uses!", i.expires_at as "expires_at!"
           from invitations i
           left join visible_members($1) p on p.id = i.member_id
           left join visible_members($1) b on b.id = i.invited_by
           where i.group_id = $2 and i.answered_at is null and i.revoked_at is null and i.expires_at > now() and i.uses < i.most_uses
             and exists (select 1 from memberships m where m.group_id = i.group_id and m.member_id = $1 and m.role = 'manager')
           order by i.created_at desc, i.id limit 200"#,
        viewer.id(),
        group.0
    )
    .fetch_all(db)
    .await?;
    Ok(rows)
}

/// Someone who could be invited, with what they are written as.
pub(in super::super) struct CandidateRow {
    pub person: Person,
    pub handle: String,
    pub invited: bool,
}

/// People the viewer may know who are not in the group, by a part of their name.
pub(in super::super) async fn candidates(db: &mut Db, viewer: Viewer, group: GroupId, words: &str) -> Result<Vec<CandidateRow>, Fault> {
    let rows = sqlx::query!(
        // bare: for managers of the group, who see its members and its invitations
        r#"select p.id as "id!: MemberId", p.name as "name!", p.headline as "headline!", p.photo_version, p.handle as "handle!",
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
            person: Person { id: row.id, name: row.name, headline: row.headline, photo: row.photo_version },
            handle: row.handle,
            invited: row.invited,
        })
        .collect())
}

/// The person behind a handle, if the viewer may know them.
pub(in super::super) async fn by_handle(db: &mut Db, viewer: Viewer, handle: &str) -> Result<Option<MemberId>, Fault> {
    let id = sqlx::query_scalar!(
        r#"select id as "id!: MemberId" from visible_members($1) where handle = $2 and suspended_at is null"#,
        viewer.id(),
        handle
    )
    .fetch_optional(db)
    .await?;
    Ok(id)
}

/// Someone who can be mentioned.
pub(in super::super) struct MentionRow {
    pub person: Person,
    pub handle: String,
}

/// People whose name or handle begins like this, whom the viewer may know and who may read the group if one is named.
pub(in super::super) async fn mentions(
    db: &mut Db,
    viewer: Viewer,
    group: Option<GroupId>,
    words: &str,
) -> Result<Vec<MentionRow>, Fault> {
    let rows = sqlx::query!(
        r#"select p.id as "id!: MemberId", p.name as "name!", p.headline as "headline!", p.photo_version, p.handle as "handle!"
           from visible_members($1) p
           where p.suspended_at is null
             and (starts_with(p.handle, folded($3)) or strpos(' ' || replace(folded(p.name), '-', ' '), ' ' || folded($3)) > 0)
             and ($2::uuid is null or exists (select 1 from group_readers($2) r where r.id = p.id))
           order by strpos(folded(p.name), folded($3)) <> 1, folded(p.name), p.id limit 8"#,
        viewer.id(),
        group.map(|group| group.0),
        words
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| MentionRow {
            person: Person { id: row.id, name: row.name, headline: row.headline, photo: row.photo_version },
            handle: row.handle,
        })
        .collect())
}
