//! What the rings mean.

use askama::Template;

use super::Mark;
use crate::{
    features::rings::{model::Scope, store},
    i18n::T,
    ui::{Page, Place},
    web::{Cx, Reply},
};

struct Line {
    mark: Mark,
    label: String,
    meaning: String,
    scope: Scope,
}

#[derive(Template)]
#[template(path = "rings/legend.html")]
struct LegendPage {
    t: T,
    lines: Vec<Line>,
}

impl Page for LegendPage {
    fn title(&self) -> String {
        self.t.rings_legend_title().to_string()
    }

    fn place(&self) -> Place {
        Place::Directory
    }
}

/// `GET /rings`
pub(in super::super) async fn show(cx: Cx) -> Reply {
    let kinds = store::kinds(&mut *cx.db().await?).await?;
    let locale = cx.locale();
    let lines = kinds.into_iter().filter(|kind| !kind.archived).map(|kind| Line {
        mark: Mark { ring: kind.ring(locale) },
        label: kind.label.of(locale).to_owned(),
        meaning: kind.meaning.of(locale).to_owned(),
        scope: kind.scope,
    });
    cx.page(LegendPage { t: cx.t(), lines: lines.collect() }).await
}
