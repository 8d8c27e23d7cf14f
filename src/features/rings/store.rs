//! The statements about rings.

use chrono::NaiveDate;

use super::{
    model::{Kind, NewKind, Scope},
    verbs::Days,
};
use crate::{
    authz::Viewer,
    db::{Db, Tx},
    features::fields::Bilingual,
    kernel::{Fault, GroupId, MemberId},
};

/// All kinds, by precedence, with how many wear them now.
pub(crate) async fn kinds(db: &mut Db) -> Result<Vec<Kind>, Fault> {
    // bare: definitions, and a number over everybody
    let rows = sqlx::query!(
        r#"select k.id, k.label_fr, k.label_en, k.meaning_fr, k.meaning_en, k.hue, k.pattern, k.scope, k.archived_at is not null as "archived!",
                  (select count(distinct g.member_id) from ring_grants g where g.ring_id = k.id and g.shown) as "wearers!"
           from ring_kinds k order by k.place, k.id"#
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Kind {
            id: row.id,
            label: Bilingual { fr: row.label_fr, en: row.label_en },
            meaning: Bilingual { fr: row.meaning_fr, en: row.meaning_en },
            hue: row.hue,
            pattern: row.pattern,
            scope: if row.scope == "group" { Scope::Group } else { Scope::Platform },
            archived: row.archived,
            wearers: row.wearers,
        })
        .collect())
}

pub(super) async fn insert(tx: &mut Tx, new: &NewKind) -> Result<i32, Fault> {
    let now = tx.now();
    let id = sqlx::query_scalar!(
        "insert into ring_kinds (label_fr, label_en, meaning_fr, meaning_en, hue, pattern, scope, place, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, (select coalesce(max(place), 0) + 1 from ring_kinds), $8) returning id",
        new.label.fr,
        new.label.en,
        new.meaning.fr,
        new.meaning.en,
        new.hue,
        new.pattern,
        new.scope.as_str(),
        now
    )
    .fetch_one(tx.db())
    .await?;
    Ok(id)
}

pub(super) async fn update(tx: &mut Tx, id: i32, new: &NewKind) -> Result<bool, Fault> {
    let done = sqlx::query!(
        "update ring_kinds set label_fr = $2, label_en = $3, meaning_fr = $4, meaning_en = $5, hue = $6, pattern = $7 where id = $1",
        id,
        new.label.fr,
        new.label.en,
        new.meaning.fr,
        new.meaning.en,
        new.hue,
        new.pattern
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected() == 1)
}

pub(super) async fn set_order(tx: &mut Tx, order: &[i32]) -> Result<bool, Fault> {
    let done = sqlx::query!(
        "update ring_kinds k set place = o.place::int from unnest($1::int[]) with ordinality as o (id, place)
         where o.id = k.id and k.place <> o.place",
        order
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected() > 0)
}

pub(super) async fn set_archived(tx: &mut Tx, id: i32, archived: bool) -> Result<bool, Fault> {
    let now = tx.now();
    let done = sqlx::query!(
        "update ring_kinds set archived_at = case when $2 then $3::timestamptz end where id = $1 and (archived_at is not null) <> $2",
        id,
        archived,
        now
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Gives a ring, or other days to one that is worn. Answers whether this is a ring that can be given there.
pub(super) async fn upsert(
    tx: &mut Tx,
    scope: Scope,
    ring: i32,
    member: MemberId,
    group: Option<GroupId>,
    days: Days,
) -> Result<bool, Fault> {
    let (now, by) = (tx.now(), tx.actor().map(|actor| actor.0));
    let done = sqlx::query!(
        "insert into ring_grants (ring_id, member_id, group_id, from_day, until_day, shown, given_by, given_at)
         select k.id, $2, $3, $4, $5, $6, $7, $8 from ring_kinds k where k.id = $1 and k.scope = $9 and k.archived_at is null
         on conflict on constraint ring_grants_key do update
         set from_day = $4, until_day = $5, shown = $6, given_by = $7, given_at = $8",
        ring,
        member.0,
        group.map(|group| group.0),
        days.from,
        days.until,
        days.shown(),
        by,
        now,
        scope.as_str()
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected() == 1)
}

pub(super) async fn delete(
    tx: &mut Tx,
    ring: i32,
    member: MemberId,
    group: Option<GroupId>,
) -> Result<bool, Fault> {
    let done = sqlx::query!(
        "delete from ring_grants where ring_id = $1 and member_id = $2 and group_id is not distinct from $3",
        ring,
        member.0,
        group.map(|group| group.0)
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Shows the rings of today, and those alone.
pub(super) async fn turn(tx: &mut Tx, today: NaiveDate) -> Result<(), Fault> {
    sqlx::query!(
        "update ring_grants set shown = not shown
         where shown <> (coalesce(from_day <= $1, true) and coalesce(until_day >= $1, true))",
        today
    )
    .execute(tx.db())
    .await?;
    Ok(())
}

/// A ring that someone has been given.
pub(super) struct Given {
    pub(super) ring: i32,
    pub(super) from: Option<NaiveDate>,
    pub(super) until: Option<NaiveDate>,
    pub(super) shown: bool,
}

/// All rings that someone has been given on the platform or in a group, for those who give them.
pub(super) async fn given(
    db: &mut Db,
    member: MemberId,
    group: Option<GroupId>,
) -> Result<Vec<Given>, Fault> {
    // bare: for those who may give and take them, those of other days too
    let rows = sqlx::query_as!(
        Given,
        r#"select g.ring_id as ring, g.from_day as "from", g.until_day as until, g.shown
           from ring_grants g join ring_kinds k on k.id = g.ring_id
           where g.member_id = $1 and g.group_id is not distinct from $2 and k.archived_at is null
           order by k.place, k.id"#,
        member.0,
        group.map(|group| group.0)
    )
    .fetch_all(db)
    .await?;
    Ok(rows)
}

/// What someone is called.
pub(super) async fn name(db: &mut Db, viewer: Viewer, member: MemberId) -> Result<Option<String>, Fault> {
    let name = sqlx::query_scalar!(
        r#"select name as "name!" from visible_members($1) where id = $2"#,
        viewer.id(),
        member.0
    )
    .fetch_optional(db)
    .await?;
    Ok(name)
}

/// A ring on someone's profile.
pub struct Worn {
    /// Its hue.
    pub hue: String,
    /// Its pattern.
    pub pattern: String,
    /// What it is called in French.
    pub fr: String,
    /// What it is called in English.
    pub en: String,
    /// The last day it is worn.
    pub until: Option<NaiveDate>,
    /// The group it is of.
    pub group: Option<String>,
}

/// The rings of someone that the viewer may see, by precedence.
pub async fn worn(db: &mut Db, viewer: Viewer, member: MemberId) -> Result<Vec<Worn>, Fault> {
    let rows = sqlx::query_as!(
        Worn,
        r#"select k.hue as "hue!", k.pattern as "pattern!", k.label_fr as "fr!", k.label_en as "en!", r.until_day as until,
                  g.name as "group?"
           from visible_rings($1) r join ring_kinds k on k.id = r.ring_id
           left join visible_groups($1) g on g.id = r.group_id
           where r.member_id = $2 and (r.group_id is null or g.id is not null)
           order by k.place, k.id, folded(g.name)"#,
        viewer.id(),
        member.0
    )
    .fetch_all(db)
    .await?;
    Ok(rows)
}
