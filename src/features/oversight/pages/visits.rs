//! Visits of administrators: ending one's own, and what managers read of them.

use askama::Template;

use crate::{
    authz::{EndVisit, ManageMembers, Permit},
    features::{
        groups::{self, GroupHeader, Tab, header},
        oversight::{store, urls, verbs},
    },
    i18n::T,
    kernel::Url,
    ui::{Moment, Page, Place},
    web::{Cx, Reply, flash::Flash},
};

#[derive(Template)]
#[template(path = "oversight/visits.html")]
struct VisitsPage {
    t: T,
    slug: String,
    header: GroupHeader,
    lines: Vec<Line>,
    back: Url,
}

struct Line {
    name: String,
    reason: String,
    entered: Moment,
    left: Option<Moment>,
}

impl Page for VisitsPage {
    fn title(&self) -> String {
        format!("{} · {}", self.t.governance_visits_title(), self.header.name())
    }

    fn place(&self) -> Place {
        Place::Group(self.slug.clone())
    }
}

/// `GET /groups/{group}/settings/visits`
pub(in super::super) async fn show(cx: Cx, permit: Permit<ManageMembers>) -> Reply {
    let (t, group) = (cx.t(), permit.about());
    let mut db = cx.db().await?;
    let header = header(&cx, &mut db, group, Tab::Managing).await?;
    let rows = store::visits(&mut db, cx.viewer(), group.id).await?;
    drop(db);
    let lines = rows
        .into_iter()
        .map(|row| Line {
            name: row.name.unwrap_or_else(|| t.oversight_someone().to_string()),
            reason: row.reason,
            entered: Moment::new(&cx, row.entered_at),
            left: row.left_at.map(|at| Moment::new(&cx, at)),
        })
        .collect();
    let back = groups::urls::settings(&group.slug);
    cx.page(VisitsPage { t, slug: group.slug.clone(), header, lines, back }).await
}

/// `POST /groups/{group}/visit-end`
pub(in super::super) async fn end(cx: Cx, permit: Permit<EndVisit>) -> Reply {
    let mut tx = cx.begin().await?;
    verbs::end_visit(&mut tx, &permit).await?;
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().oversight_said_left())).await?;
    cx.redirect(&urls::group(permit.about().id))
}
