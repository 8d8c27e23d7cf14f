//! Groups in the bin, for those who managed them.

use askama::Template;

use crate::{
    authz::{Permit, RestoreGroup},
    features::{
        governance::{
            model::BIN,
            store::{self, BinRow},
            urls, verbs,
        },
        groups,
    },
    i18n::{T, format},
    kernel::Url,
    ui::{Glyph, Moment, Page, Place, links},
    web::{Cx, Error, Reply, flash::Flash},
};

#[derive(Template)]
#[template(path = "governance/bin.html")]
struct BinPage {
    t: T,
    lines: Vec<Line>,
    list: Url,
}

struct Line {
    name: String,
    glyph: Glyph,
    by: Option<String>,
    at: Moment,
    until: String,
    restore: Url,
}

impl Page for BinPage {
    fn title(&self) -> String {
        self.t.governance_bin_title().to_string()
    }

    fn place(&self) -> Place {
        Place::Groups
    }
}

/// `GET /groups/bin`
pub(in super::super) async fn show(cx: Cx) -> Reply {
    let rows = store::bin(&mut *cx.db().await?, cx.viewer()).await?;
    let line = |row: BinRow| Line {
        glyph: Glyph::new(&row.icon, &row.hue).medium(),
        at: Moment::new(&cx, row.deleted_at),
        until: format::date(cx.locale(), cx.zone(), row.deleted_at + BIN),
        restore: urls::whole(&row.slug, "restoration"),
        name: row.name,
        by: row.by,
    };
    let lines = rows.into_iter().map(line).collect();
    cx.page(BinPage { t: cx.t(), lines, list: groups::urls::list() }).await
}

/// `POST /groups/{group}/restoration`
pub(in super::super) async fn restore(cx: Cx, permit: Permit<RestoreGroup>) -> Reply {
    let mut tx = cx.begin().await?;
    let Some(slug) = verbs::restore(&mut tx, &permit).await? else {
        return Err(Error::Conflict(cx.t().governance_restore_over().to_string()));
    };
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().governance_said_restored())).await?;
    cx.redirect(&links::group(&slug))
}
