//! What stands below a post whose readers are asked to confirm.

use askama::{Template, filters::HtmlSafe};

use super::urls;
use crate::{
    authz::PostCan,
    i18n::T,
    kernel::{PostId, Url},
};

/// The button, or that one has pressed it; and the way to the lists for those who may see them.
#[derive(Template)]
#[template(path = "announcements/bar.html")]
pub struct AcknowledgeBar {
    t: T,
    post: PostId,
    url: Url,
    /// Whether the reader is asked.
    asked: bool,
    done: bool,
    readers: Option<Url>,
}

impl HtmlSafe for AcknowledgeBar {}

impl AcknowledgeBar {
    /// As its reader sees it.
    pub fn new(t: T, post: PostId, can: PostCan, done: bool) -> Self {
        let readers = can.see_readers.then(|| urls::readers(post));
        Self { t, post, url: urls::acknowledging(post), asked: can.acknowledge, done, readers }
    }
}
