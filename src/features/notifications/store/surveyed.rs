//! Who hears of surveys.

use crate::{
    db::Db,
    kernel::{Fault, MemberId, PostId, SurveyId},
};

/// The post and the title of a survey, and who hears of it: of its end who answered, and its author; of a reminder those
/// of the group who have not answered.
pub(in crate::features::notifications) async fn surveyed(
    db: &mut Db,
    survey: SurveyId,
    closed: bool,
) -> Result<Option<(PostId, String, Vec<MemberId>)>, Fault> {
    // bare: whether they may still see it is asked when the line is written
    let row = sqlx::query!(
        r#"select p.id as "post: PostId", s.title,
                  case when $2 then array(select v.member_id from survey_parts v where v.survey_id = s.id union select s.author_id)
                       else array(select m.member_id from memberships m where m.group_id = s.group_id
                                  and not exists (select 1 from survey_parts v where v.survey_id = s.id and v.member_id = m.member_id))
                       end as "members!"
           from surveys s join posts p on p.id = s.post_id and p.deleted_at is null where s.id = $1"#,
        survey.0,
        closed
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| (row.post, row.title, row.members.into_iter().map(MemberId).collect())))
}

/// What a survey is called.
pub(in crate::features::notifications) async fn survey_title(
    db: &mut Db,
    survey: SurveyId,
) -> Result<String, Fault> {
    // bare: told to whoever set its rhythm
    let title = sqlx::query_scalar!("select title from surveys where id = $1", survey.0);
    Ok(title.fetch_optional(db).await?.unwrap_or_default())
}

/// Who began a survey.
pub(in crate::features::notifications) async fn survey_author(
    db: &mut Db,
    survey: SurveyId,
) -> Result<Option<MemberId>, Fault> {
    let author =
        sqlx::query_scalar!(r#"select author_id as "author: MemberId" from surveys where id = $1"#, survey.0);
    Ok(author.fetch_optional(db).await?)
}
