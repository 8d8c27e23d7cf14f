//! One post with its thread, and the note that it was seen.

use askama::Template;
use axum::http::StatusCode;

use crate::{
    authz::{Permit, ViewPost},
    features::posts::{
        cards::{self, PostCard, Source},
        composer::Lightbox,
        verbs,
    },
    i18n::T,
    ui::{Page, Place, links},
    web::{Cx, Error, Reply, cx::empty},
};

/// `/posts/{post}`
#[derive(Template)]
#[template(path = "posts/show.html")]
struct ShowPage {
    t: T,
    post: PostCard,
    lightbox: Lightbox,
    group: String,
    topics: Vec<String>,
}

impl Page for ShowPage {
    fn title(&self) -> String {
        self.post.name().to_owned()
    }

    fn place(&self) -> Place {
        Place::Group(self.group.clone())
    }

    fn topics(&self) -> Vec<String> {
        self.topics.clone()
    }
}

pub(in super::super) async fn show(cx: Cx, permit: Permit<ViewPost>) -> Reply {
    let id = permit.about().id;
    let mut db = cx.db().await?;
    let post = cards::list(&cx, &mut db, Source::Whole(id)).await?.pop().ok_or(Error::NotFound)?;
    drop(db);
    let group = permit.about().group.slug.clone();
    cx.page(ShowPage { t: cx.t(), post, lightbox: Lightbox::new(cx.t()), group, topics: vec![links::post_topic(id)] }).await
}

pub(in super::super) async fn seen(cx: Cx, permit: Permit<ViewPost>) -> Reply {
    let mut tx = cx.begin().await?;
    verbs::see(&mut tx, &permit).await?;
    tx.commit().await?;
    Ok(empty(StatusCode::NO_CONTENT))
}
