//! Memberships and requests to join. Each statement carries the condition that a race could break; callers hold the
//! group's row (`store::lock`), so that conditions over several memberships hold too.

use crate::{
    authz::{GroupRole, Viewer},
    db::{Db, OnConstraint, Tx},
    i18n::Locale,
    kernel::{Failure, Fault, GroupId, JoinRequestId, MemberId, Timestamp},
    ui::Person,
};

/// Writes the first membership of a group.
pub(super) async fn insert(
    tx: &mut Tx,
    group: GroupId,
    member: MemberId,
    role: GroupRole,
) -> Result<(), Fault> {
    let now = tx.now();
    sqlx::query!(
        "insert into memberships (group_id, member_id, role, since) values ($1, $2, $3, $4)",
        group.0,
        member.0,
        role.as_str(),
        now
    )
    .execute(tx.db())
    .await?;
    Ok(())
}

/// Lets someone in whose account is alive: as a guest where they are a guest of the platform. `open_only` repeats
/// the rule of joining freely. Answers whether they are new.
pub(in super::super) async fn admit(
    tx: &mut Tx,
    group: GroupId,
    member: MemberId,
    open_only: bool,
) -> Result<bool, Fault> {
    let now = tx.now();
    let done = sqlx::query!(
        // bare: the conditions are the right itself
        "insert into memberships (group_id, member_id, role, since)
         select g.id, p.id, case when p.external then 'guest' else 'member' end, $4
         from groups g join members p on p.id = $2 and p.suspended_at is null and p.erased_at is null
         where g.id = $1 and g.deleted_at is null and g.archived_at is null and g.locked_since is null and (not $3 or (g.level = 'open' and not p.external))
         on conflict do nothing",
        group.0,
        member.0,
        open_only,
        now
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Ends a membership unless it is the last manager's, and, where `by` is someone else, unless they manage no more.
pub(super) async fn delete(
    tx: &mut Tx,
    group: GroupId,
    member: MemberId,
    by: MemberId,
) -> Result<bool, Fault> {
    let done = sqlx::query!(
        // bare: the conditions are the right itself
        "delete from memberships m
         where m.group_id = $1 and m.member_id = $2
           and (m.role <> 'manager' or exists (
               select 1 from memberships other where other.group_id = $1 and other.role = 'manager' and other.member_id <> $2))
           and exists (select 1 from groups g where g.id = $1 and g.source_since is null and g.locked_since is null)
           and ($2 = $3 or exists (
               select 1 from memberships mine where mine.group_id = $1 and mine.member_id = $3 and mine.role = 'manager'))",
        group.0,
        member.0,
        by.0
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Someone's role in a group.
pub(in super::super) async fn role(
    tx: &mut Tx,
    group: GroupId,
    member: MemberId,
) -> Result<Option<GroupRole>, Fault> {
    // bare: read inside a change, under the group's lock, and not shown
    let role = sqlx::query_scalar!(
        "select role from memberships where group_id = $1 and member_id = $2",
        group.0,
        member.0
    )
    .fetch_optional(tx.db())
    .await?;
    Ok(role.map(Into::into))
}

/// Gives another role, under the same conditions as [`delete`]. Guests of the platform stay guests, and only they are.
pub(super) async fn set_role(
    tx: &mut Tx,
    group: GroupId,
    member: MemberId,
    role: GroupRole,
    by: MemberId,
) -> Result<bool, Fault> {
    let done = sqlx::query!(
        // bare: the conditions are the right itself
        "update memberships m set role = $4
         from members p
         where m.group_id = $1 and m.member_id = $2 and p.id = m.member_id and p.external = ($4 = 'guest')
           and (m.role <> 'manager' or $4 = 'manager' or exists (
               select 1 from memberships other where other.group_id = $1 and other.role = 'manager' and other.member_id <> $2))
           and exists (select 1 from memberships mine where mine.group_id = $1 and mine.member_id = $3 and mine.role = 'manager')",
        group.0,
        member.0,
        by.0,
        role.as_str()
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Writes a request to join a group that is private and that one is not in.
pub(super) async fn insert_request(
    tx: &mut Tx,
    id: JoinRequestId,
    group: GroupId,
    member: MemberId,
    message: &str,
) -> Result<bool, Failure<()>> {
    let now = tx.now();
    let done = sqlx::query!(
        // bare: the conditions are the right itself
        "insert into join_requests (id, group_id, member_id, message, asked_at)
         select $1, g.id, $3, $4, $5 from groups g
         where g.id = $2 and g.level = 'private' and g.deleted_at is null and g.archived_at is null and g.locked_since is null
           and not exists (select 1 from memberships m where m.group_id = g.id and m.member_id = $3)",
        id.0,
        group.0,
        member.0,
        message,
        now
    )
    .execute(tx.db())
    .await
    .on_constraint("join_requests_one_open", ())?;
    Ok(done.rows_affected() == 1)
}

/// Answers a request that waits, as long as `by` manages the group; answers who asked.
pub(super) async fn decide(
    tx: &mut Tx,
    request: JoinRequestId,
    by: MemberId,
    approved: bool,
    reason: &str,
) -> Result<Option<MemberId>, Fault> {
    let now = tx.now();
    let asked = sqlx::query_scalar!(
        // bare: the conditions are the right itself
        r#"update join_requests r set decided_at = $3, decided_by = $2, approved = $4, reason = $5
           where r.id = $1 and r.decided_at is null
             and exists (select 1 from memberships m where m.group_id = r.group_id and m.member_id = $2 and m.role = 'manager')
           returning r.member_id as "member!: MemberId""#,
        request.0,
        by.0,
        now,
        approved,
        reason
    )
    .fetch_optional(tx.db())
    .await?;
    Ok(asked)
}

/// Approves all requests that wait; answers which, and whose.
pub(super) async fn approve_waiting(
    tx: &mut Tx,
    group: GroupId,
    by: MemberId,
) -> Result<Vec<(JoinRequestId, MemberId)>, Fault> {
    let approved = sqlx::query!(
        r#"update join_requests set decided_at = $3, decided_by = $2, approved = true where group_id = $1 and decided_at is null
           returning id as "id: JoinRequestId", member_id as "member: MemberId""#,
        group.0,
        by.0,
        tx.now()
    );
    Ok(approved.map(|row| (row.id, row.member)).fetch_all(tx.db()).await?)
}

/// Takes one's own waiting request back.
pub(super) async fn withdraw(tx: &mut Tx, request: JoinRequestId, member: MemberId) -> Result<bool, Fault> {
    let done = sqlx::query!(
        "delete from join_requests where id = $1 and member_id = $2 and decided_at is null",
        request.0,
        member.0
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Whoever is in a group waits for nothing any more: their request and their invitation count as answered.
pub(super) async fn settle(tx: &mut Tx, group: GroupId, member: MemberId) -> Result<(), Fault> {
    let now = tx.now();
    sqlx::query!(
        "update join_requests set decided_at = $3, approved = true where group_id = $1 and member_id = $2 and decided_at is null",
        group.0,
        member.0,
        now
    )
    .execute(tx.db())
    .await?;
    sqlx::query!(
        "update invitations set answered_at = $3, uses = most_uses
         where group_id = $1 and member_id = $2 and answered_at is null and revoked_at is null",
        group.0,
        member.0,
        now
    )
    .execute(tx.db())
    .await?;
    Ok(())
}

/// Whether someone's role no longer lets them invite.
pub(super) async fn cannot_invite(tx: &mut Tx, group: GroupId, member: MemberId) -> Result<bool, Fault> {
    let cannot = sqlx::query_scalar!(
        // bare: read inside a change, under the group's lock, and not shown
        r#"select not exists (select 1 from memberships m join groups g on g.id = m.group_id
                              where g.id = $1 and m.member_id = $2 and role_reaches(m.role, g.may_invite)) as "cannot!""#,
        group.0,
        member.0
    )
    .fetch_one(tx.db())
    .await?;
    Ok(cannot)
}

/// Makes worthless what someone invited while they managed the group (SECURITY A-35); answers which invitations.
pub(super) async fn revoke_of(
    tx: &mut Tx,
    group: GroupId,
    inviter: MemberId,
) -> Result<Vec<crate::kernel::InvitationId>, Fault> {
    let now = tx.now();
    let revoked = sqlx::query_scalar!(
        r#"update invitations set revoked_at = $3
           where group_id = $1 and invited_by = $2 and answered_at is null and revoked_at is null
           returning id as "id: crate::kernel::InvitationId""#,
        group.0,
        inviter.0,
        now
    )
    .fetch_all(tx.db())
    .await?;
    Ok(revoked)
}

/// Whom to write to, and in which language.
pub(in super::super) struct Addressee {
    pub email: String,
    pub name: String,
    pub locale: Locale,
}

/// Where someone's letters go, and the name of the group they are about.
pub(in super::super) async fn addressee(tx: &mut Tx, member: MemberId) -> Result<Option<Addressee>, Fault> {
    // bare: the house itself writes; nobody is shown the address
    let row = sqlx::query!(
        "select email, name, locale from members where id = $1 and suspended_at is null and erased_at is null",
        member.0
    )
    .fetch_optional(tx.db())
    .await?;
    Ok(row.map(|row| Addressee {
        email: row.email,
        name: row.name,
        locale: Locale::parse(&row.locale).unwrap_or_default(),
    }))
}

/// What a group is called, for letters about it.
pub(in super::super) async fn name(tx: &mut Tx, group: GroupId) -> Result<(String, String), Fault> {
    // bare: written to someone whose access to this group has just been decided
    let row = sqlx::query!("select name, slug from groups where id = $1", group.0).fetch_one(tx.db()).await?;
    Ok((row.name, row.slug))
}

/// Someone in a group.
pub(in super::super) struct MemberRow {
    pub person: Person,
    pub role: GroupRole,
    pub external: bool,
}

/// The people of a group: managers first, then by name, from behind `after` on; and how many match in all.
pub(in super::super) async fn members(
    db: &mut Db,
    viewer: Viewer,
    group: GroupId,
    words: &str,
    after: Option<MemberId>,
    most: i64,
) -> Result<(Vec<MemberRow>, i64), Fault> {
    let rows = sqlx::query!(
        r#"with people as (
               select p.id, p.name, p.headline, p.photo_version, p.external, m.role,
                      array_position(array['manager', 'publisher', 'member', 'guest'], m.role) as rank, folded(p.name) as sort
               from visible_memberships($1) m join visible_members($1) p on p.id = m.member_id
               where m.group_id = $2)
           select id as "id!: MemberId", name as "name!", headline as "headline!", photo_version, external as "external!", role as "role!",
                  (select count(*) from people q where $3 = '' or strpos(q.sort, folded($3)) > 0) as "total!"
           from people
           where ($3 = '' or strpos(sort, folded($3)) > 0)
             and ($4::uuid is null or (rank, sort, id) > (select last.rank, last.sort, last.id from people last where last.id = $4))
           order by rank, sort, id limit $5"#,
        viewer.id(),
        group.0,
        words,
        after.map(|after| after.0),
        most
    )
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let members = rows
        .into_iter()
        .map(|row| MemberRow {
            person: Person { id: row.id, name: row.name, headline: row.headline, photo: row.photo_version },
            role: row.role.into(),
            external: row.external,
        })
        .collect();
    Ok((members, total))
}

/// A request that waits.
pub(in super::super) struct RequestRow {
    pub id: JoinRequestId,
    pub person: Person,
    pub message: String,
    pub asked_at: Timestamp,
}

/// The requests that wait, oldest first. Asked for by pages that hold the right to answer them.
pub(in super::super) async fn requests(
    db: &mut Db,
    viewer: Viewer,
    group: GroupId,
) -> Result<Vec<RequestRow>, Fault> {
    let rows = sqlx::query!(
        // bare: requests are their own and the managers'; the condition says so
        r#"select r.id as "id: JoinRequestId", r.message, r.asked_at, p.id as "member!: MemberId", p.name as "name!",
                  p.headline as "headline!", p.photo_version
           from join_requests r join visible_members($1) p on p.id = r.member_id
           where r.group_id = $2 and r.decided_at is null
             and exists (select 1 from memberships m where m.group_id = r.group_id and m.member_id = $1 and m.role = 'manager')
           order by r.asked_at, r.id limit 200"#,
        viewer.id(),
        group.0
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| RequestRow {
            id: row.id,
            person: Person {
                id: row.member,
                name: row.name,
                headline: row.headline,
                photo: row.photo_version,
            },
            message: row.message,
            asked_at: row.asked_at,
        })
        .collect())
}

/// The viewer's own request that waits.
pub(in super::super) async fn my_request(
    db: &mut Db,
    viewer: Viewer,
    group: GroupId,
) -> Result<Option<JoinRequestId>, Fault> {
    let id = sqlx::query_scalar!(
        // bare: the viewer's own request
        r#"select id as "id: JoinRequestId" from join_requests where group_id = $2 and member_id = $1 and decided_at is null"#,
        viewer.id(),
        group.0
    )
    .fetch_optional(db)
    .await?;
    Ok(id)
}
