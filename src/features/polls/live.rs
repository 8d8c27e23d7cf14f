//! What open pages hear of polls: what everybody who sees a poll may see of it, never what depends on the reader.
//!
//! Of an anonymous poll pages hear when a batch is counted, not when someone votes.

use std::pin::Pin;

use askama::Template;

use super::{
    cards::{Eyes, Foot, ResultsPart},
    model::Kind,
    store,
};
use crate::{
    app::App,
    db::{Activity, Fact},
    i18n::Locale,
    kernel::{Fault, PostId},
    live::{Change, Message, Topic},
};

/// What a fact about polls changes on open pages.
pub fn live<'a>(
    app: &'a App,
    activity: &'a Activity,
    locale: Locale,
) -> Pin<Box<dyn Future<Output = Result<Vec<Message>, Fault>> + Send + 'a>> {
    Box::pin(async move {
        use Fact::*;
        let (group, post, closed) = match activity.fact {
            PollVoted { group, post } | PollCounted { group, post } | PollChoiceAdded { group, post } => {
                (group, post, false)
            }
            PollClosed { group, post } => (group, post, true),
            _ => return Ok(Vec::new()),
        };
        let eyes = Eyes { locale, zone: app.config.time_zone, now: app.clock.now() };
        let changes = changes(app, eyes, post, closed).await?;
        Ok([Topic::Group(group), Topic::Post(post)]
            .into_iter()
            .flat_map(|topic| changes.iter().cloned().map(move |change| Message { topic, change }))
            .collect())
    })
}

async fn changes(app: &App, eyes: Eyes, post: PostId, closed: bool) -> Result<Vec<Change>, Fault> {
    let face = store::find_told(&mut *app.db.acquire().await?, post).await?;
    let Some(face) = face else {
        return Ok(Vec::new());
    };
    let fragment = |id: String, html: String| Change::Fragment { id, html, after: None };
    let foot = Foot::new(eyes, post, &face);
    let mut changes = vec![fragment(Foot::element(post), foot.render()?)];
    // Dates are read by the clock of their reader, who is not known here.
    if face.told && face.kind != Kind::Dates {
        let results = ResultsPart::new(eyes, post, &face);
        changes.push(fragment(ResultsPart::element(post), results.render()?));
    }
    if closed {
        changes.push(Change::Remove { id: format!("vote-{post}") });
    }
    Ok(changes)
}
