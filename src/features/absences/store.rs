//! The statements about absences.

use chrono::NaiveDate;

use super::model::{AbsenceRefused, Announced, Away, MOST, Mine};
use crate::{
    authz::Viewer,
    db::Db,
    kernel::{AbsenceId, Failure, Fault, MemberId, Timestamp},
};

/// How many absences a calendar looks at.
const LISTED: i64 = 500;

/// One's own that are not over.
pub(super) async fn mine(db: &mut Db, me: MemberId, today: NaiveDate) -> Result<Vec<Mine>, Fault> {
    // bare: one's own
    let absences = sqlx::query_as!(
        Mine,
        r#"select id as "id: AbsenceId", from_day as "from", until_day as "until", note from absences
           where member_id = $1 and until_day >= $2 order by from_day, id"#,
        me.0,
        today
    );
    Ok(absences.fetch_all(db).await?)
}

/// The absence of somebody that is now or comes next, if the viewer may know of it.
pub async fn current(
    db: &mut Db,
    viewer: Viewer,
    member: MemberId,
    today: NaiveDate,
) -> Result<Option<Announced>, Fault> {
    let absence = sqlx::query_as!(
        Announced,
        r#"select from_day as "from!", until_day as "until!", note as "note!" from visible_absences($1)
           where member_id = $2 and until_day >= $3 order by from_day limit 1"#,
        viewer.id(),
        member.0,
        today
    );
    Ok(absence.fetch_optional(db).await?)
}

/// Who is away within some days: the viewer, and who belongs to a group in which the viewer publishes for others.
pub async fn between(
    db: &mut Db,
    viewer: Viewer,
    (first, last): (NaiveDate, NaiveDate),
) -> Result<Vec<Away>, Fault> {
    // bare: the viewer's own memberships
    let away = sqlx::query_as!(
        Away,
        r#"select a.member_id as "id!: MemberId", p.name as "name!", a.from_day as "from!", a.until_day as "until!"
           from visible_absences($1) a join visible_members($1) p on p.id = a.member_id and p.suspended_at is null
           where a.until_day >= $2 and a.from_day <= $3
             and (a.member_id = $1 or exists (
                  select 1 from memberships mine join memberships theirs on theirs.group_id = mine.group_id
                  where mine.member_id = $1 and mine.role in ('manager', 'publisher') and theirs.member_id = a.member_id))
           order by folded(p.name), a.from_day limit $4"#,
        viewer.id(),
        first,
        last,
        LISTED
    );
    Ok(away.fetch_all(db).await?)
}

/// Keeps an absence.
pub(super) async fn insert(
    db: &mut Db,
    me: MemberId,
    said: &Announced,
    now: Timestamp,
) -> Result<AbsenceId, Failure<AbsenceRefused>> {
    let count = sqlx::query_scalar!(
        r#"select count(*) as "count!" from absences where member_id = $1 and until_day >= $2"#,
        me.0,
        now.date_naive()
    );
    if count.fetch_one(&mut *db).await? >= MOST {
        return Err(Failure::Refused(AbsenceRefused::TooMany));
    }
    let id = AbsenceId::new(now);
    sqlx::query!(
        "insert into absences (id, member_id, from_day, until_day, note) values ($1, $2, $3, $4, $5)",
        id.0,
        me.0,
        said.from,
        said.until,
        said.note
    )
    .execute(db)
    .await?;
    Ok(id)
}

/// Takes an absence back. Says whether it was there.
pub(super) async fn delete(db: &mut Db, me: MemberId, id: AbsenceId) -> Result<bool, Fault> {
    let done = sqlx::query!("delete from absences where id = $2 and member_id = $1", me.0, id.0);
    Ok(done.execute(db).await?.rows_affected() == 1)
}

/// Forgets those that were over before a day.
pub(super) async fn forget_before(db: &mut Db, day: NaiveDate) -> Result<(), Fault> {
    sqlx::query!("delete from absences where until_day < $1", day).execute(db).await?;
    Ok(())
}
