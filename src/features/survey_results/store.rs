//! What is read of answers for those who may see results, and what the tables hold of someone.

use sqlx::types::Json;

use crate::{
    authz::Viewer,
    db::Db,
    features::surveys::{Answers, Question},
    kernel::{MemberId, SurveyId, Timestamp},
};

/// A sheet, with the name where there is one and the reader may know it.
pub(super) struct Sheet {
    pub(super) name: Option<String>,
    pub(super) answers: Json<Answers>,
}

/// The sheets of a survey that the viewer may see: of an anonymous one those that left their box, without a name.
pub(super) async fn list_sheets(db: &mut Db, viewer: Viewer, id: SurveyId) -> sqlx::Result<Vec<Sheet>> {
    sqlx::query_as!(
        Sheet,
        r#"select p.name as "name?", a.answers as "answers!: Json<Answers>"
           from visible_surveys($1) v join survey_answers a on a.survey_id = v.id left join visible_members($1) p on p.id = a.member_id
           where v.id = $2
           union all
           select null, s.answers from visible_surveys($1) v join survey_sheets s on s.survey_id = v.id where v.id = $2
           order by 1"#,
        viewer.id(),
        id.0
    )
    .fetch_all(db)
    .await
}

/// A round of a series.
pub(super) struct Round {
    pub(super) id: SurveyId,
    pub(super) number: i16,
    pub(super) questions: Json<Vec<Question>>,
    pub(super) opened_at: Timestamp,
}

/// The rounds of a series whose results the viewer may see, in order.
pub(super) async fn list_rounds(db: &mut Db, viewer: Viewer, series: SurveyId) -> sqlx::Result<Vec<Round>> {
    sqlx::query_as!(
        Round,
        r#"select v.id as "id!: SurveyId", v.round as "number!", v.questions as "questions!: Json<Vec<Question>>", v.opened_at as "opened_at!"
           from visible_surveys($1) v where v.series_id = $2 and v.opened_at is not null and survey_is_told(v.id, $1) order by v.round"#,
        viewer.id(),
        series.0
    )
    .fetch_all(db)
    .await
}

/// What is recorded of one member's part in a survey, as the tables hold it, and whether there is a box.
pub(super) struct Recorded {
    pub(super) part: Option<serde_json::Value>,
    pub(super) sent: Option<serde_json::Value>,
    pub(super) begun: Option<serde_json::Value>,
    pub(super) sealed: Option<i32>,
}

/// Everything that the tables hold of one's own answers.
pub(super) async fn find_recorded(db: &mut Db, id: SurveyId, me: MemberId) -> sqlx::Result<Recorded> {
    sqlx::query_as!(
        Recorded,
        r#"select (select to_jsonb(v) from survey_parts v where v.survey_id = $1 and v.member_id = $2) as part,
                  (select to_jsonb(v) from survey_answers v where v.survey_id = $1 and v.member_id = $2) as sent,
                  (select to_jsonb(v) from survey_begun v where v.survey_id = $1 and v.member_id = $2) as begun,
                  (select octet_length(b.sealed) from survey_boxes b where b.survey_id = $1) as sealed"#,
        id.0,
        me.0
    )
    .fetch_one(db)
    .await
}

/// The columns of the tables that hold answers, as the database has them now.
pub(super) async fn list_columns(db: &mut Db) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar!(
        r#"select c.table_name || '.' || c.column_name as "column!" from information_schema.columns c
           where c.table_schema = 'public' and c.table_name in ('survey_parts', 'survey_answers', 'survey_begun', 'survey_boxes', 'survey_sheets')
           order by array_position(array['survey_parts', 'survey_answers', 'survey_begun', 'survey_boxes', 'survey_sheets'], c.table_name::text), c.ordinal_position"#
    )
    .fetch_all(db)
    .await
}

/// Someone who answered, with the name where the reader may know it.
pub(super) struct Entrant {
    pub(super) id: MemberId,
    pub(super) name: Option<String>,
    pub(super) answers: Json<Answers>,
}

/// Who answered a quiz that the viewer may see.
pub(super) async fn list_entrants(db: &mut Db, viewer: Viewer, id: SurveyId) -> sqlx::Result<Vec<Entrant>> {
    sqlx::query_as!(
        Entrant,
        r#"select a.member_id as "id!: MemberId", p.name as "name?", a.answers as "answers!: Json<Answers>"
           from visible_surveys($1) v join survey_answers a on a.survey_id = v.id left join visible_members($1) p on p.id = a.member_id
           where v.id = $2 and v.quiz is not null order by a.member_id"#,
        viewer.id(),
        id.0
    )
    .fetch_all(db)
    .await
}

/// The seed of a draw: told to pages, which tell its hash, and itself when the quiz has closed.
pub(super) async fn find_seed(db: &mut Db, viewer: Viewer, id: SurveyId) -> sqlx::Result<Option<Vec<u8>>> {
    sqlx::query_scalar!(
        r#"select d.seed as "seed!" from visible_surveys($1) v join survey_draws d on d.survey_id = v.id where v.id = $2"#,
        viewer.id(),
        id.0
    )
    .fetch_optional(db)
    .await
}
