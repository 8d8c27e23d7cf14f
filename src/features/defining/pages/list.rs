//! All fields of the profile, by section, and the form as members see it.

use askama::Template;
use serde::Deserialize;

use crate::{
    authz::{DefineFields, Permit},
    features::{
        defining::urls,
        fields::{self, Bilingual, Field as Definition, FieldId, FieldInput, Fields, SectionId, verbs},
    },
    i18n::T,
    kernel::{Fault, Line, Url},
    ui::{
        Field, Page, Place,
        admin::{Nav, Tab},
    },
    web::{At, Cx, Error, Form, Reply, flash::Flash},
};

use super::definition::kind_name;

/// `/admin/fields/{field}` and below
#[derive(Deserialize)]
pub(in super::super) struct FieldPath {
    #[serde(deserialize_with = "number")]
    pub(super) field: FieldId,
}

/// `/admin/fields/sections/{section}` and below
#[derive(Deserialize)]
pub(in super::super) struct SectionPath {
    #[serde(deserialize_with = "number")]
    section: SectionId,
}

/// Parameters of addresses are texts.
fn number<'de, D: serde::Deserializer<'de>, I: From<i32>>(from: D) -> Result<I, D::Error> {
    let text = String::deserialize(from)?;
    text.parse::<i32>().map(I::from).map_err(serde::de::Error::custom)
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct NameForm {
    name_fr: String,
    name_en: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct MoveForm {
    to: String,
}

struct Entry {
    label: String,
    kind: String,
    marks: Vec<String>,
    uses: String,
    edit: Url,
    /// Where it is moved, and whether up and down are possible.
    moves: Url,
    up: bool,
    down: bool,
    restore: Url,
}

struct Block {
    name: String,
    fr: String,
    en: String,
    rename: Url,
    moves: Url,
    up: bool,
    down: bool,
    lines: Vec<Entry>,
}

#[derive(Template)]
#[template(path = "defining/list.html")]
struct ListPage {
    t: T,
    nav: Nav,
    blocks: Vec<Block>,
    archived: Vec<Entry>,
    name: [Field; 2],
}

impl Page for ListPage {
    fn title(&self) -> String {
        self.t.fields_admin_title().to_string()
    }

    fn place(&self) -> Place {
        Place::Admin
    }
}

/// `GET /admin/fields`
pub(in super::super) async fn show(cx: Cx, _permit: Permit<DefineFields>) -> Reply {
    let mut db = cx.db().await?;
    let uses = fields::uses(&mut db).await?;
    let fields = fields::all(&mut db).await?;
    drop(db);
    let t = cx.t();
    let count = |field: &Definition| uses.get(&field.id).copied().unwrap_or_default();
    let last = fields.sections.len().saturating_sub(1);
    let mut blocks = Vec::new();
    for (place, section) in fields.sections.iter().enumerate() {
        let within: Vec<&Definition> = fields.active().filter(|field| field.section == section.id).collect();
        let own = Url::path("/admin/fields/sections").join(section.id);
        let line = |(n, field): (usize, &&Definition)| Entry {
            up: n > 0,
            down: n + 1 < within.len(),
            ..line(&cx, field, count(field))
        };
        blocks.push(Block {
            name: section.name.of(cx.locale()).to_owned(),
            fr: section.name.fr.clone(),
            en: section.name.en.clone(),
            moves: own.clone().join("move"),
            rename: own,
            up: place > 0,
            down: place < last,
            lines: within.iter().enumerate().map(line).collect(),
        });
    }
    let archived = fields.fields.iter().filter(|field| field.archived_at.is_some());
    let name = |name, label: String| Field::text(name, label).most(80);
    cx.page(ListPage {
        t,
        nav: Nav::new(cx.t(), &cx.actor(), Tab::Fields),
        blocks,
        archived: archived.map(|field| line(&cx, field, count(field))).collect(),
        name: [
            name("name_fr", t.fields_admin_section_fr().to_string()),
            name("name_en", t.fields_admin_section_en().to_string()),
        ],
    })
    .await
}

fn line(cx: &Cx, field: &Definition, uses: i64) -> Entry {
    let t = cx.t();
    let flags = [
        ("required", field.required),
        ("on_card", field.on_card),
        ("filters", field.filters),
        ("charts", field.charts),
        ("locked", !field.by_member),
    ];
    let mut marks = vec![t.fields_visibility(field.visibility.as_str()).to_string()];
    marks.extend(flags.iter().filter(|(_, on)| *on).map(|(flag, _)| t.fields_mark(*flag).to_string()));
    let edit = urls::field(field.id);
    Entry {
        label: field.label.of(cx.locale()).to_owned(),
        kind: kind_name(t, field.kind),
        marks,
        uses: t.fields_admin_uses(uses).to_string(),
        moves: edit.clone().join("move"),
        restore: edit.clone().join("restore"),
        edit,
        up: false,
        down: false,
    }
}

/// `POST /admin/fields/sections`
pub(in super::super) async fn add_section(
    cx: Cx,
    permit: Permit<DefineFields>,
    Form(form): Form<NameForm>,
) -> Reply {
    if let Some(name) = form.read() {
        let mut tx = cx.begin().await?;
        verbs::add_section(&mut tx, &permit, &name).await?;
        tx.commit().await?;
        cx.flash(Flash::said(cx.t().fields_admin_section_added())).await?;
    } else {
        cx.flash(Flash::said(cx.t().fields_admin_section_unnamed())).await?;
    }
    cx.redirect(&urls::list())
}

/// `POST /admin/fields/sections/{section}`
pub(in super::super) async fn rename_section(
    cx: Cx,
    permit: Permit<DefineFields>,
    At(at): At<SectionPath>,
    Form(form): Form<NameForm>,
) -> Reply {
    if let Some(name) = form.read() {
        let mut tx = cx.begin().await?;
        verbs::rename_section(&mut tx, &permit, at.section, &name).await?;
        tx.commit().await?;
        cx.flash(Flash::said(cx.t().fields_admin_section_renamed())).await?;
    } else {
        cx.flash(Flash::said(cx.t().fields_admin_section_unnamed())).await?;
    }
    cx.redirect(&urls::list())
}

impl NameForm {
    /// The name in both languages; what is missing in English is the French.
    fn read(&self) -> Option<Bilingual> {
        let one = |text: &str| Line::<80>::parse(text).ok().map(|line| line.as_str().to_owned());
        let fr = one(&self.name_fr)?;
        let en = if self.name_en.trim().is_empty() { fr.clone() } else { one(&self.name_en)? };
        Some(Bilingual { fr, en })
    }
}

/// `POST /admin/fields/sections/{section}/move`
pub(in super::super) async fn move_section(
    cx: Cx,
    permit: Permit<DefineFields>,
    At(at): At<SectionPath>,
    Form(form): Form<MoveForm>,
) -> Reply {
    let mut tx = cx.begin().await?;
    let fields = fields::all(tx.db()).await?;
    let order: Vec<SectionId> = fields.sections.iter().map(|section| section.id).collect();
    verbs::reorder_sections(&mut tx, &permit, &moved(order, at.section, &form.to)).await?;
    tx.commit().await?;
    cx.redirect(&urls::list())
}

/// `POST /admin/fields/{field}/move`
pub(in super::super) async fn move_field(
    cx: Cx,
    permit: Permit<DefineFields>,
    At(at): At<FieldPath>,
    Form(form): Form<MoveForm>,
) -> Reply {
    let mut tx = cx.begin().await?;
    let fields = fields::all(tx.db()).await?;
    let Some(section) = fields.get(at.field).map(|field| field.section) else {
        tx.abandon().await?;
        return Err(Error::NotFound);
    };
    let order: Vec<FieldId> =
        fields.active().filter(|field| field.section == section).map(|field| field.id).collect();
    verbs::reorder(&mut tx, &permit, section, &moved(order, at.field, &form.to)).await?;
    tx.commit().await?;
    cx.redirect(&urls::list())
}

/// The order with one a place higher or lower.
fn moved<I: PartialEq>(mut order: Vec<I>, which: I, to: &str) -> Vec<I> {
    if let Some(place) = order.iter().position(|id| *id == which) {
        let other = if to == "up" { place.saturating_sub(1) } else { place + 1 };
        if other < order.len() {
            order.swap(place, other);
        }
    }
    order
}

#[derive(Template)]
#[template(path = "defining/preview.html")]
struct PreviewPage {
    t: T,
    sections: Vec<(String, Vec<FieldInput>)>,
}

impl Page for PreviewPage {
    fn title(&self) -> String {
        self.t.fields_admin_preview().to_string()
    }

    fn place(&self) -> Place {
        Place::Admin
    }
}

/// `GET /admin/fields/preview`
pub(in super::super) async fn preview(cx: Cx, _permit: Permit<DefineFields>) -> Reply {
    let fields: Fields = fields::all(&mut *cx.db().await?).await?;
    let (t, locale) = (cx.t(), cx.locale());
    let inputs = |fields: Vec<&Definition>| {
        fields
            .into_iter()
            .filter(|field| field.by_member)
            .map(|field| FieldInput::of_value(t, locale, field, None, None))
            .collect()
    };
    let sections = fields
        .by_section()
        .map(|(section, fields)| (section.name.of(locale).to_owned(), inputs(fields)))
        .collect();
    cx.page(PreviewPage { t, sections }).await
}

/// `POST /admin/fields/{field}/archive`
pub(in super::super) async fn archive(cx: Cx, permit: Permit<DefineFields>, At(at): At<FieldPath>) -> Reply {
    keep(&cx, &permit, at.field, false).await?;
    let undo = urls::field(at.field).join("restore");
    cx.flash(Flash::said(cx.t().fields_admin_archived()).with_undo(&undo, cx.t().fields_admin_restore()))
        .await?;
    cx.redirect(&urls::list())
}

/// `POST /admin/fields/{field}/restore`
pub(in super::super) async fn restore(cx: Cx, permit: Permit<DefineFields>, At(at): At<FieldPath>) -> Reply {
    keep(&cx, &permit, at.field, true).await?;
    cx.flash(Flash::said(cx.t().fields_admin_restored())).await?;
    cx.redirect(&urls::list())
}

async fn keep(cx: &Cx, permit: &Permit<DefineFields>, field: FieldId, used: bool) -> Result<(), Fault> {
    let mut tx = cx.begin().await?;
    if used {
        verbs::restore(&mut tx, permit, field).await?;
    } else {
        verbs::archive(&mut tx, permit, field).await?;
    }
    tx.commit().await
}
