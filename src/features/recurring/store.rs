//! The statements of this room.

use crate::{
    db::Db,
    features::recurring::model::{Every, Rhythm},
    kernel::{MemberId, SurveyId, Timestamp},
};

/// Sets the rhythm of a series, or sets it anew.
pub(super) async fn put(
    db: &mut Db,
    (series, survey, member): (SurveyId, SurveyId, MemberId),
    rhythm: &Rhythm,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into survey_rhythms (series_id, survey_id, member_id, every, first_at, zone, days, next_at) values ($1, $2, $3, $4, $5, $6, $7, $5)
         on conflict (series_id) do update set survey_id = excluded.survey_id, member_id = excluded.member_id, every = excluded.every,
             first_at = excluded.first_at, zone = excluded.zone, days = excluded.days, next_at = excluded.next_at",
        series.0,
        survey.0,
        member.0,
        rhythm.every.as_str(),
        rhythm.first,
        rhythm.zone.name(),
        rhythm.days
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Forgets the rhythm of a series. Answers whether there was one.
pub(super) async fn delete(db: &mut Db, series: SurveyId) -> sqlx::Result<bool> {
    let gone = sqlx::query!("delete from survey_rhythms where series_id = $1", series.0);
    Ok(gone.execute(db).await?.rows_affected() == 1)
}

/// The rhythm of a series, for someone who may set it.
pub(super) async fn find(db: &mut Db, series: SurveyId) -> sqlx::Result<Option<Rhythm>> {
    let row = sqlx::query!(
        r#"select every as "every: String", first_at, zone, days from survey_rhythms where series_id = $1"#,
        series.0
    );
    Ok(row.fetch_optional(db).await?.map(|row| rhythm(row.every, row.first_at, &row.zone, row.days)))
}

fn rhythm(every: String, first: Timestamp, zone: &str, days: i16) -> Rhythm {
    Rhythm { every: Every::from(every), first, zone: zone.parse().unwrap_or_default(), days }
}

/// The series whose time has come and in whose names, those first that wait longest.
pub(super) async fn list_due(
    db: &mut Db,
    now: Timestamp,
    most: i64,
) -> sqlx::Result<Vec<(SurveyId, MemberId)>> {
    let rows = sqlx::query!(
        r#"select series_id as "series: SurveyId", member_id as "member: MemberId" from survey_rhythms
           where next_at <= $1 order by next_at limit $2"#,
        now,
        most
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.series, row.member)).collect())
}

/// A series whose time has come, which nobody else takes until the transaction ends.
pub(super) struct Due {
    pub(super) series: SurveyId,
    /// Its newest round, as a draft or asked.
    pub(super) last: SurveyId,
    pub(super) locale: String,
    pub(super) group: String,
    pub(super) rhythm: Rhythm,
}

/// Takes a series; none if somebody else has, or has set it anew.
pub(super) async fn take(
    db: &mut Db,
    series: SurveyId,
    member: MemberId,
    now: Timestamp,
) -> sqlx::Result<Option<Due>> {
    // bare: the clock's; what it does with it needs the permits of whoever set the rhythm
    let row = sqlx::query!(
        r#"select r.series_id as "series: SurveyId", last.id as "last: SurveyId", m.locale, g.slug as "group",
                  r.every as "every: String", r.first_at, r.zone, r.days
           from survey_rhythms r join members m on m.id = r.member_id
           join surveys last on last.id = (select s.id from surveys s where s.series_id = r.series_id order by s.round desc limit 1)
           join groups g on g.id = last.group_id
           where r.series_id = $1 and r.member_id = $2 and r.next_at <= $3 for update of r"#,
        series.0,
        member.0,
        now
    );
    Ok(row.fetch_optional(db).await?.map(|row| Due {
        series: row.series,
        last: row.last,
        locale: row.locale,
        group: row.group,
        rhythm: rhythm(row.every, row.first_at, &row.zone, row.days),
    }))
}

/// Notes the round that was asked, and when the next one is.
pub(super) async fn go_on(
    db: &mut Db,
    series: SurveyId,
    survey: SurveyId,
    next: Timestamp,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update survey_rhythms set survey_id = $2, next_at = $3 where series_id = $1",
        series.0,
        survey.0,
        next
    )
    .execute(db)
    .await?;
    Ok(())
}
