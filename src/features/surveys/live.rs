//! What open pages hear of surveys: how many answered, never what. Of an anonymous one when a batch leaves its box, not
//! when someone answers.

use std::pin::Pin;

use askama::Template;

use super::{cards::Foot, store};
use crate::{
    app::App,
    db::{Activity, Fact},
    i18n::Locale,
    kernel::Fault,
    live::{Change, Message, Topic},
};

/// What a fact about surveys changes on open pages.
pub fn live<'a>(
    app: &'a App,
    activity: &'a Activity,
    locale: Locale,
) -> Pin<Box<dyn Future<Output = Result<Vec<Message>, Fault>> + Send + 'a>> {
    Box::pin(async move {
        use Fact::*;
        let (SurveyAnswered { group, survey }
        | SurveyCounted { group, survey }
        | SurveyEndMoved { group, survey }
        | SurveyReopened { group, survey }
        | SurveyClosed { group, survey }) = activity.fact
        else {
            return Ok(Vec::new());
        };
        let Some((post, face)) = store::find_told(&mut *app.db.acquire().await?, survey).await? else {
            return Ok(Vec::new());
        };
        let html = Foot::new(locale, app.config.time_zone, app.clock.now(), &face).render()?;
        let change = Change::Fragment { id: Foot::element(survey), html, after: None };
        let topics = [Topic::Group(group), Topic::Post(post)];
        Ok(topics.into_iter().map(|topic| Message { topic, change: change.clone() }).collect())
    })
}
