//! The files of a post: a few in lists, all of them on the post's own page.

use askama::{Template, filters::HtmlSafe};

use super::model::Attached;
use crate::{
    i18n::{Locale, T, format},
    kernel::{PostId, Url},
    ui::links,
};

/// How many stand in lists.
const FEW: usize = 4;

/// Files, each a link that saves it. Where there are none its place is there and empty: live updates may fill it.
#[derive(Template)]
#[template(path = "files/list.html")]
pub struct FileList {
    t: T,
    post: PostId,
    whole: Url,
    lines: Vec<Line>,
    /// How many more there are than these.
    more: i64,
}

impl HtmlSafe for FileList {}

struct Line {
    url: Url,
    name: String,
    sheet: String,
    hue: &'static str,
    weight: String,
}

impl FileList {
    /// The list of a post.
    pub fn of(t: T, post: PostId, files: &[Attached], whole: bool) -> Self {
        let shown = if whole || files.len() <= FEW + 1 { files.len() } else { FEW };
        let line = |file: &Attached| Line {
            url: file.url(),
            name: file.name.clone(),
            sheet: file.kind.to_uppercase(),
            hue: file.hue(),
            weight: format::weight(Locale::of(t), file.bytes),
        };
        Self {
            t,
            post,
            whole: links::post(post),
            lines: files.iter().take(shown).map(line).collect(),
            more: i64::try_from(files.len() - shown).unwrap_or_default(),
        }
    }

    /// The id of its element.
    pub fn element(post: PostId) -> String {
        format!("post-files-{post}")
    }
}
