//! Wanting a preview, and keeping what a page said of itself.

use chrono::TimeDelta;
use url::Url;

use super::{Page, jobs::Look, store};
use crate::{
    db::{Fact, Tx},
    features::pictures::{self, Prepared},
    jobs::Enqueue as _,
    kernel::{Fault, PostId, PreviewId},
};

/// What was found is good for so long.
const GOOD: TimeDelta = TimeDelta::days(30);
/// What was not found is looked for again after so long, when it is linked anew.
const MISSED: TimeDelta = TimeDelta::hours(1);
/// The longest address, in bytes.
const MOST_URL: usize = 2_000;

/// Gives a post the preview of what it links to, or none. A page that is not known, or no longer, is looked at by a job.
///
/// The caller holds the permit to write the post.
pub async fn follow(tx: &mut Tx, post: PostId, link: Option<&Url>) -> Result<(), Fault> {
    let now = tx.now();
    let link = link.map(Url::as_str).filter(|link| link.len() <= MOST_URL);
    let preview = match link {
        None => None,
        Some(link) => {
            let asked = store::ask(tx, link, (now - GOOD, now - MISSED)).await?;
            if asked.anew {
                tx.enqueue_in_turn(&Look { preview: asked.id }).await?;
            }
            Some(asked.id)
        }
    };
    store::update_post(tx, post, preview).await
}

/// Shows the preview of a post, or not.
///
/// The caller holds the permit to change the post.
pub async fn show(tx: &mut Tx, post: PostId, shown: bool) -> Result<(), Fault> {
    store::update_shown(tx, post, shown).await
}

/// Keeps what a page said of itself, and its picture; nothing, where it could not be read.
pub async fn keep(
    tx: &mut Tx,
    preview: PreviewId,
    page: &Page,
    picture: Option<Prepared>,
) -> Result<(), Fault> {
    if !store::update(tx, preview, page).await? {
        return Ok(());
    }
    pictures::verbs::keep_of_preview(tx, picture, preview).await?;
    tx.record(Fact::PageLookedAt { preview }).await?;
    Ok(())
}
