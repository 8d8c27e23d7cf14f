//! What one form published, one post in each of several groups, each with a link.

use askama::Template;
use serde::Deserialize;

use crate::{
    features::composing::{
        model::MOST_GROUPS,
        store::{self, Published},
    },
    i18n::T,
    kernel::{PostId, Url},
    ui::{Glyph, Page, Place, links},
    web::{Cx, Error, Reply, form::Query},
};

/// `/publish/done`
#[derive(Template)]
#[template(path = "composing/published.html")]
struct PublishedPage {
    t: T,
    posts: Vec<Line>,
    next: Url,
}

impl PublishedPage {
    fn count(&self) -> i64 {
        i64::try_from(self.posts.len()).unwrap_or_default()
    }
}

struct Line {
    url: Url,
    group: String,
    glyph: Glyph,
}

impl Page for PublishedPage {
    fn title(&self) -> String {
        self.t.composing_done(self.count()).to_string()
    }

    fn place(&self) -> Place {
        Place::Compose
    }
}

impl From<Published> for Line {
    fn from(post: Published) -> Self {
        Self { url: links::post(post.id), glyph: Glyph::new(&post.icon, &post.hue), group: post.group }
    }
}

/// Which posts, and where to go from there.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct Done {
    post: Vec<PostId>,
    next: String,
}

/// `GET /publish/done`: those of the posts that the viewer wrote and may see.
pub(in super::super) async fn show(cx: Cx, Query(done): Query<Done>) -> Reply {
    let posts = done.post.get(..done.post.len().min(MOST_GROUPS)).unwrap_or_default();
    let posts = store::list_published(&mut *cx.db().await?, cx.viewer(), posts).await?;
    if posts.is_empty() {
        return Err(Error::NotFound);
    }
    cx.page(PublishedPage {
        t: cx.t(),
        posts: posts.into_iter().map(Line::from).collect(),
        next: Url::local(&done.next).unwrap_or_else(|| Url::path("/feed")),
    })
    .await
}
