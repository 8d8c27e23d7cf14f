//! Drafts: what someone is writing, kept on the server as they type, and planned for an instant if they wish.
//!
//! A draft has the id of the form it is written in, which is also the one-time id under which it is published: so it is
//! kept once, published once, and gone then. Two windows that type into the same draft end with two drafts. Its form and
//! the publishing itself are the room of posts above, the list of what is planned and the clock that of planning.

pub mod jobs;
mod model;
mod pages;
mod store;
pub mod verbs;
mod when;

pub use model::{Draft, Due, Kept, MOST_GROUPS, MOST_TITLE, Text, Why};
pub use when::{When, WhenField, typed};

use crate::{
    authz::Viewer,
    db::Db,
    kernel::{DraftId, Fault, GroupId, Timestamp},
    web::{Access::Member, Routes},
};

/// Addresses of this room.
pub mod urls {
    use crate::kernel::{DraftId, Url};

    /// The viewer's drafts.
    pub fn list() -> Url {
        Url::path("/drafts")
    }

    /// Going on with one.
    pub fn write(draft: DraftId) -> Url {
        Url::path("/publish").with("draft", draft)
    }

    /// Throwing one away.
    pub fn removal(draft: DraftId) -> Url {
        list().join(draft).join("removal")
    }

    /// Taking it back.
    pub fn restoration(draft: DraftId) -> Url {
        list().join(draft).join("restoration")
    }
}

/// A draft that the viewer may see.
pub async fn find(db: &mut Db, viewer: Viewer, id: DraftId) -> Result<Option<Draft>, Fault> {
    Ok(store::list(db, viewer, store::Wanted { id: Some(id), most: 1, ..Default::default() }).await?.pop())
}

/// The viewer's latest unplanned draft for a group, or for none.
pub async fn latest(db: &mut Db, viewer: Viewer, group: Option<&str>) -> Result<Option<Draft>, Fault> {
    match store::find_latest(db, viewer, group).await? {
        Some(id) => find(db, viewer, id).await,
        None => Ok(None),
    }
}

/// The group of this slug, as far as the viewer may know it.
pub async fn group(db: &mut Db, viewer: Viewer, slug: &str) -> Result<Option<GroupId>, Fault> {
    if slug.is_empty() { Ok(None) } else { Ok(store::find_group(db, viewer, slug).await?) }
}

/// The groups of these slugs, as far as the viewer may know them; no more than one publishes in at once.
pub async fn groups(db: &mut Db, viewer: Viewer, slugs: &[String]) -> Result<Vec<GroupId>, Fault> {
    let slugs = slugs.get(..slugs.len().min(MOST_GROUPS)).unwrap_or_default();
    if slugs.is_empty() { Ok(Vec::new()) } else { Ok(store::find_groups(db, viewer, slugs).await?) }
}

/// What is planned from an instant until before another, or ever, in the order of the clock: the viewer's own, and that
/// of the groups they publish in.
pub async fn planned(
    db: &mut Db,
    viewer: Viewer,
    between: Option<(Timestamp, Timestamp)>,
    most: i64,
) -> Result<Vec<Draft>, Fault> {
    let wanted = store::Wanted { planned: Some(true), between, most, ..Default::default() };
    Ok(store::list(db, viewer, wanted).await?)
}

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/drafts", Member, pages::list::list)
        .post("/drafts", Member, pages::save::save)
        .post("/drafts/{draft}/removal", Member, pages::list::discard)
        .post("/drafts/{draft}/restoration", Member, pages::list::restore)
}
