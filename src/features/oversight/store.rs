//! Statements about groups as administrators see them. What is in a group is never read here.

use crate::{
    authz::{Level, Viewer},
    db::{Db, Tx},
    features::oversight::model::Regime,
    kernel::{EmailAddress, Fault, GroupId, MemberId, Timestamp},
};

/// A group in the list.
pub(super) struct Row {
    pub id: GroupId,
    /// None where the viewer may not know it.
    pub name: Option<String>,
    pub slug: Option<String>,
    pub level: Level,
    pub regime: Regime,
    pub archived: bool,
    pub members: i64,
    pub managers: i64,
    pub created_at: Timestamp,
}

/// Groups, those without a manager first, then by name; or one of them.
pub(super) async fn list(
    db: &mut Db,
    viewer: Viewer,
    one: Option<GroupId>,
    words: &str,
) -> Result<Vec<Row>, Fault> {
    let rows = sqlx::query!(
        // bare: numbers for those who administer groups; names are those of the groups they may know
        r#"select g.id as "id!: GroupId", v.name as "name?", v.slug as "slug?", g.level as "level!", g.archived_at is not null as "archived!",
                  g.default_since is not null as "default!", g.source_since is not null as "source!", g.locked_since is not null as "locked!",
                  g.created_at as "created_at!", people.members as "members!", people.managers as "managers!"
           from administered_groups($1) g
           left join visible_groups($1) v on v.id = g.id
           cross join lateral (
               select count(*) as members, count(*) filter (where m.role = 'manager') as managers
               from memberships m join members p on p.id = m.member_id
               where m.group_id = g.id and p.suspended_at is null and p.erased_at is null) people
           where ($2::uuid is null or g.id = $2) and ($3 = '' or strpos(folded(v.name), folded($3)) > 0)
           order by people.managers > 0, v.name is null, lower(v.name), g.id limit 300"#,
        viewer.id(),
        one.map(|one| one.0),
        words
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Row {
            id: row.id,
            name: row.name,
            slug: row.slug,
            level: row.level.into(),
            regime: Regime::of(row.default, row.source, row.locked),
            archived: row.archived,
            members: row.members,
            managers: row.managers,
            created_at: row.created_at,
        })
        .collect())
}

/// Holds a group until the end of the transaction and answers its regime.
pub(super) async fn hold(tx: &mut Tx, group: GroupId) -> Result<Option<Regime>, Fault> {
    let row = sqlx::query!(
        // bare: read inside a change, and not shown
        r#"select default_since is not null as "default!", source_since is not null as "source!", locked_since is not null as "locked!"
           from groups where id = $1 and deleted_at is null for no key update"#,
        group.0
    )
    .fetch_optional(tx.db())
    .await?;
    Ok(row.map(|row| Regime::of(row.default, row.source, row.locked)))
}

/// Writes the regime of a group.
pub(super) async fn update_regime(tx: &mut Tx, group: GroupId, regime: Regime) -> Result<(), Fault> {
    let now = tx.now();
    sqlx::query!(
        "update groups set default_since = case when $2::text = 'default' then $3::timestamptz end,
                           source_since = case when $2::text = 'source' then $3::timestamptz end,
                           locked_since = case when $2::text = 'locked' then $3::timestamptz end where id = $1",
        group.0,
        regime.as_str(),
        now
    )
    .execute(tx.db())
    .await?;
    Ok(())
}

/// How many people would come into a group if everybody did.
pub(super) async fn outside(db: &mut Db, group: GroupId) -> Result<i64, Fault> {
    let count = sqlx::query_scalar!(
        // bare: a number for those who administer groups
        r#"select count(*) as "count!" from members p
           where not p.external and p.erased_at is null and p.suspended_at is null
             and not exists (select 1 from memberships m where m.group_id = $1 and m.member_id = p.id)"#,
        group.0
    )
    .fetch_one(db)
    .await?;
    Ok(count)
}

/// Puts everybody into a group; guests of the platform stay outside.
pub(super) async fn enrol_everybody(tx: &mut Tx, group: GroupId) -> Result<u64, Fault> {
    let now = tx.now();
    let done = sqlx::query!(
        // bare: decided by administrators for everybody
        "insert into memberships (group_id, member_id, role, since)
         select $1, p.id, 'member', $2 from members p where not p.external and p.erased_at is null
         on conflict do nothing",
        group.0,
        now
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected())
}

