//! Groups, for those who administer them: that they are there, how many belong, who is missing.

use askama::Template;
use serde::Deserialize;

use crate::{
    authz::{AdministerGroups, Permit},
    features::{
        groups::LevelBadge,
        key_dates, labels,
        oversight::{
            model::Regime,
            store::{self, Row},
            urls,
        },
    },
    i18n::{T, format},
    kernel::Url,
    ui::{
        Page, Place,
        admin::{Nav, Tab},
    },
    web::{Cx, Reply, form::Query},
};

#[derive(Template)]
#[template(path = "oversight/groups.html")]
struct GroupsPage {
    t: T,
    nav: Nav,
    words: String,
    lines: Vec<Line>,
    themes: Url,
    labels: Url,
    dates: Url,
    here: Url,
}

struct Line {
    name: String,
    level: LevelBadge,
    regime: Option<String>,
    archived: bool,
    members: i64,
    orphaned: bool,
    created: String,
    url: Url,
}

impl Page for GroupsPage {
    fn title(&self) -> String {
        self.t.oversight_title().to_string()
    }

    fn place(&self) -> Place {
        Place::Admin
    }
}

/// What is looked for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct Listing {
    q: String,
}

/// `GET /admin/groups`
pub(in super::super) async fn show(
    cx: Cx,
    _permit: Permit<AdministerGroups>,
    Query(listing): Query<Listing>,
) -> Reply {
    let words: String = listing.q.trim().chars().take(80).collect();
    let rows = store::list(&mut *cx.db().await?, cx.viewer(), None, &words).await?;
    let lines = rows.into_iter().map(|row| line(&cx, row)).collect();
    cx.page(GroupsPage {
        t: cx.t(),
        nav: Nav::new(cx.t(), &cx.actor(), Tab::Groups),
        words,
        lines,
        themes: urls::themes(),
        labels: labels::urls::of_platform(),
        dates: key_dates::urls::of_platform(),
        here: urls::list(),
    })
    .await
}

fn line(cx: &Cx, row: Row) -> Line {
    let t = cx.t();
    Line {
        level: LevelBadge::of(t, row.level),
        regime: (row.regime != Regime::Ordinary)
            .then(|| t.oversight_regime_name(row.regime.as_str()).to_string()),
        archived: row.archived,
        members: row.members,
        orphaned: row.managers == 0,
        created: format::date(cx.locale(), cx.zone(), row.created_at),
        url: urls::group(row.id),
        name: row.name.unwrap_or_else(|| t.oversight_unnamed().to_string()),
    }
}
