//! What open pages hear when a page that posts link to was looked at.

use std::pin::Pin;

use askama::Template;

use super::{PreviewCard, store};
use crate::{
    app::App,
    db::{Activity, Fact},
    i18n::Locale,
    kernel::{Fault, PreviewId},
    live::{Change, Message, Topic},
};

/// So many posts with the same preview change on open pages.
const MOST_POSTS: i64 = 50;

/// What a fact about previews changes on open pages.
pub fn live<'a>(
    app: &'a App,
    activity: &'a Activity,
    locale: Locale,
) -> Pin<Box<dyn Future<Output = Result<Vec<Message>, Fault>> + Send + 'a>> {
    Box::pin(async move {
        match activity.fact {
            Fact::PageLookedAt { preview } => looked_at(app, preview, locale).await,
            _ => Ok(Vec::new()),
        }
    })
}

async fn looked_at(app: &App, preview: PreviewId, locale: Locale) -> Result<Vec<Message>, Fault> {
    let mut messages = Vec::new();
    for told in store::list_told(&mut *app.db.acquire().await?, preview, MOST_POSTS).await? {
        let html = PreviewCard::of(locale.t(), told.post, told.face.as_deref()).render()?;
        for topic in [Topic::Group(told.group), Topic::Post(told.post)] {
            let id = PreviewCard::element(told.post);
            messages
                .push(Message { topic, change: Change::Fragment { id, html: html.clone(), after: None } });
        }
    }
    Ok(messages)
}
