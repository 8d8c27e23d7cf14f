//! Memberships and requests to join. Each statement carries the condition that a race could break; callers hold the
//! group's row (`store::lock`), so that conditions over several memberships hold too.

mod requests;

use crate::{
    authz::{GroupRole, Viewer},
    db::{Db, Tx},
    i18n::Locale,
    kernel::{Fault, GroupId, MemberId},
    ui::{Person, Rings},
};

pub(in super::super) use requests::{RequestRow, my_request, requests};
pub(super) use requests::{approve_waiting, decide, insert_request, withdraw};

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

/// Puts someone into all default groups and sources; answers which they are.
pub(super) async fn enrol_newcomer(tx: &mut Tx, member: MemberId) -> Result<Vec<GroupId>, Fault> {
    let now = tx.now();
    let groups = sqlx::query_scalar!(
        // bare: decided by administrators for everybody
        r#"insert into memberships (group_id, member_id, role, since)
           select g.id, $1, 'member', $2 from groups g
           where (g.default_since is not null or g.source_since is not null) and g.deleted_at is null and g.archived_at is null
           on conflict do nothing returning group_id as "group: GroupId""#,
        member.0,
        now
    )
    .fetch_all(tx.db())
    .await?;
    Ok(groups)
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

/// Notes that someone is not to come back by the group's rule, if it has one.
pub(super) async fn exclude(tx: &mut Tx, group: GroupId, member: MemberId) -> Result<(), Fault> {
    sqlx::query!(
        "insert into group_rule_exclusions (group_id, member_id)
         select group_id, $2 from group_rules where group_id = $1 on conflict do nothing",
        group.0,
        member.0
    )
    .execute(tx.db())
    .await?;
    Ok(())
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
pub(in crate::features) struct Addressee {
    pub email: String,
    pub name: String,
    pub locale: Locale,
}

/// Where someone's letters go, and the name of the group they are about.
pub(in crate::features) async fn addressee(
    tx: &mut Tx,
    member: MemberId,
) -> Result<Option<Addressee>, Fault> {
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
pub(in crate::features) async fn name(tx: &mut Tx, group: GroupId) -> Result<(String, String), Fault> {
    // bare: written to someone whose access to this group has just been decided
    let row = sqlx::query!("select name, slug from groups where id = $1", group.0).fetch_one(tx.db()).await?;
    Ok((row.name, row.slug))
}

/// Someone in a group.
pub(in super::super) struct MemberRow {
    pub person: Person,
    pub role: GroupRole,
    pub external: bool,
    pub by_rule: bool,
    /// What in their profile the rule describes, as far as the viewer reads it: field and value in French and English.
    pub why: Vec<(String, String, String, String)>,
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
               select p.id, p.name, p.headline, p.photo_version, p.rings, p.external, m.role, m.by_rule,
                      array_position(array['manager', 'publisher', 'member', 'guest'], m.role) as rank, folded(p.name) as sort
               from visible_memberships($1) m join visible_members($1) p on p.id = m.member_id
               where m.group_id = $2)
           select id as "id!: MemberId", name as "name!", headline as "headline!", photo_version, rings as "rings!: Rings", external as "external!", role as "role!",
                  by_rule as "by_rule!",
                  case when by_rule then (
                      select jsonb_agg(jsonb_build_array(f.label_fr, f.label_en, t.label_fr, t.label_en) order by f.place, f.id, t.place, t.id)
                      from group_rule_terms rule join visible_field_values($1) v on v.term_id = rule.term_id and v.member_id = people.id
                      join field_terms t on t.id = v.term_id join fields f on f.id = t.field_id
                      where rule.group_id = $2) end as why,
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
    let mut members = Vec::new();
    for row in rows {
        members.push(MemberRow {
            person: Person {
                id: row.id,
                name: row.name,
                headline: row.headline,
                photo: row.photo_version,
                rings: row.rings,
            },
            role: row.role.into(),
            external: row.external,
            by_rule: row.by_rule,
            why: row.why.map(serde_json::from_value).transpose()?.unwrap_or_default(),
        });
    }
    Ok((members, total))
}
