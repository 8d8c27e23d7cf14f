//! The statements that change surveys; what is read of them stands in `read`.

mod read;

use sqlx::types::Json;
use uuid::Uuid;

use super::{
    answers::Answers,
    model::{Question, Text},
    secrecy::COMPANY,
};
use crate::{
    db::Db,
    kernel::{GroupId, MemberId, PostId, SurveyId, Timestamp},
};

pub(super) use read::*;
pub use read::{Line, Whole, find, list};

/// Begins a draft.
pub(super) async fn insert(
    db: &mut Db,
    (id, group, author): (SurveyId, GroupId, MemberId),
    (series, round): (SurveyId, i16),
    text: &Text,
    now: Timestamp,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into surveys (id, group_id, author_id, series_id, round, title, intro, questions, anonymous, results, saved_at, quiz, closes_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        id.0,
        group.0,
        author.0,
        series.0,
        round,
        text.title,
        text.intro,
        Json(&text.questions) as _,
        text.anonymous,
        text.results.as_str(),
        now,
        text.quiz.map(Json) as _,
        text.closes_at
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Keeps a draft, if nobody saved it since. Answers whether it did.
pub(super) async fn update(
    db: &mut Db,
    id: SurveyId,
    read: i32,
    text: &Text,
    now: Timestamp,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "update surveys set title = $3, intro = $4, questions = $5, anonymous = $6, results = $7, closes_at = $8, saved_at = $9, quiz = $10,
                version = version + 1 where id = $1 and version = $2 and opened_at is null",
        id.0,
        read,
        text.title,
        text.intro,
        Json(&text.questions) as _,
        text.anonymous,
        text.results.as_str(),
        text.closes_at,
        now,
        text.quiz.map(Json) as _
    );
    Ok(done.execute(db).await?.rows_affected() == 1)
}

/// Throws a draft away. Answers whether there was one.
pub(super) async fn delete(db: &mut Db, id: SurveyId) -> sqlx::Result<bool> {
    let gone = sqlx::query!("delete from surveys where id = $1 and opened_at is null", id.0);
    Ok(gone.execute(db).await?.rows_affected() == 1)
}

/// Asks it. Answers whether it was a draft of this version until now.
pub(super) async fn mark_opened(
    db: &mut Db,
    (id, read): (SurveyId, i32),
    post: PostId,
    seal: Option<Uuid>,
    now: Timestamp,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "update surveys set post_id = $3, seal_id = $4, opened_at = $5 where id = $1 and version = $2 and opened_at is null",
        id.0,
        read,
        post.0,
        seal,
        now
    );
    Ok(done.execute(db).await?.rows_affected() == 1)
}

/// Keeps what the draw of a quiz depends on.
pub(super) async fn insert_seed(db: &mut Db, id: SurveyId, seed: &[u8]) -> sqlx::Result<()> {
    sqlx::query!("insert into survey_draws (survey_id, seed) values ($1, $2)", id.0, seed)
        .execute(db)
        .await?;
    Ok(())
}

/// Puts a box in the place of the one that is there, if one is.
pub(super) async fn put_box(db: &mut Db, id: SurveyId, sealed: &[u8]) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into survey_boxes (survey_id, sealed) values ($1, $2) on conflict (survey_id) do update set sealed = excluded.sealed",
        id.0,
        sealed
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The box of a survey.
pub(super) async fn find_box(db: &mut Db, id: SurveyId) -> sqlx::Result<Option<Vec<u8>>> {
    sqlx::query_scalar!("select sealed from survey_boxes where survey_id = $1", id.0).fetch_optional(db).await
}

/// A survey that is asked, which nobody else changes until the transaction ends.
pub(super) struct Held {
    pub(super) group: GroupId,
    pub(super) anonymous: bool,
    pub(super) quiz: bool,
    pub(super) questions: Json<Vec<Question>>,
    pub(super) closes_at: Option<Timestamp>,
    pub(super) closed_at: Option<Timestamp>,
    pub(super) reminded_at: Option<Timestamp>,
    pub(super) seal: Option<Uuid>,
}

impl Held {
    pub(super) fn is_open(&self, now: Timestamp) -> bool {
        self.closed_at.is_none() && self.closes_at.is_none_or(|at| at > now)
    }
}