/// The person with this address or handle, whose account is alive.
pub(super) async fn person(
    tx: &mut Tx,
    viewer: Viewer,
    typed: &str,
) -> Result<Option<(MemberId, String)>, Fault> {
    let email = EmailAddress::parse(typed).ok();
    let handle = typed.trim().trim_start_matches('@').to_lowercase();
    let row = sqlx::query!(
        r#"select id as "id!: MemberId", name as "name!" from visible_members($1)
           where (email = $2 or handle = $3) and suspended_at is null"#,
        viewer.id(),
        email.as_ref().map(EmailAddress::as_str),
        handle
    )
    .fetch_optional(tx.db())
    .await?;
    Ok(row.map(|row| (row.id, row.name)))
}

/// Puts someone into a group as what they are on the platform.
pub(super) async fn enrol(tx: &mut Tx, group: GroupId, member: MemberId) -> Result<bool, Fault> {
    let now = tx.now();
    let done = sqlx::query!(
        // bare: decided by administrators
        "insert into memberships (group_id, member_id, role, since)
         select $1, p.id, case when p.external then 'guest' else 'member' end, $3 from members p where p.id = $2
         on conflict do nothing",
        group.0,
        member.0,
        now
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Takes someone out of a group, unless they are the last who manages it or everybody belongs.
pub(super) async fn expel(tx: &mut Tx, group: GroupId, member: MemberId) -> Result<bool, Fault> {
    let done = sqlx::query!(
        // bare: decided by administrators
        "delete from memberships m
         where m.group_id = $1 and m.member_id = $2
           and exists (select 1 from groups g where g.id = $1 and g.source_since is null)
           and (m.role <> 'manager' or exists (
               select 1 from memberships other where other.group_id = $1 and other.role = 'manager' and other.member_id <> $2))",
        group.0,
        member.0
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Makes someone manage a group that nobody manages whose account is alive.
pub(super) async fn make_manager(tx: &mut Tx, group: GroupId, member: MemberId) -> Result<bool, Fault> {
    let now = tx.now();
    let done = sqlx::query!(
        // bare: the conditions are the right itself
        "insert into memberships (group_id, member_id, role, since)
         select $1, p.id, 'manager', $3 from members p
         where p.id = $2 and not p.external
           and not exists (select 1 from memberships m join members q on q.id = m.member_id
                           where m.group_id = $1 and m.role = 'manager' and q.suspended_at is null and q.erased_at is null)
         on conflict (group_id, member_id) do update set role = 'manager'",
        group.0,
        member.0,
        now
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Writes that someone enters a group; false where their visit lasts still.
pub(super) async fn insert_visit(
    tx: &mut Tx,
    (group, member): (GroupId, MemberId),
    why: &str,
    until: Timestamp,
) -> Result<bool, Fault> {
    let now = tx.now();
    sqlx::query!(
        "update group_visits set left_at = ends_at where group_id = $1 and member_id = $2 and left_at is null and ends_at <= $3",
        group.0,
        member.0,
        now
    )
    .execute(tx.db())
    .await?;
    let done = sqlx::query!(
        "insert into group_visits (id, group_id, member_id, reason, entered_at, ends_at)
         values (gen_random_uuid(), $1, $2, $3, $4, $5) on conflict do nothing",
        group.0,
        member.0,
        why,
        now,
        until
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Ends someone's visit.
pub(super) async fn end_visit(tx: &mut Tx, group: GroupId, member: MemberId) -> Result<bool, Fault> {
    let now = tx.now();
    let done = sqlx::query!(
        "update group_visits set left_at = $3 where group_id = $1 and member_id = $2 and left_at is null",
        group.0,
        member.0,
        now
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Ends the visits whose time is over; answers whose.
pub(super) async fn end_visits(tx: &mut Tx) -> Result<Vec<(GroupId, MemberId)>, Fault> {
    let now = tx.now();
    let rows = sqlx::query!(
        r#"update group_visits set left_at = ends_at where left_at is null and ends_at <= $1
           returning group_id as "group: GroupId", member_id as "member: MemberId""#,
        now
    )
    .fetch_all(tx.db())
    .await?;
    Ok(rows.into_iter().map(|row| (row.group, row.member)).collect())
}

/// A visit as managers see it.
pub(super) struct VisitRow {
    pub name: Option<String>,
    pub reason: String,
    pub entered_at: Timestamp,
    pub left_at: Option<Timestamp>,
}

/// The visits of a group, the last one first.
pub(super) async fn visits(db: &mut Db, viewer: Viewer, group: GroupId) -> Result<Vec<VisitRow>, Fault> {
    let rows = sqlx::query_as!(
        VisitRow,
        r#"select p.name as "name?", v.reason, v.entered_at, v.left_at
           from group_visits v left join visible_members($1) p on p.id = v.member_id
           where v.group_id = $2 order by v.entered_at desc limit 100"#,
        viewer.id(),
        group.0
    )
    .fetch_all(db)
    .await?;
    Ok(rows)
}
