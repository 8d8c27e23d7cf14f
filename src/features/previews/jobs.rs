//! Looking at pages on the web, one after the other, each in limited time.

use std::time::Duration;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use tokio::time::timeout;
use url::Url;

use super::{Page, page, store, verbs};
use crate::{
    app::App,
    db::Tx,
    features::pictures::{self, Prepared, UploadRefused},
    jobs::{Job, JobCx, JobError},
    kernel::{Failure, Fault, PreviewId},
    outbound::{Fetched, Get},
};

/// For a page, and again for its picture.
const PATIENCE: Duration = Duration::from_secs(8);
/// So much of a page is read; what it says of itself stands at its beginning.
const MOST_PAGE: usize = 1024 * 1024;
/// Smaller pictures are marks and counters.
const LEAST: (i32, i32) = (120, 60);
/// What no post shows any more is kept for so long.
const KEPT: TimeDelta = TimeDelta::days(30);

/// Looks at a page once. Run again it finds that this was done.
#[derive(Debug, Serialize, Deserialize)]
pub struct Look {
    /// Of which preview.
    pub preview: PreviewId,
}

impl Job for Look {
    const KIND: &'static str = "previews.look";

    async fn run(self, cx: &JobCx) -> Result<(), JobError> {
        let app = &cx.app;
        let Some(url) = store::find_asked(&mut *app.db.acquire().await?, self.preview).await? else {
            return Ok(());
        };
        let page = look(app, &url).await;
        let picture = match &page.picture {
            Some(picture) if !page.title.is_empty() => keep_picture(app, picture).await?,
            _ => None,
        };
        let mut tx = cx.begin("previews").await?;
        verbs::keep(&mut tx, self.preview, &page, picture).await?;
        tx.commit().await?;
        Ok(())
    }
}

/// What the page says of itself; nothing, where it cannot be read, is none, or is one of our own.
async fn look(app: &App, url: &str) -> Page {
    let own = Url::parse(url).is_ok_and(|url| url.host_str() == app.config.base_url.host_str());
    if own {
        return Page::default();
    }
    let get = Get { accept: "text/html,application/xhtml+xml", limit: MOST_PAGE, cut: true, ..Get::new(url) };
    let Some(fetched) = fetch(app, get).await else { return Page::default() };
    let content_type = fetched.content_type.clone().unwrap_or_default().to_ascii_lowercase();
    if content_type.starts_with("text/html") || content_type.starts_with("application/xhtml+xml") {
        page::read(&content_type, &fetched.body, &fetched.url)
    } else {
        Page::default()
    }
}

async fn fetch(app: &App, get: Get) -> Option<Fetched> {
    let url = get.url.clone();
    match timeout(PATIENCE, app.outside.get(get)).await {
        Ok(Ok(fetched)) if fetched.ok() => return Some(fetched),
        Ok(Ok(fetched)) => tracing::debug!(%url, status = fetched.status, "a page is not to be had"),
        Ok(Err(error)) => tracing::debug!(%url, %error, "a page is not to be had"),
        Err(_) => tracing::debug!(%url, "a page is too slow"),
    }
    None
}

/// The picture, read in the child process and kept; none, where it is not one or too small.
async fn keep_picture(app: &App, url: &str) -> Result<Option<Prepared>, Fault> {
    let get = Get { accept: "image/avif;q=0,image/*", ..Get::new(url) };
    let Some(fetched) = fetch(app, get).await else { return Ok(None) };
    match pictures::prepare(app, fetched.body).await {
        Ok(picture) => {
            let enough = picture.width >= LEAST.0 && picture.height >= LEAST.1;
            Ok(enough.then_some(picture))
        }
        Err(Failure::Refused(UploadRefused::Busy)) => {
            Err(Fault::new("no child process is free for a picture"))
        }
        Err(Failure::Refused(UploadRefused::Away)) => Err(Fault::new("a picture could not be kept")),
        Err(Failure::Refused(_)) => Ok(None),
        Err(Failure::Fault(fault)) => Err(fault),
    }
}

/// Throws away what no post has shown for long.
pub async fn tidy(tx: &mut Tx) -> Result<(), Fault> {
    let before = tx.now() - KEPT;
    store::delete_unused(tx, before).await
}
