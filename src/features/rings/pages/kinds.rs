//! All kinds of rings, by precedence.

use askama::Template;
use serde::Deserialize;

use super::Mark;
use crate::{
    authz::{DefineRings, Permit},
    features::rings::{model::Kind, store, urls, verbs},
    i18n::T,
    kernel::Url,
    ui::{
        Page, Place,
        admin::{Nav, Tab},
    },
    web::{At, Cx, Error, Form, Reply, flash::Flash},
};

/// `/admin/rings/{ring}` and below
#[derive(Deserialize)]
pub(in super::super) struct RingPath {
    #[serde(deserialize_with = "number")]
    pub(super) ring: i32,
}

/// Parameters of addresses are texts.
fn number<'de, D: serde::Deserializer<'de>>(from: D) -> Result<i32, D::Error> {
    String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct MoveForm {
    to: String,
}

struct Line {
    mark: Mark,
    label: String,
    scope: String,
    wearers: String,
    edit: Url,
    moves: Url,
    restore: Url,
    up: bool,
    down: bool,
}

#[derive(Template)]
#[template(path = "rings/kinds.html")]
struct KindsPage {
    t: T,
    nav: Nav,
    lines: Vec<Line>,
    archived: Vec<Line>,
    new: Url,
    legend: Url,
}

impl Page for KindsPage {
    fn title(&self) -> String {
        self.t.rings_admin_title().to_string()
    }

    fn place(&self) -> Place {
        Place::Admin
    }
}

/// `GET /admin/rings`
pub(in super::super) async fn show(cx: Cx, _permit: Permit<DefineRings>) -> Reply {
    let kinds = store::kinds(&mut *cx.db().await?).await?;
    let (archived, used): (Vec<Kind>, Vec<Kind>) = kinds.into_iter().partition(|kind| kind.archived);
    let last = used.len().saturating_sub(1);
    let lines = used
        .iter()
        .enumerate()
        .map(|(n, kind)| Line { up: n > 0, down: n < last, ..line(&cx, kind) })
        .collect();
    cx.page(KindsPage {
        t: cx.t(),
        nav: Nav::new(cx.t(), &cx.actor(), Tab::Rings),
        lines,
        archived: archived.iter().map(|kind| line(&cx, kind)).collect(),
        new: urls::kinds().join("new"),
        legend: urls::legend(),
    })
    .await
}

fn line(cx: &Cx, kind: &Kind) -> Line {
    let (t, edit) = (cx.t(), urls::kind(kind.id));
    Line {
        mark: Mark { ring: kind.ring(cx.locale()) },
        label: kind.label.of(cx.locale()).to_owned(),
        scope: t.rings_scope(kind.scope.as_str()).to_string(),
        wearers: t.rings_wearers(kind.wearers).to_string(),
        moves: edit.clone().join("move"),
        restore: edit.clone().join("restore"),
        edit,
        up: false,
        down: false,
    }
}

/// `POST /admin/rings/{ring}/move`
pub(in super::super) async fn move_kind(
    cx: Cx,
    permit: Permit<DefineRings>,
    At(at): At<RingPath>,
    Form(form): Form<MoveForm>,
) -> Reply {
    let mut tx = cx.begin().await?;
    let kinds = store::kinds(tx.db()).await?;
    let mut order: Vec<i32> = kinds.iter().filter(|kind| !kind.archived).map(|kind| kind.id).collect();
    if let Some(place) = order.iter().position(|id| *id == at.ring) {
        let other = if form.to == "up" { place.saturating_sub(1) } else { place + 1 };
        if other < order.len() {
            order.swap(place, other);
        }
    }
    verbs::reorder(&mut tx, &permit, &order).await?;
    tx.commit().await?;
    cx.redirect(&urls::kinds())
}

/// `POST /admin/rings/{ring}/archive`
pub(in super::super) async fn archive(cx: Cx, permit: Permit<DefineRings>, At(at): At<RingPath>) -> Reply {
    keep(&cx, &permit, at.ring, true).await?;
    let t = cx.t();
    let undo = urls::kind(at.ring).join("restore");
    cx.flash(Flash::said(t.rings_archived()).with_undo(&undo, t.rings_restore())).await?;
    cx.redirect(&urls::kinds())
}

/// `POST /admin/rings/{ring}/restore`
pub(in super::super) async fn restore(cx: Cx, permit: Permit<DefineRings>, At(at): At<RingPath>) -> Reply {
    keep(&cx, &permit, at.ring, false).await?;
    cx.flash(Flash::said(cx.t().rings_restored())).await?;
    cx.redirect(&urls::kinds())
}

async fn keep(cx: &Cx, permit: &Permit<DefineRings>, ring: i32, archived: bool) -> Result<(), Error> {
    let mut tx = cx.begin().await?;
    verbs::set_archived(&mut tx, permit, ring, archived).await?;
    Ok(tx.commit().await?)
}
