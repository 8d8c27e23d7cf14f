//! One post with its thread, and the note that it was seen.
//!
//! Whoever opens the page has read what their notifications about it announced: these count as read from then on, also
//! without script. A post that passes by in a feed leaves them alone.

use askama::Template;
use axum::http::StatusCode;
use serde::Deserialize;

use crate::{
    authz::{Permit, ViewPost},
    features::{
        comments::{self, EmojiTemplate, Thread, ThreadAt},
        notifications,
        posts::{
            cards::{self, Lightbox, PostCard},
            verbs,
        },
    },
    i18n::T,
    ui::{Page, Place, links},
    web::{Cx, Error, Reply, cx::empty, form::Query},
};

/// `/posts/{post}`
#[derive(Template)]
#[template(path = "posts/show.html")]
struct ShowPage {
    t: T,
    post: PostCard,
    thread: Thread,
    emoji: EmojiTemplate,
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

/// Which part of the thread.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct Part {
    comment: Option<String>,
    before: Option<String>,
    after: Option<String>,
}

pub(in super::super) async fn show(cx: Cx, permit: Permit<ViewPost>, Query(part): Query<Part>) -> Reply {
    let id = permit.about().id;
    let at = ThreadAt::parse(part.comment.as_deref(), part.before.as_deref(), part.after.as_deref());
    let mut db = cx.db().await?;
    let (attached, thread) =
        comments::discussion(&cx, &mut db, permit.about(), at).await?.ok_or(Error::NotFound)?;
    let post = cards::whole(&cx, &mut db, id, attached).await?.ok_or(Error::NotFound)?;
    drop(db);
    if post.noticed {
        let mut tx = cx.begin().await?;
        notifications::seen_post(&mut tx, permit.member()?, id).await?;
        tx.commit().await?;
    }
    cx.page(ShowPage {
        t: cx.t(),
        post,
        thread,
        emoji: EmojiTemplate::new(cx.t()),
        lightbox: Lightbox::new(cx.t()),
        group: permit.about().group.slug.clone(),
        topics: vec![links::post_topic(id)],
    })
    .await
}

pub(in super::super) async fn seen(cx: Cx, permit: Permit<ViewPost>) -> Reply {
    let mut tx = cx.begin().await?;
    verbs::see(&mut tx, &permit).await?;
    tx.commit().await?;
    Ok(empty(StatusCode::NO_CONTENT))
}
