//! The switch below a post.

use askama::{Template, filters::HtmlSafe};

use super::urls;
use crate::{
    i18n::T,
    kernel::{PostId, Url},
};

/// Keeps a post for later, or not any more.
#[derive(Template)]
#[template(path = "saved/switch.html")]
pub struct SaveSwitch {
    t: T,
    post: PostId,
    url: Url,
    saved: bool,
    /// Where the browser goes without script.
    here: String,
}

impl HtmlSafe for SaveSwitch {}

impl SaveSwitch {
    /// As it stands on the page at `here`.
    pub fn new(t: T, post: PostId, saved: bool, here: String) -> Self {
        Self { t, post, url: urls::saving(post), saved, here }
    }
}