/// Holds a survey alone: what is done with it has an order.
pub(super) async fn hold(db: &mut Db, id: SurveyId) -> sqlx::Result<Option<Held>> {
    // bare: held for a change by someone who has a permit for it, or by the clock
    sqlx::query_as!(
        Held,
        r#"select s.group_id as "group: GroupId", s.anonymous, s.quiz is not null as "quiz!", s.questions as "questions: Json<Vec<Question>>", s.closes_at, s.closed_at,
                  s.reminded_at, s.seal_id as seal
           from surveys s join posts p on p.id = s.post_id and p.deleted_at is null where s.id = $1 for update of s"#,
        id.0
    )
    .fetch_optional(db)
    .await
}

/// Holds a survey beside others who answer, against its being closed.
pub(super) async fn hold_beside(db: &mut Db, id: SurveyId) -> sqlx::Result<Option<Held>> {
    // bare: held for a change by someone who has a permit for it
    sqlx::query_as!(
        Held,
        r#"select s.group_id as "group: GroupId", s.anonymous, s.quiz is not null as "quiz!", s.questions as "questions: Json<Vec<Question>>", s.closes_at, s.closed_at,
                  s.reminded_at, s.seal_id as seal
           from surveys s join posts p on p.id = s.post_id and p.deleted_at is null where s.id = $1 for share of s"#,
        id.0
    )
    .fetch_optional(db)
    .await
}

/// Notes that someone takes part, if they belong to the group. Answers whether they are new; none if they do not belong.
/// A twin of the same member waits here until the first has ended.
pub(super) async fn take_part(db: &mut Db, id: SurveyId, member: MemberId) -> sqlx::Result<Option<bool>> {
    // bare: the membership is asked in the statement itself
    let belongs = sqlx::query_scalar!(
        r#"select 1 as "yes!" from surveys s join memberships m on m.group_id = s.group_id and m.member_id = $2
         join groups g on g.id = s.group_id and g.archived_at is null and g.deleted_at is null
         where s.id = $1"#,
        id.0,
        member.0
    );
    if belongs.fetch_optional(&mut *db).await?.is_none() {
        return Ok(None);
    }
    let new = sqlx::query!(
        "insert into survey_parts (survey_id, member_id) values ($1, $2) on conflict do nothing",
        id.0,
        member.0
    );
    Ok(Some(new.execute(db).await?.rows_affected() == 1))
}

