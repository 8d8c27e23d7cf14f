//! What open pages hear of posts.
//!
//! A post's text, photos and files are told twice: to feeds on the group's topic, and to the post's own page, where they stand
//! whole.

use std::pin::Pin;

use askama::Template;

use super::{
    cards::{Body, Cover, Gallery, Words},
    store,
};
use crate::{
    app::App,
    db::{Activity, Fact},
    features::{
        files::FileList,
        labels::{self, Labels},
        previews::PreviewCard,
    },
    i18n::Locale,
    kernel::{Fault, GroupId, PostId},
    live::{Change, Message, Topic},
};

/// What a fact about posts changes on open pages.
pub fn live<'a>(
    app: &'a App,
    activity: &'a Activity,
    locale: Locale,
) -> Pin<Box<dyn Future<Output = Result<Vec<Message>, Fault>> + Send + 'a>> {
    Box::pin(async move {
        match activity.fact {
            Fact::PostPublished { group, .. } => {
                let published = activity
                    .actor
                    .map(|author| Message { topic: Topic::Group(group), change: Change::NewPost { author } });
                Ok(published.into_iter().collect())
            }
            Fact::PostEdited { group, post } => edited(app, group, post, locale).await,
            Fact::DocumentRead { group, post, .. } => documents(app, group, post, locale).await,
            Fact::PostLabelled { group, post, .. } => labelled(app, group, post, locale).await,
            Fact::PostDeleted { group, post }
            | Fact::PostMoved { group, post, .. }
            | Fact::PostWithdrawn { group, post } => {
                let gone = Change::Remove { id: format!("post-{post}") };
                Ok(vec![Message { topic: Topic::Group(group), change: gone }])
            }
            _ => Ok(Vec::new()),
        }
    })
}

async fn edited(app: &App, group: GroupId, post: PostId, locale: Locale) -> Result<Vec<Message>, Fault> {
    let mut db = app.db.acquire().await?;
    let Some(told) = store::find_told(&mut db, post).await? else {
        return Ok(Vec::new());
    };
    drop(db);
    let t = locale.t();
    let mut messages = Vec::new();
    let preview = PreviewCard::of(t, post, told.preview.as_deref()).render()?;
    for (topic, whole) in [(Topic::Group(group), false), (Topic::Post(post), true)] {
        let mut pictures = told.pictures.0.clone();
        let cover = Cover::take(t, post, (&told.title, told.length), &mut pictures);
        let words = Words {
            title: told.title.clone(),
            unnamed: t.posts_unnamed().to_string(),
            lang: told.lang.clone(),
            html: Some(told.html.clone()),
            excerpt: String::new(),
            length: told.length,
            cover,
        };
        let body = Body::new(t, post, whole, words).render()?;
        let photos = Gallery::of(t, post, pictures, whole).render()?;
        let files = FileList::of(t, post, &told.files, whole).render()?;
        let parts = [
            (format!("post-body-{post}"), body),
            (Gallery::element(post), photos),
            (FileList::element(post), files),
            (PreviewCard::element(post), preview.clone()),
        ];
        for (id, html) in parts {
            messages.push(Message { topic, change: Change::Fragment { id, html, after: None } });
        }
    }
    Ok(messages)
}

async fn documents(app: &App, group: GroupId, post: PostId, locale: Locale) -> Result<Vec<Message>, Fault> {
    let Some(told) = store::find_told(&mut *app.db.acquire().await?, post).await? else {
        return Ok(Vec::new());
    };
    let mut messages = Vec::new();
    for (topic, whole) in [(Topic::Group(group), false), (Topic::Post(post), true)] {
        let html = FileList::of(locale.t(), post, &told.files, whole).render()?;
        let fragment = Change::Fragment { id: FileList::element(post), html, after: None };
        messages.push(Message { topic, change: fragment });
    }
    Ok(messages)
}

async fn labelled(app: &App, group: GroupId, post: PostId, locale: Locale) -> Result<Vec<Message>, Fault> {
    let chips = labels::told(&mut *app.db.acquire().await?, post).await?;
    let html = Labels::new(locale.t(), post, chips).render()?;
    let told = |topic| {
        let fragment = Change::Fragment { id: Labels::element(post), html: html.clone(), after: None };
        Message { topic, change: fragment }
    };
    Ok([Topic::Group(group), Topic::Post(post)].into_iter().map(told).collect())
}
