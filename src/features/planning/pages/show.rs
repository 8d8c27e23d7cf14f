//! What is planned, in the order of the clock; with a month in the address, as its calendar.

use askama::Template;
use serde::Deserialize;

use super::calendar::Calendar;
use crate::{
    features::{
        drafts::{self, Draft},
        planning::urls,
    },
    i18n::{T, format},
    kernel::{Timestamp, Url},
    ui::Page,
    web::{Cx, Reply, form::Query},
};

/// How many lines there are at most.
const MOST: i64 = 500;

/// `/planning`
#[derive(Template)]
#[template(path = "planning/show.html")]
struct ShowPage {
    t: T,
    list: Url,
    month: Url,
    view: View,
}

enum View {
    List(Vec<Line>),
    Month(Box<Calendar>),
}

struct Line {
    name: String,
    lang: String,
    at: String,
    exact: Timestamp,
    group: Option<String>,
    author: Option<String>,
    refused: bool,
    edit: Option<Url>,
    time: Url,
    publish: Url,
    remove: Url,
}

impl Page for ShowPage {
    fn title(&self) -> String {
        self.t.planning_title().to_string()
    }
}

impl Line {
    fn new(cx: &Cx, draft: &Draft) -> Option<Self> {
        let at = draft.publish_at?;
        Some(Self {
            name: name(cx.t(), draft),
            lang: draft.lang.clone(),
            at: format::full(cx.locale(), cx.zone(), at),
            exact: at,
            group: draft.group_name.clone(),
            author: if draft.mine { None } else { draft.author_name.clone() },
            refused: draft.refused_at.is_some(),
            edit: draft.mine.then(|| drafts::urls::write(draft.id)),
            time: urls::time(draft.id),
            publish: urls::publication(draft.id),
            remove: urls::removal(draft.id),
        })
    }
}

/// What a planned draft is called.
pub(super) fn name(t: T, draft: &Draft) -> String {
    let name = draft.name();
    if name.is_empty() { t.drafts_unnamed().to_string() } else { name }
}

/// Which month.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct Asked {
    month: Option<String>,
}

/// `GET /planning`
pub(in super::super) async fn show(cx: Cx, Query(asked): Query<Asked>) -> Reply {
    let mut db = cx.db().await?;
    let view = if let Some(month) = asked.month {
        View::Month(Box::new(Calendar::load(&cx, &mut db, &month).await?))
    } else {
        let planned = drafts::planned(&mut db, cx.viewer(), None, MOST).await?;
        View::List(planned.iter().filter_map(|draft| Line::new(&cx, draft)).collect())
    };
    drop(db);
    let this = cx.now().with_timezone(&cx.zone()).format("%Y-%m").to_string();
    cx.page(ShowPage { t: cx.t(), list: urls::list(), month: urls::month(&this), view }).await
}
