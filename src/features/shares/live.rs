//! What open pages hear of a post that they show in shares, when it is withdrawn.

use std::pin::Pin;

use askama::Template;

use super::{card::Shared, store};
use crate::{
    app::App,
    db::{Activity, Fact},
    i18n::Locale,
    kernel::{Fault, PostId},
    live::{Change, Message, Topic},
};

/// So many shares of a post that is withdrawn change on open pages.
const MOST_SHARES: i64 = 50;

/// What a fact about a post changes where it is shared.
pub fn live<'a>(
    app: &'a App,
    activity: &'a Activity,
    locale: Locale,
) -> Pin<Box<dyn Future<Output = Result<Vec<Message>, Fault>> + Send + 'a>> {
    Box::pin(async move {
        match activity.fact {
            Fact::PostDeleted { post, .. }
            | Fact::PostMoved { post, .. }
            | Fact::PostWithdrawn { post, .. } => withdrawn(app, post, locale).await,
            _ => Ok(Vec::new()),
        }
    })
}

/// What shows the post hides it: who may read it still, or again, sees it when the page comes anew.
async fn withdrawn(app: &App, post: PostId, locale: Locale) -> Result<Vec<Message>, Fault> {
    let mut messages = Vec::new();
    for share in store::list_shares(&mut *app.db.acquire().await?, post, MOST_SHARES).await? {
        let html = Shared::hidden(locale.t(), share.id, share.who).render()?;
        for topic in [Topic::Group(share.group), Topic::Post(share.id)] {
            let change = Change::Fragment { id: Shared::element(share.id), html: html.clone(), after: None };
            messages.push(Message { topic, change });
        }
    }
    Ok(messages)
}
