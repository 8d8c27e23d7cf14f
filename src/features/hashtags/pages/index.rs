//! All hashtags: those one follows, and those that are used.

use askama::Template;
use serde::Deserialize;

use crate::{
    features::hashtags::store::{self, Counted},
    i18n::T,
    ui::{Page, links},
    web::{Cx, Reply, form::Query, limit::Class},
};

/// How many are listed and offered.
const LISTED: i64 = 60;
const OFFERED: i64 = 8;

#[derive(Template)]
#[template(path = "hashtags/index.html")]
struct IndexPage {
    t: T,
    followed: Vec<String>,
    used: Vec<Counted>,
}

impl Page for IndexPage {
    fn title(&self) -> String {
        self.t.hashtags_title().to_string()
    }
}

/// What was typed behind the `#`.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct Typed {
    q: String,
}

#[derive(Template)]
#[template(path = "hashtags/options.html")]
struct Options {
    t: T,
    found: Vec<Counted>,
}

/// `GET /hashtags`
pub(in super::super) async fn show(cx: Cx) -> Reply {
    let mut db = cx.db().await?;
    let followed = store::followed(&mut db, cx.viewer()).await?;
    let used = store::like(&mut db, cx.viewer(), "", LISTED).await?;
    drop(db);
    cx.page(IndexPage { t: cx.t(), followed, used }).await
}

/// `GET /hashtags/suggestions?q=`
pub(in super::super) async fn suggestions(cx: Cx, Query(typed): Query<Typed>) -> Reply {
    cx.app.limits.check(&cx, Class::Touch)?;
    let typed: String = typed.q.trim().chars().take(50).collect();
    let found = store::like(&mut *cx.db().await?, cx.viewer(), &typed, OFFERED).await?;
    cx.fragment(&Options { t: cx.t(), found })
}
