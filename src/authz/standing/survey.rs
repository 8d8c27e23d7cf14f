//! Surveys, as drafts and as they are asked.

use serde::Deserialize;

use super::{group::GroupRow, group::GroupStanding, samples};
use crate::{
    authz::{Actor, Resource},
    db::Db,
    kernel::{Fault, PostId, SurveyId},
};

/// A survey.
pub struct Survey;

/// `/surveys/{survey}` and below
#[derive(Clone, Copy, Deserialize)]
pub struct SurveyPath {
    /// Which.
    pub survey: SurveyId,
}

/// What the actor is to a survey they may see.
#[derive(Clone, Debug)]
pub struct SurveyStanding {
    /// Which.
    pub id: SurveyId,
    /// The post that announces it; none while it is a draft.
    pub post: Option<PostId>,
    /// Its group.
    pub group: GroupStanding,
    /// Whether the actor began it.
    pub mine: bool,
    /// Whether nobody may know who answered what.
    pub anonymous: bool,
    /// Whether it has right answers, which are told to those who have answered.
    pub quiz: bool,
    /// Whether it is closed for good.
    pub closed: bool,
    /// Whether the actor has answered.
    pub answered: bool,
    /// Whether the actor may see its results.
    pub told: bool,
}

#[derive(sqlx::FromRow)]
struct SurveyRow {
    #[sqlx(flatten)]
    group: GroupRow,
    mine: bool,
    post: Option<PostId>,
    anonymous: bool,
    quiz: bool,
    closed: bool,
    answered: bool,
    told: bool,
}

impl Resource for Survey {
    type Path = SurveyPath;
    type Standing = SurveyStanding;
    const NAME: &'static str = "Survey";

    async fn standing(db: &mut Db, who: &Actor, at: SurveyPath) -> Result<Option<SurveyStanding>, Fault> {
        let row: Option<SurveyRow> = sqlx::query_as(
            "select s.*, v.author_id = $1 as mine, v.post_id as post, v.anonymous, v.quiz is not null as quiz, v.closed_at is not null as closed,
                    exists (select 1 from survey_parts a where a.survey_id = v.id and a.member_id = $1) as answered,
                    survey_is_told(v.id, $1) as told
             from visible_surveys($1) v join group_standings($1) s on s.group_id = v.group_id where v.id = $2",
        )
        .bind(who.viewer().id())
        .bind(at.survey)
        .fetch_optional(db)
        .await?;
        Ok(row.map(|row| SurveyStanding {
            id: at.survey,
            post: row.post,
            group: row.group.into(),
            mine: row.mine,
            anonymous: row.anonymous,
            quiz: row.quiz,
            closed: row.closed,
            answered: row.answered,
            told: row.told,
        }))
    }

    fn samples() -> Vec<(&'static str, SurveyStanding)> {
        samples::surveys()
    }
}
