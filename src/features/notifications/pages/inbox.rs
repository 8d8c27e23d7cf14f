//! The inbox: what one should hear of, by day, each line with the reason one got it.
//!
//! A line is the button of a form, because opening it marks it as read and looking at a page must change nothing.

use askama::Template;
use serde::Deserialize;

use crate::{
    authz::{Permit, ReadNotice},
    features::notifications::{
        model::{Kind, Notice},
        store::{self, Wanted},
        verbs,
        wording::{self, Sentence},
    },
    i18n::{T, format},
    kernel::{Cursor, Url},
    ui::{Avatar, Icon, Moment, Page, Place, icon},
    web::{Cx, Error, Reply, flash::Flash, form::Query},
};

/// How many lines stand on a page.
const MOST: usize = 30;

#[derive(Default, Deserialize)]
pub(in super::super) struct Wish {
    show: Option<String>,
    before: Option<String>,
}

struct Line {
    action: Url,
    unread: bool,
    avatar: Avatar,
    mark: Icon,
    hue: &'static str,
    sentence: Sentence,
    quote: String,
    why: String,
    at: Moment,
}

struct Day {
    name: String,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "notifications/inbox.html")]
struct Inbox {
    t: T,
    unread_only: bool,
    unread: i64,
    days: Vec<Day>,
    older: Option<Url>,
}

impl Page for Inbox {
    fn title(&self) -> String {
        self.t.notifications_title().to_string()
    }

    fn place(&self) -> Place {
        Place::Notifications
    }
}

/// `GET /notifications`
pub(in super::super) async fn show(cx: Cx, Query(wish): Query<Wish>) -> Reply {
    let unread_only = wish.show.as_deref() == Some("unread");
    let before = wish.before.as_deref().and_then(|text| text.parse().ok());
    let mut db = cx.db().await?;
    let wanted = Wanted { one: None, unread: unread_only, before };
    let slice = store::list(&mut db, cx.viewer(), wanted, MOST).await?;
    let unread = store::unread(&mut db, cx.viewer()).await?;
    drop(db);
    let older = slice.items.last().filter(|_| slice.more).map(|last| {
        let base = Url::path("/notifications").with("before", Cursor { at: last.at, id: last.id.0 });
        if unread_only { base.with("show", "unread") } else { base }
    });
    let days = by_day(&cx, &slice.items);
    cx.page(Inbox { t: cx.t(), unread_only, unread, days, older }).await
}

fn by_day(cx: &Cx, notices: &[Notice]) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for notice in notices {
        let name = day(cx, notice);
        let line = line(cx, notice);
        match days.last_mut() {
            Some(last) if last.name == name => last.lines.push(line),
            _ => days.push(Day { name, lines: vec![line] }),
        }
    }
    days
}

fn day(cx: &Cx, notice: &Notice) -> String {
    let (zone, t) = (cx.zone(), cx.t());
    let passed =
        (cx.now().with_timezone(&zone).date_naive() - notice.at.with_timezone(&zone).date_naive()).num_days();
    match passed {
        0 => t.notifications_today().to_string(),
        1 => t.notifications_yesterday().to_string(),
        _ => format::date(cx.locale(), zone, notice.at),
    }
}

fn line(cx: &Cx, notice: &Notice) -> Line {
    let (mark, hue) = Kind::parse(&notice.kind).map_or(("bell", "estuaire"), Kind::mark);
    let first = notice.known.first();
    Line {
        action: Url::path("/notifications").join(notice.id).join("reading"),
        unread: !notice.read,
        avatar: first.map_or_else(Avatar::hidden, |known| {
            Avatar::of(known.id, &known.name, known.photo_version).ringed(cx.t(), &known.rings, None)
        }),
        mark: icon(mark).tiny(),
        hue,
        sentence: wording::sentence(cx.t(), notice),
        quote: notice.quote.clone(),
        why: wording::reason(cx.t(), &notice.kind),
        at: Moment::new(cx, notice.at),
    }
}

/// `POST /notifications/{notice}/reading`
pub(in super::super) async fn read(cx: Cx, permit: Permit<ReadNotice>) -> Reply {
    let wanted = Wanted { one: Some(*permit.about()), ..Wanted::default() };
    let notice = store::list(&mut *cx.db().await?, cx.viewer(), wanted, 1)
        .await?
        .items
        .pop()
        .ok_or(Error::NotFound)?;
    let mut tx = cx.begin().await?;
    verbs::read(&mut tx, &permit).await?;
    // Opening something answers everything that was said about it.
    if let Some(post) = notice.post {
        verbs::seen_post(&mut tx, permit.member()?, post).await?;
    }
    tx.commit().await?;
    cx.redirect(&notice.target())
}

/// `POST /notifications/reading`
pub(in super::super) async fn read_all(cx: Cx) -> Reply {
    let member = cx.member()?.id;
    let mut tx = cx.begin().await?;
    verbs::read_all(&mut tx, member).await?;
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().notifications_all_read())).await?;
    cx.redirect(&Url::path("/notifications"))
}
