//! Where a group stands in the list of groups: its theme, and its place.

use askama::{Template, filters::HtmlSafe};
use serde::Deserialize;

use crate::{
    authz::{FileGroup, Permit},
    features::{
        groups,
        oversight::{themes, urls},
    },
    i18n::T,
    kernel::{Fault, GroupId, Url},
    ui::{Choice, Field},
    web::{Cx, Form, FormErrors, Reply, flash::Flash},
};

/// The last place that can be given.
const LAST: i32 = 999;

/// What was chosen and typed.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct FilingForm {
    theme: String,
    place: String,
}

/// The form, on the page of the group.
#[derive(Template)]
#[template(path = "oversight/filing.html")]
pub(super) struct Filing {
    t: T,
    theme: Choice,
    place: Field,
    here: Url,
    themes: Url,
}

impl HtmlSafe for Filing {}

impl Filing {
    /// As the group stands.
    pub(super) async fn load(cx: &Cx, group: GroupId) -> Result<Self, Fault> {
        let (theme, place) = groups::filed(&mut *cx.db().await?, group).await?;
        let text = |number: Option<i32>| number.map(|number| number.to_string()).unwrap_or_default();
        Self::new(cx, group, &FilingForm { theme: text(theme), place: text(place) }, &FormErrors::new()).await
    }

    async fn new(cx: &Cx, group: GroupId, form: &FilingForm, errors: &FormErrors) -> Result<Self, Fault> {
        let t = cx.t();
        let themes = groups::themes(&mut *cx.db().await?, cx.viewer()).await?;
        let choice = themes.iter().fold(
            Choice::select("theme", t.governance_theme()).option("", t.governance_theme_none(), ""),
            |choice, theme| choice.option(theme.id, theme.name.of(cx.locale()), ""),
        );
        Ok(Self {
            t,
            theme: choice.chosen(&form.theme).error(errors.on("theme")),
            place: Field::text("place", t.oversight_place())
                .hint(t.oversight_place_hint())
                .optional(t.form_optional())
                .value(&form.place)
                .most(3)
                .error(errors.on("place")),
            here: urls::group(group),
            themes: urls::themes(),
        })
    }
}

/// `POST /admin/groups/{group}/filing`
pub(in super::super) async fn file(cx: Cx, permit: Permit<FileGroup>, Form(form): Form<FilingForm>) -> Reply {
    let (t, group) = (cx.t(), permit.about().id);
    let mut errors = FormErrors::new();
    let themes = groups::themes(&mut *cx.db().await?, cx.viewer()).await?;
    let theme = form.theme.parse().ok();
    if !form.theme.is_empty() && !themes.iter().any(|known| Some(known.id) == theme) {
        errors.add("theme", t.governance_theme_missing());
    }
    let place = form.place.trim();
    let number = place.parse::<i32>().ok().filter(|place| (1..=LAST).contains(place));
    if !place.is_empty() && number.is_none() {
        errors.add("place", t.oversight_place_wrong());
    }
    if !errors.is_empty() {
        let filing = Filing::new(&cx, group, &form, &errors).await?;
        return super::group::filed_wrong(&cx, permit.about(), filing, &errors).await;
    }
    let mut tx = cx.begin().await?;
    themes::file(&mut tx, &permit, theme, number).await?;
    tx.commit().await?;
    cx.flash(Flash::said(t.groups_said_saved())).await?;
    cx.redirect(&urls::group(group))
}
