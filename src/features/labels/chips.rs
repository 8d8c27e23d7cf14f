//! The labels of a post, as its card shows them.

use askama::{Template, filters::HtmlSafe};

use crate::{
    i18n::T,
    kernel::{LabelId, PostId},
    ui::links,
};

/// A label on a card.
#[derive(Clone, Debug, serde::Deserialize)]
pub struct Chip {
    /// Which.
    pub id: LabelId,
    /// What it is called.
    pub name: String,
    /// Its hue.
    pub hue: String,
}

/// The line of a post's labels. Where there are none its place is there and hidden: live updates may fill it.
#[derive(Template)]
#[template(path = "labels/chips.html")]
pub struct Labels {
    t: T,
    post: PostId,
    chips: Vec<Chip>,
}

impl HtmlSafe for Labels {}

impl Labels {
    /// The line.
    pub fn new(t: T, post: PostId, chips: Vec<Chip>) -> Self {
        Self { t, post, chips }
    }

    /// The id of its element.
    pub fn element(post: PostId) -> String {
        format!("post-labels-{post}")
    }
}
