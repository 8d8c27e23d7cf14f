//! The labels of a group or of the platform, for those who keep them: make, rename, colour, merge, take out of use.

use askama::{Template, filters::HtmlSafe};
use serde::Deserialize;

use crate::{
    authz::{AdministerGroups, ManageGroup, Permit},
    features::{
        groups,
        labels::{
            model::{Keeper, Kept, LabelForm, LabelRefused, MOST_NAME},
            store, urls, verbs,
        },
    },
    i18n::T,
    kernel::{Failure, LabelId, Url},
    ui::{
        Choice, Field, Page, Place,
        admin::{Nav, Tab},
        field::Summary,
        links,
    },
    web::{Cx, Error, Form, FormErrors, Reply, flash::Flash, form::Query, limit::Class},
};

#[derive(Template)]
#[template(path = "labels/keep.html")]
struct KeepPage {
    t: T,
    /// The group that the labels are of, and the way back to its settings.
    group: Option<(String, Url)>,
    /// The tabs of the administration, where they are the platform's.
    nav: Option<Nav>,
    place: Place,
    here: Url,
    labels: Vec<Kept>,
    archived: Vec<Kept>,
    /// The label that is being changed.
    editing: Option<Editing>,
    summary: Summary,
    name: Field,
    hue: Hues,
}

/// The hues to choose among, each as a label would look in it.
#[derive(Template)]
#[template(path = "labels/hues.html")]
struct Hues {
    t: T,
    chosen: String,
    error: Option<String>,
}

impl HtmlSafe for Hues {}

/// A label that is being changed, and those it can be merged into.
struct Editing {
    id: LabelId,
    name: String,
    uses: i64,
    into: Option<Choice>,
}

impl Page for KeepPage {
    fn title(&self) -> String {
        self.t.labels_title().to_string()
    }

    fn place(&self) -> Place {
        self.place.clone()
    }
}

/// Which label is being changed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct Chosen {
    edit: String,
}

fn here(keeper: Keeper<'_>) -> Url {
    match keeper {
        Keeper::Group(permit) => urls::of_group(&permit.about().slug),
        Keeper::Platform(_) => urls::of_platform(),
    }
}

impl Editing {
    fn new(t: T, label: &Kept, others: &[Kept]) -> Self {
        let into = Choice::select("into", t.labels_merge_into()).option("", t.labels_merge_choose(), "");
        let others: Vec<&Kept> = others.iter().filter(|other| other.id != label.id).collect();
        let into = others.iter().fold(into, |into, other| into.option(other.id, &other.name, ""));
        let into = (!others.is_empty()).then_some(into);
        Self { id: label.id, name: label.name.clone(), uses: label.uses, into }
    }
}

async fn page(cx: &Cx, keeper: Keeper<'_>, form: &LabelForm, errors: &FormErrors) -> Result<KeepPage, Error> {
    let t = cx.t();
    let (group, nav, place) = match keeper {
        Keeper::Group(permit) => {
            let name = groups::face(cx, permit.about()).await?.name;
            let slug = &permit.about().slug;
            (Some((name, groups::urls::settings(slug))), None, Place::Group(slug.clone()))
        }
        Keeper::Platform(_) => (None, Some(Nav::new(t, &cx.actor(), Tab::Groups)), Place::Admin),
    };
    let labels = store::kept(&mut *cx.db().await?, keeper.group()).await?;
    let (archived, labels): (Vec<Kept>, Vec<Kept>) = labels.into_iter().partition(|label| label.archived);
    let editing = labels.iter().find(|label| Some(label.id) == form.label());
    // Opened without anything typed, the form shows the label as it is.
    let untouched = form.act.is_empty();
    let (name, hue) = match editing.filter(|_| untouched) {
        Some(label) => (label.name.as_str(), label.hue.as_str()),
        None => (form.name.as_str(), if untouched { "estuaire" } else { form.hue.as_str() }),
    };
    Ok(KeepPage {
        t,
        group,
        nav,
        place,
        here: here(keeper),
        editing: editing.map(|label| Editing::new(t, label, &labels)),
        summary: Summary::of(t, errors),
        name: Field::text("name", t.labels_name())
            .hint(t.labels_name_hint())
            .value(name)
            .most(MOST_NAME)
            .error(errors.on("name")),
        hue: Hues { t, chosen: hue.to_owned(), error: errors.on("hue").map(str::to_owned) },
        labels,
        archived,
    })
}

