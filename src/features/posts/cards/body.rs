//! The text of a post: what live updates replace when it was changed. Holds nothing that depends on the viewer.

use askama::{Template, filters::HtmlSafe};

use super::Cover;
use crate::{
    i18n::T,
    kernel::{
        PostId, Url,
        markup::{Part, SafeHtml, outline},
    },
    ui::links,
};

/// Bodies longer than this are clamped in lists, with a link to the whole.
const LONG: i32 = 900;
/// From how many parts on there is a table of contents.
const MANY_PARTS: usize = 4;

/// The text of a post.
#[derive(Template)]
#[template(path = "posts/body.html")]
pub(in super::super) struct Body {
    t: T,
    id: PostId,
    url: Url,
    title: String,
    /// What stands in for the title in the outline of the page.
    unnamed: String,
    whole: bool,
    lang: String,
    html: Option<SafeHtml>,
    excerpt: String,
    long: bool,
    cover: Option<Cover>,
    /// How long an article takes to read, and its parts where they are many.
    minutes: Option<i64>,
    parts: Vec<Part>,
}

impl HtmlSafe for Body {}

/// What a text is made of.
pub(in super::super) struct Words {
    pub(in super::super) title: String,
    pub(in super::super) unnamed: String,
    pub(in super::super) lang: String,
    /// As it stands in the database; lists leave out what is very long.
    pub(in super::super) html: Option<String>,
    pub(in super::super) excerpt: String,
    /// Of the whole text as it was written, in bytes.
    pub(in super::super) length: i32,
    pub(in super::super) cover: Option<Cover>,
}

impl Body {
    /// The text; whole on the post's own page.
    pub(in super::super) fn new(t: T, id: PostId, whole: bool, words: Words) -> Self {
        let article = whole && Cover::belongs(&words.title, words.length);
        let mut body = Self {
            t,
            id,
            url: links::post(id),
            title: words.title,
            unnamed: words.unnamed,
            whole,
            lang: words.lang,
            long: !whole && (words.length > LONG || words.html.is_none()),
            html: words.html.map(SafeHtml::from_stored),
            excerpt: words.excerpt,
            cover: words.cover,
            minutes: None,
            parts: Vec::new(),
        };
        if article {
            body.outline();
        }
        body
    }

    /// What the post is called, with a title or without.
    pub(super) fn name(&self) -> &str {
        if self.title.is_empty() { &self.unnamed } else { &self.title }
    }

    /// Of an article on its own page one sees how long it is, and goes to its parts.
    fn outline(&mut self) {
        let Some(outlined) = self.html.as_ref().map(outline) else { return };
        self.minutes = Some(outlined.minutes);
        self.parts = outlined.parts;
        self.parts.retain(|part| !part.heading.as_str().trim().is_empty());
        if self.parts.len() < MANY_PARTS {
            self.parts.clear();
        }
        self.html = Some(outlined.html);
    }
}
