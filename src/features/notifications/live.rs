//! The bell of open pages.

use std::pin::Pin;

use crate::{
    app::App,
    authz::Actor,
    db::{Activity, Fact},
    features::notifications::store,
    i18n::Locale,
    kernel::Fault,
    live::{Change, Message, Topic},
};

/// A changed inbox is a new number on the bell.
pub fn live<'a>(
    app: &'a App,
    activity: &'a Activity,
    _locale: Locale,
) -> Pin<Box<dyn Future<Output = Result<Vec<Message>, Fault>> + Send + 'a>> {
    Box::pin(async move {
        let Fact::NoticesChanged { member } = activity.fact else {
            return Ok(Vec::new());
        };
        let mut db = app.db.acquire().await?;
        let viewer = Actor::load(&mut db, member).await?.viewer();
        let n = store::unread(&mut db, viewer).await?;
        Ok(vec![Message { topic: Topic::Member(member), change: Change::Count { name: "notices", n } }])
    })
}
