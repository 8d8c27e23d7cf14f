//! The statements about accounts. What is read here are accounts themselves, not views of people: only those who look
//! after people come to these statements.

use uuid::Uuid;

use crate::{
    authz::SiteRole,
    db::{Db, Tx},
    kernel::{Fault, GroupId, MemberId, Timestamp},
    ui::Rings,
};

/// An account in the list.
pub(super) struct Row {
    pub(super) id: MemberId,
    pub(super) name: String,
    pub(super) email: String,
    pub(super) photo_version: Option<Uuid>,
    pub(super) rings: Rings,
    pub(super) site_role: String,
    pub(super) external: bool,
    pub(super) suspended: bool,
    pub(super) entered: bool,
    pub(super) created_at: Timestamp,
    pub(super) total: i64,
}

/// Which accounts are asked for.
#[derive(Clone, Debug, Default)]
pub(super) struct Wanted {
    pub(super) words: String,
    pub(super) state: Option<&'static str>,
    pub(super) role: Option<String>,
    pub(super) most: i64,
    pub(super) skip: i64,
}

pub(super) async fn list(db: &mut Db, wanted: &Wanted) -> Result<Vec<Row>, Fault> {
    // bare: those who look after people see all accounts
    let rows = sqlx::query_as!(
        Row,
        r#"select id as "id: MemberId", name, email, photo_version, rings as "rings: Rings", site_role, external, suspended_at is not null as "suspended!",
                  password_hash is not null as "entered!", created_at, count(*) over () as "total!"
           from members
           where erased_at is null
             and ($1 = '' or strpos(folded(name), folded($1)) > 0 or strpos(email, lower($1)) > 0 or lower(external_id) = lower($1))
             and ($2::text is null or $2 = case when suspended_at is not null then 'suspended' when password_hash is null then 'waiting' else 'active' end)
             and ($3::text is null or case when $3 = 'guest' then external else site_role = $3 and not external end)
           order by folded(name), id limit $4 offset $5"#,
        wanted.words,
        wanted.state,
        wanted.role,
        wanted.most,
        wanted.skip
    )
    .fetch_all(db)
    .await?;
    Ok(rows)
}

/// An account on its own page.
pub(super) struct AccountRow {
    pub(super) name: String,
    pub(super) email: String,
    pub(super) handle: String,
    pub(super) external_id: Option<String>,
    pub(super) photo_version: Option<Uuid>,
    pub(super) rings: Rings,
    pub(super) entered: bool,
    pub(super) created_at: Timestamp,
    pub(super) seen_at: Option<Timestamp>,
    pub(super) groups: i64,
}

pub(super) async fn account(db: &mut Db, id: MemberId) -> Result<Option<AccountRow>, Fault> {
    // bare: those who look after people see all accounts
    let row = sqlx::query_as!(
        AccountRow,
        r#"select name, email, handle, external_id, photo_version, rings as "rings: Rings", password_hash is not null as "entered!", created_at,
                  (select max(s.seen_at) from sessions s where s.member_id = m.id) as seen_at,
                  (select count(*) from memberships b where b.member_id = m.id) as "groups!"
           from members m where id = $1 and erased_at is null"#,
        id.0
    )
    .fetch_optional(db)
    .await?;
    Ok(row)
}

/// Holds those who look after everything until the end of the transaction.
pub(super) async fn hold_administrators(tx: &mut Tx) -> Result<Vec<MemberId>, Fault> {
    let ids = sqlx::query_scalar!(
        // bare: whether one is the last says something of all of them
        r#"select id as "id: MemberId" from members
           where site_role = 'administrator' and erased_at is null and suspended_at is null order by id for update"#
    )
    .fetch_all(tx.db())
    .await?;
    Ok(ids)
}

/// Gives another role; answers the one before, none where it is the same or the person is a guest.
pub(super) async fn set_role(tx: &mut Tx, id: MemberId, to: SiteRole) -> Result<Option<SiteRole>, Fault> {
    let before = sqlx::query_scalar!(
        // bare: the account itself, locked
        "update members set site_role = $2
         from (select id, site_role from members where id = $1 for update) as before
         where members.id = before.id and before.site_role <> $2 and not members.external and members.erased_at is null
         returning before.site_role",
        id.0,
        to.as_str()
    )
    .fetch_optional(tx.db())
    .await?;
    Ok(before.map(SiteRole::from))
}

pub(super) async fn suspend(tx: &mut Tx, id: MemberId) -> Result<bool, Fault> {
    let now = tx.now();
    let done = sqlx::query!(
        "update members set suspended_at = $2 where id = $1 and suspended_at is null and erased_at is null",
        id.0,
        now
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected() == 1)
}

