//! What one keeps for later, as a feed.

use askama::Template;
use serde::Deserialize;

use crate::{
    features::{
        comments::EmojiTemplate,
        feed::slice,
        posts::{self, Lightbox, PostCard},
        saved,
    },
    i18n::T,
    kernel::{PostId, Url},
    ui::{Page, Place},
    web::{Cx, Reply, form::Query},
};

/// `/saved`
#[derive(Template)]
#[template(path = "feed/saved.html")]
struct SavedPage {
    t: T,
    shown: &'static str,
    posts: Vec<PostCard>,
    older: Option<Url>,
    lightbox: Lightbox,
    emoji: EmojiTemplate,
}

impl Page for SavedPage {
    fn title(&self) -> String {
        self.t.saved_title().to_string()
    }

    fn place(&self) -> Place {
        Place::Feed
    }

    fn topics(&self) -> Vec<String> {
        posts::topics(&self.posts)
    }
}

/// Where the page before ended.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct Part {
    before: String,
}

/// `GET /saved`
pub(in super::super) async fn show(cx: Cx, Query(part): Query<Part>) -> Reply {
    let mut db = cx.db().await?;
    let before = slice::before(&part.before);
    let kept = saved::list(&mut db, cx.viewer(), before, slice::MOST).await?;
    let older =
        kept.items.last().filter(|_| kept.more).map(|(_, place)| saved::urls::all().with("before", *place));
    let ids: Vec<PostId> = kept.items.iter().map(|(post, _)| *post).collect();
    let posts = posts::cards(&cx, &mut db, &ids).await?;
    drop(db);
    cx.page(SavedPage {
        t: cx.t(),
        shown: "saved",
        posts,
        older,
        lightbox: Lightbox::new(cx.t()),
        emoji: EmojiTemplate::new(cx.t()),
    })
    .await
}
