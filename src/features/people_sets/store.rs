//! Statements about rules and whom they describe.

use crate::{
    authz::{GroupRole, Viewer},
    db::{Db, Tx},
    kernel::{Fault, GroupId, MemberId},
    ui::{Person, Rings},
};

/// Holds a group until the end of the transaction; answers whether it is written in, and the actor's role.
pub(super) async fn hold(
    tx: &mut Tx,
    group: GroupId,
    me: Option<MemberId>,
) -> Result<Option<(bool, Option<GroupRole>)>, Fault> {
    let row = sqlx::query!(
        // bare: read inside a change, and not shown
        r#"select g.archived_at is null as "alive!", (select m.role from memberships m where m.group_id = g.id and m.member_id = $2) as role
           from groups g where g.id = $1 and g.deleted_at is null for no key update"#,
        group.0,
        me.map(|me| me.0)
    )
    .fetch_optional(tx.db())
    .await?;
    Ok(row.map(|row| (row.alive, row.role.map(Into::into))))
}

/// The terms of a group's rule; none where it has none.
pub(super) async fn terms(db: &mut Db, group: GroupId) -> Result<Vec<i32>, Fault> {
    let terms = sqlx::query_scalar!(
        "select term_id from group_rule_terms where group_id = $1 order by term_id",
        group.0
    )
    .fetch_all(db)
    .await?;
    Ok(terms)
}

/// The terms of a field that are called like these words, in either language.
pub(super) async fn called(db: &mut Db, field: i32, words: &[String]) -> Result<Vec<i32>, Fault> {
    let terms = sqlx::query_scalar!(
        "select id from field_terms where field_id = $1 and folded = any(select folded(word) from unnest($2::text[]) word)",
        field,
        words
    )
    .fetch_all(db)
    .await?;
    Ok(terms)
}

/// Those of the terms that a rule may be made of: of fields that every member may read.
pub(super) async fn usable(db: &mut Db, terms: &[i32]) -> Result<Vec<i32>, Fault> {
    let terms = sqlx::query_scalar!(
        "select t.id from field_terms t join fields f on f.id = t.field_id
         where t.id = any($1) and f.archived_at is null and f.visibility in ('guests', 'members')",
        terms
    )
    .fetch_all(db)
    .await?;
    Ok(terms)
}

/// The labels of terms of a field, for its text input.
pub(super) async fn labels(
    db: &mut Db,
    field: i32,
    terms: &[i32],
    french: bool,
) -> Result<Vec<String>, Fault> {
    let labels = sqlx::query_scalar!(
        r#"select case when $3 then label_fr else label_en end as "label!" from field_terms
           where field_id = $1 and id = any($2) order by folded"#,
        field,
        terms,
        french
    )
    .fetch_all(db)
    .await?;
    Ok(labels)
}

/// What a rule with these terms would mean for a group.
pub(super) struct Preview {
    /// Whom it describes.
    pub people: i64,
    /// Those among them who are guests of the platform.
    pub guests: i64,
    /// Who would come in.
    pub entering: Vec<Person>,
    /// How many that are.
    pub enter: i64,
    /// Who would go.
    pub leaving: Vec<Person>,
    /// How many that are.
    pub leave: i64,
}

/// Counts, and names as far as the viewer may know them.
pub(super) async fn preview(
    db: &mut Db,
    viewer: Viewer,
    group: GroupId,
    terms: &[i32],
    most: i64,
) -> Result<Preview, Fault> {
    let row = sqlx::query!(
        // bare: for managers of the group, who see its members; names are of those they may know
        r#"with described as materialized (
               select p.id, p.external from people_of_terms($3) p where p.suspended_at is null),
           coming as (
               select d.id from described d
               where not exists (select 1 from memberships m where m.group_id = $2 and m.member_id = d.id)
                 and not exists (select 1 from group_rule_exclusions x where x.group_id = $2 and x.member_id = d.id)),
           going as (
               select m.member_id as id from memberships m join members p on p.id = m.member_id and p.suspended_at is null
               where m.group_id = $2 and m.by_rule and m.role in ('member', 'guest') and cardinality($3::int[]) > 0
                 and not exists (select 1 from described d where d.id = m.member_id))
           select (select count(*) from described) as "people!", (select count(*) from described where external) as "guests!",
                  (select count(*) from coming) as "enter!", (select count(*) from going) as "leave!",
                  coalesce((select jsonb_agg(to_jsonb(few) order by few.name) from (
                      select v.id, v.name, v.headline, v.photo_version as photo, v.rings from visible_members($1) v
                      where v.id in (select id from coming) order by folded(v.name), v.id limit $4) few), '[]') as "entering!",
                  coalesce((select jsonb_agg(to_jsonb(few) order by few.name) from (
                      select v.id, v.name, v.headline, v.photo_version as photo, v.rings from visible_members($1) v
                      where v.id in (select id from going) order by folded(v.name), v.id limit $4) few), '[]') as "leaving!""#,
        viewer.id(),
        group.0,
        terms,
        most
    )
    .fetch_one(db)
    .await?;
    Ok(Preview {
        people: row.people,
        guests: row.guests,
        enter: row.enter,
        leave: row.leave,
        entering: persons(row.entering)?,
        leaving: persons(row.leaving)?,
    })
}

