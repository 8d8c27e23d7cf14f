//! What is read of surveys.

use sqlx::types::Json;

use crate::{
    authz::Viewer,
    db::Db,
    features::surveys::{
        answers::Answers,
        face::Face,
        model::{Question, Quiz, Results, Text},
    },
    kernel::{EmailAddress, GroupId, MemberId, PostId, SurveyId, Timestamp},
};

/// A survey whole, as its author wrote it.
#[derive(Clone, Debug)]
pub struct Whole {
    /// What it asks, and how.
    pub text: Text,
    /// How often it was saved.
    pub version: i32,
    /// Which round of its series it is.
    pub round: i16,
    /// Its series.
    pub series: SurveyId,
    /// Whether it was never asked.
    pub draft: bool,
    /// Whether it has ended.
    pub closed: bool,
    /// When the clock asks the next round.
    pub next: Option<Timestamp>,
    /// When everybody who had not answered was last reminded.
    pub reminded_at: Option<Timestamp>,
}

/// A survey that the viewer may see.
pub async fn find(db: &mut Db, viewer: Viewer, id: SurveyId) -> sqlx::Result<Option<Whole>> {
    let row = sqlx::query!(
        r#"select title as "title!", intro as "intro!", questions as "questions!: Json<Vec<Question>>", anonymous as "anonymous!",
                  results as "results!", closes_at, version as "version!", round as "round!", series_id as "series!: SurveyId", reminded_at, quiz as "quiz?: Json<Quiz>",
                  opened_at is null as "draft!", closed_at is not null as "closed!",
                  (select r.next_at from survey_rhythms r where r.series_id = v.series_id) as next
           from visible_surveys($1) v where id = $2"#,
        viewer.id(),
        id.0
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| Whole {
        text: Text {
            title: row.title,
            intro: row.intro,
            questions: row.questions.0,
            anonymous: row.anonymous,
            results: Results::from(row.results),
            closes_at: row.closes_at,
            quiz: row.quiz.map(|quiz| quiz.0),
        },
        version: row.version,
        round: row.round,
        series: row.series,
        draft: row.draft,
        closed: row.closed,
        next: row.next,
        reminded_at: row.reminded_at,
    }))
}

/// A survey that is asked, as its reader's card shows it.
pub(in crate::features::surveys) async fn find_face(
    db: &mut Db,
    viewer: Viewer,
    post: PostId,
) -> sqlx::Result<Option<Face>> {
    let face =
        sqlx::query_scalar!(r#"select visible_survey($1, $2) as "face: Json<Face>""#, viewer.id(), post.0);
    Ok(face.fetch_one(db).await?.map(|face| face.0))
}

/// A survey as everybody who sees it may see it, and the post that announces it.
pub(in crate::features::surveys) async fn find_told(
    db: &mut Db,
    id: SurveyId,
) -> sqlx::Result<Option<(PostId, Face)>> {
    // For everybody at once: nothing in it depends on the reader.
    let row = sqlx::query!(
        r#"select s.post_id as "post!: PostId", survey_as_told(s.id) as "face!: Json<Face>" from surveys s where s.id = $1 and s.post_id is not null"#,
        id.0
    );
    Ok(row.fetch_optional(db).await?.map(|row| (row.post, row.face.0)))
}

/// What the member has answered, and what they have begun: sheet and page.
pub(in crate::features::surveys) async fn find_mine(
    db: &mut Db,
    id: SurveyId,
    me: MemberId,
) -> sqlx::Result<(Option<Answers>, Option<(Answers, i16)>)> {
    let row = sqlx::query!(
        r#"select a.answers as "sent?: Json<Answers>", b.answers as "begun?: Json<Answers>", b.page as "page?"
           from (select 1) one left join survey_answers a on a.survey_id = $1 and a.member_id = $2
           left join survey_begun b on b.survey_id = $1 and b.member_id = $2"#,
        id.0,
        me.0
    )
    .fetch_one(db)
    .await?;
    Ok((row.sent.map(|sent| sent.0), row.begun.map(|begun| (begun.0, row.page.unwrap_or_default()))))
}

/// A line of the list of a group's surveys.
pub struct Line {
    /// Which.
    pub id: SurveyId,
    /// Its title; may be empty in a draft.
    pub title: String,
    /// Which round.
    pub round: i16,
    /// Whether it was ever opened.
    pub open: bool,
    /// Whether it has ended.
    pub closed: bool,
    /// How many answered.
    pub answered: i64,
    /// When it was opened, or saved last.
    pub at: Timestamp,
}

/// The surveys of a group, drafts first, then the newest.
pub async fn list(db: &mut Db, viewer: Viewer, group: GroupId) -> sqlx::Result<Vec<Line>> {
    sqlx::query_as!(
        Line,
        r#"select v.id as "id!: SurveyId", v.title as "title!", v.round as "round!", v.opened_at is not null as "open!", v.closed_at is not null as "closed!",
                  (select count(*) from survey_parts a where a.survey_id = v.id) as "answered!", coalesce(v.opened_at, v.saved_at) as "at!"
           from visible_surveys($1) v where v.group_id = $2 order by v.opened_at desc nulls first, v.saved_at desc limit 200"#,
        viewer.id(),
        group.0
    )
    .fetch_all(db)
    .await
}

/// Someone who has not answered yet, and the title of the survey.
pub(in crate::features::surveys) struct Missing {
    pub(in crate::features::surveys) id: MemberId,
    pub(in crate::features::surveys) name: String,
    pub(in crate::features::surveys) email: String,
    pub(in crate::features::surveys) locale: String,
}

impl Missing {
    pub(in crate::features::surveys) fn address(&self) -> Option<EmailAddress> {
        EmailAddress::parse(&self.email).ok()
    }
}

/// Those of the group who have not answered: known to the house alone, never to a reader.
pub(in crate::features::surveys) async fn list_missing(
    db: &mut Db,
    id: SurveyId,
) -> sqlx::Result<Vec<Missing>> {
    // bare: told to nobody; each of them is written to
    sqlx::query_as!(
        Missing,
        r#"select p.id as "id: MemberId", p.name, p.email, p.locale from surveys s join memberships m on m.group_id = s.group_id
           join members p on p.id = m.member_id and p.suspended_at is null and p.erased_at is null
           where s.id = $1 and not exists (select 1 from survey_parts v where v.survey_id = s.id and v.member_id = p.id) order by p.id"#,
        id.0
    )
    .fetch_all(db)
    .await
}

/// What a survey is called, where, and by whom.
pub(in crate::features::surveys) async fn find_name(
    db: &mut Db,
    id: SurveyId,
) -> sqlx::Result<Option<(String, String)>> {
    // bare: for letters to those who belong to the group
    let row = sqlx::query!(
        r#"select s.title, g.name as "group_name" from surveys s join groups g on g.id = s.group_id join posts p on p.id = s.post_id and p.deleted_at is null
           where s.id = $1 and s.closed_at is null"#,
        id.0
    );
    Ok(row.fetch_optional(db).await?.map(|row| (row.title, row.group_name)))
}
