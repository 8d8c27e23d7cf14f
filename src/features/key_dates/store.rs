//! The statements about key dates.

use chrono::NaiveDate;

use super::model::{DateRefused, Kept, MOST, Marked, Wording};
use crate::{
    authz::Viewer,
    db::Db,
    kernel::{Failure, Fault, GroupId, KeyDateId, Timestamp},
};

/// The key dates of a group or of the platform, in the order of their days.
pub(super) async fn kept(db: &mut Db, group: Option<GroupId>) -> Result<Vec<Kept>, Fault> {
    // bare: for those who keep them
    let dates = sqlx::query_as!(
        Kept,
        r#"select id as "id: KeyDateId", name, from_day as "from", until_day as "until", yearly from key_dates
           where group_id is not distinct from $1 order by from_day, folded(name), id"#,
        group.map(|group| group.0)
    );
    Ok(dates.fetch_all(db).await?)
}

/// The key dates that the viewer may see and that are within some days, in the order of their days.
pub async fn between(
    db: &mut Db,
    viewer: Viewer,
    (first, last): (NaiveDate, NaiveDate),
) -> Result<Vec<Marked>, Fault> {
    // bare: the slug of a group whose key date may be seen
    let rows = sqlx::query!(
        r#"select d.name as "name!", g.slug as "group?", d.from_day as "from!", d.until_day as "until!", d.yearly as "yearly!"
           from visible_key_dates($1) d left join groups g on g.id = d.group_id
           where d.from_day <= $3 and (d.yearly or d.until_day >= $2) order by folded(d.name)"#,
        viewer.id(),
        first,
        last
    );
    let mut found: Vec<Marked> = Vec::new();
    for row in rows.fetch_all(db).await? {
        let date = Marked { name: row.name, group: row.group, from: row.from, until: row.until };
        found.extend(date.within(row.yearly, first, last));
    }
    found.sort_by_key(|date| date.from);
    Ok(found)
}

/// Adds a key date.
pub(super) async fn insert(
    db: &mut Db,
    group: Option<GroupId>,
    wording: &Wording,
    now: Timestamp,
) -> Result<KeyDateId, Failure<DateRefused>> {
    let group = group.map(|group| group.0);
    let count = sqlx::query_scalar!(
        r#"select count(*) as "count!" from key_dates where group_id is not distinct from $1"#,
        group
    );
    if count.fetch_one(&mut *db).await? >= MOST {
        return Err(Failure::Refused(DateRefused::TooMany));
    }
    let id = KeyDateId::new(now);
    sqlx::query!(
        "insert into key_dates (id, group_id, name, from_day, until_day, yearly) values ($1, $2, $3, $4, $5, $6)",
        id.0,
        group,
        wording.name,
        wording.from,
        wording.until,
        wording.yearly
    )
    .execute(db)
    .await?;
    Ok(id)
}

/// Takes a key date away. Says whether it was there.
pub(super) async fn delete(db: &mut Db, group: Option<GroupId>, id: KeyDateId) -> Result<bool, Fault> {
    let done = sqlx::query!(
        "delete from key_dates where id = $2 and group_id is not distinct from $1",
        group.map(|group| group.0),
        id.0
    );
    Ok(done.execute(db).await?.rows_affected() == 1)
}
