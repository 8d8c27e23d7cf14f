//! The people a list is about: accounts themselves, not views of them, because only those who look after people come here.

use std::collections::HashMap;

use uuid::Uuid;

use crate::{
    authz::{SiteRole, Viewer},
    db::{Db, Tx},
    features::people_lists::compare::{KnownGroup, Person},
    kernel::{Fault, GroupId, MemberId, Timestamp},
    worker::sheet::heading,
};

struct PersonRow {
    id: MemberId,
    email: String,
    external_id: Option<String>,
    name: String,
    headline: String,
    place: String,
    phone: String,
    locale: String,
    site_role: String,
    external: bool,
    suspended: bool,
    entered: bool,
    groups: Vec<String>,
    also: Vec<String>,
}

/// Has the database look at the people anew. How it finds somebody it decides by how many there were when it last looked:
/// in a community that a list has just filled it would read everybody for each row.
pub(in crate::features) async fn look_anew(db: &mut Db) -> Result<(), Fault> {
    sqlx::query("analyze members, member_keys").execute(db).await?;
    Ok(())
}

/// Whoever has one of these addresses, staff numbers or ids, held until the end of the transaction if one is open.
pub(in crate::features) async fn people(
    db: &mut Db,
    viewer: Viewer,
    emails: &[String],
    numbers: &[String],
    ids: &[Uuid],
    hold: bool,
) -> Result<Vec<Person>, Fault> {
    if hold {
        // bare: held in the order of their ids, so that two lists cannot wait for each other. Each way to find somebody
        // has its index, which an "or" of them would not use.
        sqlx::query!(
            "select id from members where erased_at is null and id in (
                 select id from members where email = any ($1)
                 union all select id from members where lower(external_id) = any ($2)
                 union all select id from members where id = any ($3)
                 union all select member_id from member_keys where value = any ($1 || $2))
             order by id for update",
            emails,
            numbers,
            ids
        )
        .fetch_all(&mut *db)
        .await?;
    }
    // bare: those who look after people see all accounts
    let rows = sqlx::query_as!(
        PersonRow,
        r#"select m.id as "id: MemberId", m.email, m.external_id, m.name, m.headline, m.place, m.phone, m.locale, m.site_role,
                  m.external, m.suspended_at is not null as "suspended!", m.password_hash is not null as "entered!",
                  array(select g.slug from memberships b join visible_groups($1) g on g.id = b.group_id where b.member_id = m.id) as "groups!",
                  array(select k.value from member_keys k where k.member_id = m.id) as "also!"
           from members m
           where m.erased_at is null and m.id in (
               select id from members where email = any ($2)
               union all select id from members where lower(external_id) = any ($3)
               union all select id from members where id = any ($4)
               union all select member_id from member_keys where value = any ($2 || $3))"#,
        viewer.id(),
        emails,
        numbers,
        ids
    )
    .fetch_all(db)
    .await?;
    let person = |row: PersonRow| Person {
        id: row.id,
        email: row.email,
        external_id: row.external_id.unwrap_or_default(),
        name: row.name,
        headline: row.headline,
        place: row.place,
        phone: row.phone,
        locale: row.locale,
        role: row.site_role.into(),
        external: row.external,
        suspended: row.suspended,
        entered: row.entered,
        groups: row.groups,
        also: row.also,
        fields: HashMap::new(),
    };
    Ok(rows.into_iter().map(person).collect())
}

/// The groups that the importer knows, by slug and by the words of their names.
pub(in crate::features) async fn groups(
    db: &mut Db,
    viewer: Viewer,
) -> Result<HashMap<String, KnownGroup>, Fault> {
    let rows = sqlx::query!(
        r#"select slug as "slug!", name as "name!", archived_at is not null as "archived!" from visible_groups($1)"#,
        viewer.id()
    )
    .fetch_all(db)
    .await?;
    let mut found = HashMap::new();
    for row in rows {
        let group = KnownGroup { slug: row.slug.clone(), archived: row.archived };
        found.entry(heading(&row.name)).or_insert_with(|| group.clone());
        found.insert(row.slug, group);
    }
    Ok(found)
}

