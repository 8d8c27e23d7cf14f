//! Comments and reactions in open pages, as fragments for everybody who reads the post.

use std::pin::Pin;

use askama::Template;

use super::{
    cards::{CommentCard, CommentCount, Eyes, ReactionBar, list_id, replies_id},
    model::Subject,
    reactions, store,
};
use crate::{
    app::App,
    authz::CommentCan,
    db::{Activity, Db, Fact},
    i18n::Locale,
    kernel::{CommentId, Fault, GroupId, PostId},
    live::{Change, Message, Topic},
};

/// What everybody who reads along is offered; the author's own is revealed in the page.
const OFFERED: CommentCan = CommentCan { edit: false, delete: false, react: true, reply: true };

/// What a fact changes in open pages.
pub fn live<'a>(
    app: &'a App,
    activity: &'a Activity,
    locale: Locale,
) -> Pin<Box<dyn Future<Output = Result<Vec<Message>, Fault>> + Send + 'a>> {
    Box::pin(async move {
        use Fact::*;
        let Some(group) = activity.fact.group() else {
            return Ok(Vec::new());
        };
        let eyes = Eyes::Everybody(locale, app.clock.now(), app.config.time_zone);
        let mut db = app.db.acquire().await?;
        let (post, changes) = match activity.fact {
            CommentWritten { post, comment, .. } | CommentRestored { post, comment, .. } => {
                (post, appeared(&mut db, eyes, post, comment).await?)
            }
            CommentEdited { post, comment, .. } => (post, edited(&mut db, eyes, comment).await?),
            CommentDeleted { post, comment, .. } => (post, gone(&mut db, eyes, post, comment).await?),
            CommentReacted { post, comment, .. } | CommentReactionWithdrawn { post, comment, .. } => {
                (post, reacted(&mut db, eyes, Subject::Comment(comment)).await?)
            }
            PostReacted { post, .. } | PostReactionWithdrawn { post, .. } => {
                (post, reacted(&mut db, eyes, Subject::Post(post)).await?)
            }
            _ => return Ok(Vec::new()),
        };
        Ok(told(group, post, &changes))
    })
}

/// The same changes for the feed and the group's page, and for the post's own page.
fn told(group: GroupId, post: PostId, changes: &[Change]) -> Vec<Message> {
    [Topic::Post(post), Topic::Group(group)]
        .into_iter()
        .flat_map(|topic| changes.iter().cloned().map(move |change| Message { topic, change }))
        .collect()
}

fn fragment(id: String, part: &impl Template, after: Option<String>) -> Result<Change, Fault> {
    Ok(Change::Fragment { id, html: part.render()?, after })
}

fn card_id(comment: CommentId) -> String {
    format!("comment-{comment}")
}

async fn card(
    db: &mut Db,
    eyes: Eyes<'_>,
    comment: CommentId,
) -> Result<Option<(CommentCard, store::Public)>, Fault> {
    let Some(public) = store::public(db, comment).await? else {
        return Ok(None);
    };
    Ok(Some((CommentCard::new(eyes, public.spot, public.row.clone(), OFFERED), public)))
}

async fn counted(db: &mut Db, eyes: Eyes<'_>, post: PostId) -> Result<Change, Fault> {
    let link = CommentCount::new(eyes.t(), post, store::count(db, post).await?);
    fragment(link.element(), &link, None)
}

async fn appeared(
    db: &mut Db,
    eyes: Eyes<'_>,
    post: PostId,
    comment: CommentId,
) -> Result<Vec<Change>, Fault> {
    let Some((card, public)) = card(db, eyes, comment).await?.filter(|(_, public)| !public.row.removed)
    else {
        return Ok(Vec::new());
    };
    let list = public.row.parent_id.map_or_else(|| list_id(post), replies_id);
    Ok(vec![fragment(card_id(comment), &card, Some(list))?, counted(db, eyes, post).await?])
}

async fn edited(db: &mut Db, eyes: Eyes<'_>, comment: CommentId) -> Result<Vec<Change>, Fault> {
    let Some((card, _)) = card(db, eyes, comment).await? else {
        return Ok(Vec::new());
    };
    Ok(vec![fragment(card.said.element(), &card.said, None)?])
}

/// A removed comment leaves its place where something answers it.
async fn gone(db: &mut Db, eyes: Eyes<'_>, post: PostId, comment: CommentId) -> Result<Vec<Change>, Fault> {
    let Some((card, public)) = card(db, eyes, comment).await?.filter(|(_, public)| public.row.removed) else {
        return Ok(Vec::new());
    };
    let change = if public.answered {
        fragment(card_id(comment), &card, None)?
    } else {
        Change::Remove { id: card_id(comment) }
    };
    Ok(vec![change, counted(db, eyes, post).await?])
}

async fn reacted(db: &mut Db, eyes: Eyes<'_>, subject: Subject) -> Result<Vec<Change>, Fault> {
    let counted = reactions::store::counted(db, None, subject).await?;
    let bar = ReactionBar::new(eyes, subject, counted, true);
    Ok(vec![fragment(bar.element(), &bar, None)?])
}
