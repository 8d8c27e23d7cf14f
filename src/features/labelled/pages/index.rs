//! All labels one may know: those of the platform, and those of each group one reads.

use askama::Template;

use crate::{
    features::labels::{self, Listed},
    i18n::T,
    kernel::Url,
    ui::{Page, links},
    web::{Cx, Reply},
};

/// How many are listed.
const MOST: i64 = 1_000;

/// The labels of a group, or of the platform.
struct Part {
    name: String,
    url: Option<Url>,
    labels: Vec<Listed>,
}

#[derive(Template)]
#[template(path = "labelled/index.html")]
struct IndexPage {
    t: T,
    parts: Vec<Part>,
}

impl Page for IndexPage {
    fn title(&self) -> String {
        self.t.labels_title().to_string()
    }
}

/// `GET /labels`
pub(in super::super) async fn show(cx: Cx) -> Reply {
    let t = cx.t();
    let listed = labels::listed(&mut *cx.db().await?, cx.viewer(), MOST).await?;
    let mut parts: Vec<Part> = Vec::new();
    for label in listed {
        let url = label.group_slug.as_deref().map(links::group);
        match parts.last_mut() {
            Some(part) if part.url == url => part.labels.push(label),
            _ => parts.push(Part {
                name: label.group_name.clone().unwrap_or_else(|| t.labels_of_platform().to_string()),
                url,
                labels: vec![label],
            }),
        }
    }
    cx.page(IndexPage { t, parts }).await
}
