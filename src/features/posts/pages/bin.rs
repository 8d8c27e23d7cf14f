//! Deleting a post, and the bin from which it comes back for thirty days.

use askama::Template;
use serde::Deserialize;

use crate::{
    authz::{DeletePost, Permit, RestorePost},
    features::posts::{
        store, urls,
        verbs::{self, BIN},
    },
    i18n::T,
    kernel::{Timestamp, Url},
    ui::{Glyph, Moment, Page, links},
    web::{Cx, Error, Form, Reply, flash::Flash, limit::Class},
};

/// How many lines the bin shows.
const MOST: i64 = 100;

/// `/bin`
#[derive(Template)]
#[template(path = "posts/bin.html")]
struct BinPage {
    t: T,
    posts: Vec<Line>,
}

struct Line {
    name: String,
    lang: String,
    author: Option<String>,
    group: String,
    glyph: Glyph,
    deleted: Moment,
    days_left: i64,
    restore: Url,
}

impl Page for BinPage {
    fn title(&self) -> String {
        self.t.posts_bin().to_string()
    }
}

impl Line {
    fn new(cx: &Cx, row: store::Binned) -> Self {
        let t = cx.t();
        let name = [row.title, row.excerpt]
            .into_iter()
            .find(|text| !text.is_empty())
            .unwrap_or_else(|| t.posts_photos_only().to_string());
        Self {
            name,
            lang: row.lang,
            author: (!row.mine).then(|| row.author.unwrap_or_else(|| t.posts_former_member().to_string())),
            group: row.group_name,
            glyph: Glyph::new(&row.icon, &row.hue).small(),
            deleted: Moment::new(cx, row.deleted_at),
            days_left: days_left(cx.now(), row.deleted_at),
            restore: urls::restoration(row.id),
        }
    }
}

/// Whole days until something leaves the bin, at least one.
fn days_left(now: Timestamp, deleted_at: Timestamp) -> i64 {
    (deleted_at + BIN - now).num_days().max(1)
}

pub(in super::super) async fn show(cx: Cx) -> Reply {
    let rows = store::list_bin(&mut *cx.db().await?, cx.viewer(), cx.now() - BIN, MOST).await?;
    let posts = rows.into_iter().map(|row| Line::new(&cx, row)).collect();
    cx.page(BinPage { t: cx.t(), posts }).await
}

/// Where the form of the menu stood.
#[derive(Deserialize)]
pub(in super::super) struct From {
    #[serde(default)]
    next: String,
}

pub(in super::super) async fn delete(cx: Cx, permit: Permit<DeletePost>, Form(from): Form<From>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let post = permit.about();
    let mut tx = cx.begin().await?;
    verbs::delete(&mut tx, &permit).await?;
    tx.commit().await?;
    let t = cx.t();
    cx.flash(Flash::said(t.posts_deleted()).with_undo(&urls::restoration(post.id), t.posts_undo())).await?;
    // The post's own pages are gone with it.
    let own = links::post(post.id);
    let next = Url::local(&from.next).filter(|next| !next.as_str().starts_with(own.as_str()));
    cx.redirect(&next.unwrap_or_else(|| links::group(&post.group.slug)))
}

pub(in super::super) async fn restore(cx: Cx, permit: Permit<RestorePost>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let mut tx = cx.begin().await?;
    if !verbs::restore(&mut tx, &permit).await? {
        tx.abandon().await?;
        return Err(Error::NotFound);
    }
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().posts_restored())).await?;
    cx.redirect(&links::post(permit.about().id))
}