pub(super) async fn reactivate(tx: &mut Tx, id: MemberId) -> Result<bool, Fault> {
    let done = sqlx::query!(
        "update members set suspended_at = null where id = $1 and suspended_at is not null and erased_at is null",
        id.0
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Leaves nothing of a person but their id. Letters that name them go, and what lists of people say of them.
pub(super) async fn anonymise(tx: &mut Tx, id: MemberId) -> Result<bool, Fault> {
    let now = tx.now();
    let done = sqlx::query!(
        "update members set erased_at = $2, name = '—', email = 'erased-' || id || '@invalid', handle = 'erased-' || id,
                password_hash = null, site_role = 'member', headline = '', about = '', about_html = '', phone = '', place = '',
                photo_version = null, external_id = null
         where id = $1 and erased_at is null",
        id.0,
        now
    )
    .execute(tx.db())
    .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    sqlx::query!("delete from letters where member_id = $1", id.0).execute(tx.db()).await?;
    sqlx::query!("delete from ring_grants where member_id = $1", id.0).execute(tx.db()).await?;
    sqlx::query!("delete from acknowledgements where member_id = $1", id.0).execute(tx.db()).await?;
    sqlx::query!("delete from absences where member_id = $1", id.0).execute(tx.db()).await?;
    sqlx::query!("delete from survey_rhythms where member_id = $1", id.0).execute(tx.db()).await?;
    sqlx::query!("delete from saved_posts where member_id = $1", id.0).execute(tx.db()).await?;
    sqlx::query!("delete from hashtag_follows where member_id = $1", id.0).execute(tx.db()).await?;
    sqlx::query!("delete from label_follows where member_id = $1", id.0).execute(tx.db()).await?;
    sqlx::query!(
        "update people_import_rows set cells = '[]', plan = null, problems = '[]' where member_id = $1",
        id.0
    )
    .execute(tx.db())
    .await?;
    Ok(true)
}

/// The groups that nobody else manages who can come in.
pub(super) async fn managed_alone(db: &mut Db, id: MemberId) -> Result<Vec<GroupId>, Fault> {
    // bare: a number for those who look after people, and whom administrators are asked to name
    let groups = sqlx::query_scalar!(
        r#"select mine.group_id as "group: GroupId" from memberships mine join groups g on g.id = mine.group_id and g.deleted_at is null
           where mine.member_id = $1 and mine.role = 'manager'
             and not exists (select 1 from memberships other join members p on p.id = other.member_id
                             where other.group_id = mine.group_id and other.role = 'manager' and other.member_id <> $1
                               and p.suspended_at is null and p.erased_at is null)"#,
        id.0
    )
    .fetch_all(db)
    .await?;
    Ok(groups)
}

/// Takes someone out of all groups and answers which; what they asked for and were asked is settled.
pub(super) async fn leave_all(tx: &mut Tx, id: MemberId) -> Result<Vec<GroupId>, Fault> {
    sqlx::query!("delete from join_requests where member_id = $1 and decided_at is null", id.0)
        .execute(tx.db())
        .await?;
    sqlx::query!("delete from notices where member_id = $1", id.0).execute(tx.db()).await?;
    let groups = sqlx::query_scalar!(
        r#"delete from memberships where member_id = $1 returning group_id as "group: GroupId""#,
        id.0
    )
    .fetch_all(tx.db())
    .await?;
    Ok(groups)
}

/// A person in a sheet.
pub(super) struct LineRow {
    pub(super) id: MemberId,
    pub(super) email: String,
    pub(super) external_id: Option<String>,
    pub(super) name: String,
    pub(super) headline: String,
    pub(super) place: String,
    pub(super) phone: String,
    pub(super) locale: String,
    pub(super) site_role: String,
    pub(super) suspended: bool,
    pub(super) groups: Vec<String>,
}

/// Some people in the order of their ids, after one of them, with the groups that the reader may know.
pub(super) async fn lines(
    db: &mut Db,
    viewer: crate::authz::Viewer,
    after: Uuid,
    most: i64,
) -> Result<Vec<LineRow>, Fault> {
    let rows = sqlx::query_as!(
        LineRow,
        r#"select m.id as "id!: MemberId", m.email as "email!", m.external_id, m.name as "name!", m.headline as "headline!", m.place as "place!",
                  m.phone as "phone!", m.locale as "locale!", m.site_role as "site_role!", m.suspended_at is not null as "suspended!",
                  array(select g.slug from visible_groups($1) g join visible_memberships($1) b on b.group_id = g.id
                        where b.member_id = m.id order by g.slug) as "groups!"
           from visible_members($1) m where m.id > $2 order by m.id limit $3"#,
        viewer.id(),
        after,
        most
    )
    .fetch_all(db)
    .await?;
    Ok(rows)
}