/// How many look after everything.
pub(in crate::features) async fn administrators(db: &mut Db) -> Result<usize, Fault> {
    let count = sqlx::query_scalar!(
        // bare: a number over the whole house
        r#"select count(*) as "count!" from members where site_role = 'administrator' and erased_at is null and suspended_at is null"#
    )
    .fetch_one(db)
    .await?;
    Ok(usize::try_from(count)?)
}

/// Whoever looks after everything for the longest time.
pub(in crate::features) async fn first_administrator(db: &mut Db) -> Result<Option<MemberId>, Fault> {
    let first = sqlx::query_scalar!(
        // bare: the command line acts in their name
        r#"select id as "id: MemberId" from members
           where site_role = 'administrator' and erased_at is null and suspended_at is null order by created_at, id limit 1"#
    )
    .fetch_optional(db)
    .await?;
    Ok(first)
}

/// An account that a list makes.
#[derive(Clone, Debug)]
pub(in crate::features) struct NewPerson {
    pub(in crate::features) id: MemberId,
    pub(in crate::features) handle: String,
    pub(in crate::features) email: String,
    pub(in crate::features) external_id: Option<String>,
    pub(in crate::features) name: String,
    pub(in crate::features) headline: String,
    pub(in crate::features) place: String,
    pub(in crate::features) phone: String,
    pub(in crate::features) locale: String,
}

/// Makes accounts, all at once; answers those that were made. One whose handle, address or number is taken is not.
pub(in crate::features) async fn insert(
    tx: &mut Tx,
    people: &[NewPerson],
    zone: &str,
) -> Result<Vec<MemberId>, Fault> {
    let now = tx.now();
    let column = |of: fn(&NewPerson) -> &str| people.iter().map(|one| of(one).to_owned()).collect::<Vec<_>>();
    let ids: Vec<Uuid> = people.iter().map(|one| one.id.0).collect();
    let numbers: Vec<Option<String>> = people.iter().map(|one| one.external_id.clone()).collect();
    let made = sqlx::query_scalar!(
        r#"insert into members (id, handle, email, external_id, name, headline, place, phone, locale, time_zone, read_before, created_at)
           select id, handle, email, external_id, name, headline, place, phone, locale, $10, $11, $11
           from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
                as new (id, handle, email, external_id, name, headline, place, phone, locale)
           on conflict do nothing returning id as "id: MemberId""#,
        &ids,
        &column(|one| &one.handle),
        &column(|one| &one.email),
        &numbers as &[Option<String>],
        &column(|one| &one.name),
        &column(|one| &one.headline),
        &column(|one| &one.place),
        &column(|one| &one.phone),
        &column(|one| &one.locale),
        zone,
        now
    )
    .fetch_all(tx.db())
    .await?;
    Ok(made)
}

/// What an account is to say; none of it where it stays as it is.
#[derive(Clone, Debug, Default)]
pub(in crate::features) struct Amended {
    pub(in crate::features) id: Uuid,
    pub(in crate::features) email: Option<String>,
    pub(in crate::features) external_id: Option<String>,
    pub(in crate::features) name: Option<String>,
    pub(in crate::features) headline: Option<String>,
    pub(in crate::features) place: Option<String>,
    pub(in crate::features) phone: Option<String>,
    pub(in crate::features) locale: Option<String>,
}