fn persons(rows: serde_json::Value) -> Result<Vec<Person>, Fault> {
    #[derive(serde::Deserialize)]
    struct Row {
        id: MemberId,
        name: String,
        headline: String,
        photo: Option<uuid::Uuid>,
        rings: Rings,
    }
    let rows: Vec<Row> = serde_json::from_value(rows)?;
    let person = |row: Row| Person {
        id: row.id,
        name: row.name,
        headline: row.headline,
        photo: row.photo,
        rings: row.rings,
    };
    Ok(rows.into_iter().map(person).collect())
}

/// Writes the rule of a group.
pub(super) async fn replace(tx: &mut Tx, group: GroupId, by: MemberId, terms: &[i32]) -> Result<(), Fault> {
    let now = tx.now();
    sqlx::query!("delete from group_rules where group_id = $1", group.0).execute(tx.db()).await?;
    if terms.is_empty() {
        // Who came in by the rule stays, as anybody else.
        sqlx::query!("update memberships set by_rule = false where group_id = $1 and by_rule", group.0)
            .execute(tx.db())
            .await?;
        return Ok(());
    }
    sqlx::query!(
        "insert into group_rules (group_id, changed_by, changed_at) values ($1, $2, $3)",
        group.0,
        by.0,
        now
    )
    .execute(tx.db())
    .await?;
    sqlx::query!(
        "insert into group_rule_terms (group_id, term_id) select $1, unnest($2::int[])",
        group.0,
        terms
    )
    .execute(tx.db())
    .await?;
    Ok(())
}

/// The groups that have a rule.
pub(super) async fn ruled(tx: &mut Tx) -> Result<Vec<GroupId>, Fault> {
    let groups = sqlx::query_scalar!(
        // bare: the house itself looks
        r#"select r.group_id as "group: GroupId" from group_rules r join groups g on g.id = r.group_id
           where g.deleted_at is null and g.archived_at is null order by r.evaluated_at nulls first"#
    )
    .fetch_all(tx.db())
    .await?;
    Ok(groups)
}

/// Lets in whom the rule describes and who is not in yet; answers who came.
pub(super) async fn let_in(tx: &mut Tx, group: GroupId, terms: &[i32]) -> Result<Vec<MemberId>, Fault> {
    let now = tx.now();
    let came = sqlx::query_scalar!(
        // bare: the rule itself is the right
        r#"insert into memberships (group_id, member_id, role, since, by_rule)
           select $1, p.id, case when p.external then 'guest' else 'member' end, $3, true
           from people_of_terms($2) p
           where p.suspended_at is null
             and not exists (select 1 from group_rule_exclusions x where x.group_id = $1 and x.member_id = p.id)
           on conflict do nothing returning member_id as "member: MemberId""#,
        group.0,
        terms,
        now
    )
    .fetch_all(tx.db())
    .await?;
    Ok(came)
}

/// Takes out whom the rule brought and describes no longer; answers who went.
pub(super) async fn let_out(tx: &mut Tx, group: GroupId, terms: &[i32]) -> Result<Vec<MemberId>, Fault> {
    let went = sqlx::query_scalar!(
        // bare: the rule itself is the right
        r#"delete from memberships m using members q
           where m.group_id = $1 and m.by_rule and m.role in ('member', 'guest') and q.id = m.member_id and q.suspended_at is null
             and not exists (select 1 from people_of_terms($2) p where p.id = m.member_id)
           returning m.member_id as "member: MemberId""#,
        group.0,
        terms
    )
    .fetch_all(tx.db())
    .await?;
    Ok(went)
}

/// Notes when a rule was looked at.
pub(super) async fn mark_evaluated(tx: &mut Tx, group: GroupId) -> Result<(), Fault> {
    let now = tx.now();
    sqlx::query!("update group_rules set evaluated_at = $2 where group_id = $1", group.0, now)
        .execute(tx.db())
        .await?;
    Ok(())
}