/// Makes a label, or changes one.
async fn save(cx: &Cx, keeper: Keeper<'_>, form: LabelForm) -> Reply {
    let t = cx.t();
    let mut errors = FormErrors::new();
    let Some(looks) = form.parse(t, &mut errors) else {
        return cx.invalid(page(cx, keeper, &form, &errors).await?).await;
    };
    let mut tx = cx.begin().await?;
    let done = match form.label() {
        Some(label) => verbs::change(&mut tx, keeper, label, &looks).await,
        None => verbs::define(&mut tx, keeper, &looks).await.map(|_| ()),
    };
    match done {
        Ok(()) => tx.commit().await?,
        Err(Failure::Fault(fault)) => return Err(fault.into()),
        Err(Failure::Refused(no)) => {
            tx.abandon().await?;
            let why = match no {
                LabelRefused::Gone => return Err(Error::NotFound),
                LabelRefused::Taken => t.labels_name_taken(),
                LabelRefused::TooMany => t.labels_too_many(),
            };
            errors.add("name", why);
            return cx.invalid(page(cx, keeper, &form, &errors).await?).await;
        }
    }
    cx.flash(Flash::said(t.labels_saved())).await?;
    cx.redirect(&here(keeper))
}

async fn submit(cx: &Cx, keeper: Keeper<'_>, form: LabelForm) -> Reply {
    cx.app.limits.check(cx, Class::Write)?;
    let t = cx.t();
    if form.act == "save" {
        return save(cx, keeper, form).await;
    }
    let label = form.label().ok_or(Error::NotFound)?;
    let mut tx = cx.begin().await?;
    let said = match form.act.as_str() {
        "archive" => {
            verbs::archive(&mut tx, keeper, label).await?;
            t.labels_archived()
        }
        "restore" => {
            verbs::restore(&mut tx, keeper, label).await?;
            t.labels_restored()
        }
        "delete" => {
            verbs::delete(&mut tx, keeper, label).await?;
            t.labels_deleted()
        }
        "merge" => {
            let into = form.into.parse().ok();
            let done = match into {
                Some(into) => verbs::merge(&mut tx, keeper, label, into).await?,
                None => false,
            };
            if !done {
                tx.abandon().await?;
                let mut errors = FormErrors::new();
                errors.add("into", t.labels_merge_missing());
                let form = LabelForm { id: form.id, ..LabelForm::default() };
                return cx.invalid(page(cx, keeper, &form, &errors).await?).await;
            }
            t.labels_merged()
        }
        _ => {
            tx.abandon().await?;
            return Err(Error::Malformed);
        }
    };
    tx.commit().await?;
    cx.flash(Flash::said(said)).await?;
    cx.redirect(&here(keeper))
}

async fn shown(cx: &Cx, keeper: Keeper<'_>, chosen: Chosen) -> Reply {
    let form = LabelForm { id: chosen.edit, ..LabelForm::default() };
    cx.page(page(cx, keeper, &form, &FormErrors::new()).await?).await
}

/// `GET /groups/{group}/settings/labels`
pub(in super::super) async fn show_in(
    cx: Cx,
    permit: Permit<ManageGroup>,
    Query(chosen): Query<Chosen>,
) -> Reply {
    shown(&cx, Keeper::Group(&permit), chosen).await
}

/// `POST /groups/{group}/settings/labels`
pub(in super::super) async fn change_in(
    cx: Cx,
    permit: Permit<ManageGroup>,
    Form(form): Form<LabelForm>,
) -> Reply {
    submit(&cx, Keeper::Group(&permit), form).await
}

/// `GET /admin/labels`
pub(in super::super) async fn show(
    cx: Cx,
    permit: Permit<AdministerGroups>,
    Query(chosen): Query<Chosen>,
) -> Reply {
    shown(&cx, Keeper::Platform(&permit), chosen).await
}

/// `POST /admin/labels`
pub(in super::super) async fn change(
    cx: Cx,
    permit: Permit<AdministerGroups>,
    Form(form): Form<LabelForm>,
) -> Reply {
    submit(&cx, Keeper::Platform(&permit), form).await
}