/// Writes some of those who took part anew, in random order, so that the newest of them does not stand out.
pub(super) async fn mingle(db: &mut Db, id: SurveyId, member: MemberId) -> sqlx::Result<()> {
    sqlx::query!(
        "with others as (select member_id from survey_parts where survey_id = $1 and member_id <> $2 limit 500),
              company as (
                  delete from survey_parts v
                  where v.survey_id = $1 and v.member_id in (select $2 union all (select member_id from others order by random() limit $3))
                  returning v.member_id)
         insert into survey_parts (survey_id, member_id) select $1, member_id from company order by random()",
        id.0,
        member.0,
        COMPANY
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Puts a sheet with a name in the place of the one that is there, if one is; what was begun is done.
pub(super) async fn put_answers(
    db: &mut Db,
    id: SurveyId,
    member: MemberId,
    answers: &Answers,
    now: Timestamp,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into survey_answers (survey_id, member_id, answers, sent_at) values ($1, $2, $3, $4)
         on conflict (survey_id, member_id) do update set answers = excluded.answers, sent_at = excluded.sent_at",
        id.0,
        member.0,
        Json(answers) as _,
        now
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!("delete from survey_begun where survey_id = $1 and member_id = $2", id.0, member.0)
        .execute(db)
        .await?;
    Ok(())
}

/// Keeps what someone has answered so far.
pub(super) async fn put_begun(
    db: &mut Db,
    id: SurveyId,
    member: MemberId,
    (answers, page): (&Answers, i16),
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into survey_begun (survey_id, member_id, answers, page) values ($1, $2, $3, $4)
         on conflict (survey_id, member_id) do update set answers = excluded.answers, page = excluded.page",
        id.0,
        member.0,
        Json(answers) as _,
        page
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Lays down a batch of sheets, in the order given.
pub(super) async fn insert_sheets(db: &mut Db, id: SurveyId, sheets: &[Answers]) -> sqlx::Result<()> {
    let sheets = serde_json::to_value(sheets).map_err(|error| sqlx::Error::Encode(error.into()))?;
    sqlx::query!(
        "insert into survey_sheets (survey_id, answers)
         select $1, answers from jsonb_array_elements($2::jsonb) with ordinality as batch (answers, place) order by place",
        id.0,
        sheets
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Forgets everything of an anonymous survey whose key is lost, and gives it another.
pub(super) async fn restart(db: &mut Db, id: SurveyId, seal: Uuid, now: Timestamp) -> sqlx::Result<()> {
    sqlx::query!("delete from survey_parts where survey_id = $1", id.0).execute(&mut *db).await?;
    sqlx::query!("delete from survey_sheets where survey_id = $1", id.0).execute(&mut *db).await?;
    sqlx::query!("update surveys set seal_id = $2, restarted_at = $3 where id = $1", id.0, seal, now)
        .execute(db)
        .await?;
    Ok(())
}

/// Ends a survey, notes how many could have answered, and throws away its box and what was only begun.
pub(super) async fn mark_closed(db: &mut Db, id: SurveyId, now: Timestamp) -> sqlx::Result<()> {
    sqlx::query!(
        "update surveys s set closed_at = $2,
             asked = (select count(*) from memberships m join members p on p.id = m.member_id
                      where m.group_id = s.group_id and p.suspended_at is null and p.erased_at is null)
         where id = $1",
        id.0,
        now
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!("delete from survey_boxes where survey_id = $1", id.0).execute(db).await?;
    Ok(())
}

/// Takes a survey up again, without a time at which it ends.
pub(super) async fn mark_reopened(db: &mut Db, id: SurveyId) -> sqlx::Result<()> {
    sqlx::query!("update surveys set closed_at = null, closes_at = null, asked = null where id = $1", id.0)
        .execute(db)
        .await?;
    Ok(())
}

/// Sets when a survey ends.
pub(super) async fn update_end(db: &mut Db, id: SurveyId, closes_at: Option<Timestamp>) -> sqlx::Result<()> {
    sqlx::query!("update surveys set closes_at = $2 where id = $1", id.0, closes_at).execute(db).await?;
    Ok(())
}

/// Notes that those who have not answered are reminded now.
pub(super) async fn mark_reminded(db: &mut Db, id: SurveyId, now: Timestamp) -> sqlx::Result<()> {
    sqlx::query!("update surveys set reminded_at = $2 where id = $1", id.0, now).execute(db).await?;
    Ok(())
}

/// Notes that the letters of the last reminder are written. Answers whether they still had to be.
pub(super) async fn mark_letters(db: &mut Db, id: SurveyId) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "update surveys set letters_at = reminded_at where id = $1 and letters_at is distinct from reminded_at and closed_at is null",
        id.0
    );
    Ok(done.execute(db).await?.rows_affected() == 1)
}

/// Surveys whose time is over, those first that wait longest.
pub(super) async fn list_due(
    db: &mut Db,
    now: Timestamp,
    most: i64,
) -> sqlx::Result<Vec<(SurveyId, Option<Uuid>)>> {
    let rows = sqlx::query!(
        r#"select s.id as "id: SurveyId", s.seal_id from surveys s join posts p on p.id = s.post_id and p.deleted_at is null -- bare: the clock's
           where s.closed_at is null and s.closes_at <= $1 order by s.closes_at limit $2"#,
        now,
        most
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.seal_id)).collect())
}

/// Which of these keys a survey still needs: one that is not closed.
pub(super) async fn list_needed(db: &mut Db, seals: &[Uuid]) -> sqlx::Result<Vec<Uuid>> {
    sqlx::query_scalar!(
        r#"select seal_id as "seal!" from surveys where seal_id = any ($1) and closed_at is null"#,
        seals
    )
    .fetch_all(db)
    .await
}

/// The key of a survey that is not closed.
pub(super) async fn find_seal(db: &mut Db, id: SurveyId) -> sqlx::Result<Option<Uuid>> {
    let seal = sqlx::query_scalar!("select seal_id from surveys where id = $1 and closed_at is null", id.0);
    Ok(seal.fetch_optional(db).await?.flatten())
}