/// Changes accounts, all at once. An empty staff number is none.
pub(in crate::features) async fn amend(tx: &mut Tx, people: &[Amended]) -> Result<(), Fault> {
    let column = |of: fn(&Amended) -> &Option<String>| {
        people.iter().map(|one| of(one).clone()).collect::<Vec<Option<String>>>()
    };
    let ids: Vec<Uuid> = people.iter().map(|one| one.id).collect();
    sqlx::query!(
        "update members m
         set email = coalesce(a.email, m.email), name = coalesce(a.name, m.name), headline = coalesce(a.headline, m.headline),
             place = coalesce(a.place, m.place), phone = coalesce(a.phone, m.phone), locale = coalesce(a.locale, m.locale),
             external_id = case when a.external_id is null then m.external_id else nullif(a.external_id, '') end
         from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
              as a (id, email, external_id, name, headline, place, phone, locale)
         where m.id = a.id and m.erased_at is null",
        &ids,
        &column(|one| &one.email) as &[Option<String>],
        &column(|one| &one.external_id) as &[Option<String>],
        &column(|one| &one.name) as &[Option<String>],
        &column(|one| &one.headline) as &[Option<String>],
        &column(|one| &one.place) as &[Option<String>],
        &column(|one| &one.phone) as &[Option<String>],
        &column(|one| &one.locale) as &[Option<String>]
    )
    .execute(tx.db())
    .await?;
    Ok(())
}

/// The ids of groups, by slug, in the order in which they are held.
pub(in crate::features) async fn group_ids(
    db: &mut Db,
    viewer: Viewer,
    slugs: &[String],
) -> Result<Vec<(String, GroupId)>, Fault> {
    let rows = sqlx::query!(
        r#"select slug as "slug!", id as "id!: GroupId" from visible_groups($1) where slug = any ($2) order by id"#,
        viewer.id(),
        slugs
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.slug, row.id)).collect())
}

/// Puts people into a group as what they are on the platform; answers those who were not in it.
pub(in crate::features) async fn admit(
    tx: &mut Tx,
    group: GroupId,
    members: &[Uuid],
) -> Result<Vec<MemberId>, Fault> {
    let now = tx.now();
    let admitted = sqlx::query_scalar!(
        // bare: the account itself decides
        r#"insert into memberships (group_id, member_id, role, since)
           select $1, p.id, case when p.external then 'guest' else 'member' end, $3
           from members p join groups g on g.id = $1 and g.deleted_at is null and g.archived_at is null
           where p.id = any ($2) and p.erased_at is null
           on conflict do nothing returning member_id as "member: MemberId""#,
        group.0,
        members,
        now
    )
    .fetch_all(tx.db())
    .await?;
    sqlx::query!(
        "update join_requests set decided_at = $3, approved = true where group_id = $1 and member_id = any ($2) and decided_at is null",
        group.0,
        members,
        now
    )
    .execute(tx.db())
    .await?;
    sqlx::query!(
        "update invitations set answered_at = $3 where group_id = $1 and member_id = any ($2) and answered_at is null and revoked_at is null",
        group.0,
        members,
        now
    )
    .execute(tx.db())
    .await?;
    Ok(admitted)
}

/// Takes someone out of a group if they are in it since then and as nothing more.
pub(in crate::features) async fn dismiss(
    tx: &mut Tx,
    group: GroupId,
    member: MemberId,
    since: Timestamp,
) -> Result<bool, Fault> {
    let done = sqlx::query!(
        "delete from memberships where group_id = $1 and member_id = $2 and since = $3 and role in ('member', 'guest')",
        group.0,
        member.0,
        since
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Deletes an account that nobody ever used.
pub(in crate::features) async fn delete_unused(tx: &mut Tx, member: MemberId) -> Result<bool, Fault> {
    let done = sqlx::query!(
        // bare: whether anything hangs on the account
        "delete from members m
         where id = $1 and password_hash is null and site_role = 'member'
           and not exists (select 1 from sessions s where s.member_id = m.id)
           and not exists (select 1 from posts p where p.author_id = m.id)
           and not exists (select 1 from comments c where c.author_id = m.id)
           and not exists (select 1 from pictures i where i.uploader_id = m.id)
           and not exists (select 1 from files f where f.uploader_id = m.id)
           and not exists (select 1 from people_imports i where i.member_id = m.id)",
        member.0
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// A role read from a plan.
pub(in crate::features) fn role(word: &str) -> SiteRole {
    SiteRole::parse(word).unwrap_or(SiteRole::Member)
}
