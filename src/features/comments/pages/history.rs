//! A comment by its own address, which leads to its thread, and what it said before.

use askama::Template;

use super::super::store;
use crate::{
    authz::{Permit, ViewComment},
    i18n::T,
    kernel::{Url, markup::SafeHtml},
    ui::{Moment, Page, links},
    web::{Cx, Reply},
};

#[derive(Template)]
#[template(path = "comments/history.html")]
struct HistoryPage {
    t: T,
    back: Url,
    versions: Vec<Version>,
}

struct Version {
    moment: Moment,
    html: SafeHtml,
    lang: String,
    present: bool,
}

impl Page for HistoryPage {
    fn title(&self) -> String {
        self.t.comments_history_title().to_string()
    }
}

/// `GET /comments/{comment}/history`
pub(in super::super) async fn show(cx: Cx, permit: Permit<ViewComment>) -> Reply {
    let about = permit.about();
    let rows = store::history(&mut *cx.db().await?, cx.viewer(), about.id).await?;
    let versions = rows
        .into_iter()
        .enumerate()
        .map(|(place, row)| Version {
            moment: Moment::new(&cx, row.at),
            html: SafeHtml::from_stored(row.html),
            lang: row.lang,
            present: place == 0,
        })
        .collect();
    cx.page(HistoryPage { t: cx.t(), back: links::comment(about.post, about.id), versions }).await
}

/// `GET /comments/{comment}`
pub(in super::super) async fn place(cx: Cx, permit: Permit<ViewComment>) -> Reply {
    cx.redirect(&links::comment(permit.about().post, permit.about().id))
}
