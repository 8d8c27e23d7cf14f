//! A feed narrowed to one label: the menu of labels, and the posts that carry the chosen one.

use askama::{Template, filters::HtmlSafe};

use super::slice;
use crate::{
    db::Db,
    features::{
        labels::{self, Carrying, Listed},
        posts::{self, PostCard},
    },
    i18n::T,
    kernel::{Cursor, Fault, LabelId, PostId, Url},
    web::Cx,
};

/// The labels that a feed can be narrowed to.
#[derive(Template)]
#[template(path = "feed/by_label.html")]
pub(super) struct ByLabel {
    t: T,
    home: Url,
    labels: Vec<Listed>,
    chosen: Option<LabelId>,
    /// Whether each is named with its group.
    named: bool,
}

impl HtmlSafe for ByLabel {}

impl ByLabel {
    /// The menu over the labels that posts of this feed can carry.
    pub(super) fn new(t: T, home: &Url, labels: Vec<Listed>, asked: &str) -> Self {
        let mut groups = labels.iter().filter_map(|label| label.group_slug.as_deref());
        let first = groups.next();
        let named = groups.any(|group| Some(group) != first);
        Self { t, home: home.clone(), labels, chosen: asked.parse().ok(), named }
    }

    fn is_chosen(&self, label: &LabelId) -> bool {
        self.chosen == Some(*label)
    }

    /// Whether there is nothing to choose.
    pub(super) fn is_empty(&self) -> bool {
        self.labels.is_empty()
    }

    /// The chosen label, if it is one of these.
    pub(super) fn chosen(&self) -> Option<&Listed> {
        self.labels.iter().find(|label| Some(label.id) == self.chosen)
    }
}

/// The posts of a feed that carry a label, one more than a page shows.
pub(super) async fn posts(
    cx: &Cx,
    db: &mut Db,
    (of, label): (Carrying, LabelId),
    before: Option<Cursor>,
) -> Result<Vec<PostCard>, Fault> {
    let found = labels::posts(db, cx.viewer(), label, of, (before, slice::MOST + 1)).await?;
    let ids: Vec<PostId> = found.items.iter().map(|(post, _)| *post).collect();
    posts::cards(cx, db, &ids).await
}
