//! What can be taken back for thirty days: posts that were deleted, and those that the viewer moved.

use askama::Template;

use crate::{
    features::{
        bin::store,
        moving::{self, Moved},
        posts::{self, BIN},
    },
    i18n::T,
    kernel::{Timestamp, Url},
    ui::{Glyph, Moment, Page},
    web::{Cx, Reply},
};

/// How many lines the bin shows.
const MOST: i64 = 100;

/// `/bin`
#[derive(Template)]
#[template(path = "bin/show.html")]
struct BinPage {
    t: T,
    posts: Vec<Line>,
    moved: Vec<MovedLine>,
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

/// A post that the viewer moved to another group.
struct MovedLine {
    name: String,
    lang: String,
    way: String,
    glyph: Glyph,
    at: Moment,
    days_left: i64,
    undo: Url,
}

impl MovedLine {
    fn new(cx: &Cx, row: Moved) -> Self {
        let t = cx.t();
        Self {
            name: if row.title.is_empty() { t.posts_photos_only().to_string() } else { row.title },
            lang: row.lang,
            way: t.moving_from(row.from.as_str(), row.to.as_str()).to_string(),
            glyph: Glyph::new(&row.icon, &row.hue).small(),
            at: Moment::new(cx, row.at),
            days_left: days_left(cx.now(), row.at),
            undo: moving::urls::undo(row.post),
        }
    }
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
            restore: posts::urls::restoration(row.id),
        }
    }
}

/// Whole days until something leaves the list, at least one.
fn days_left(now: Timestamp, since: Timestamp) -> i64 {
    (since + BIN - now).num_days().max(1)
}

pub(in super::super) async fn show(cx: Cx) -> Reply {
    let mut db = cx.db().await?;
    let rows = store::list_bin(&mut db, cx.viewer(), cx.now() - BIN, MOST).await?;
    let moved = moving::moved_by(&mut db, cx.viewer(), cx.now() - moving::KEPT, MOST).await?;
    drop(db);
    let moved = moved.into_iter().map(|row| MovedLine::new(&cx, row)).collect();
    let posts = rows.into_iter().map(|row| Line::new(&cx, row)).collect();
    cx.page(BinPage { t: cx.t(), posts, moved }).await
}
