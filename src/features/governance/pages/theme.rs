//! In which theme a group stands in the list of groups.

use serde::Deserialize;

use crate::{
    authz::{EditGroup, GroupStanding, Permit},
    features::{
        governance::{
            form::{Part, SettingsForm, seen_by},
            urls, verbs,
        },
        groups::{self, refused},
    },
    kernel::Fault,
    ui::Choice,
    web::{Cx, Form, FormErrors, Reply, flash::Flash},
};

/// What was chosen.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct ThemeForm {
    theme: String,
}

async fn page(
    cx: &Cx,
    group: &GroupStanding,
    chosen: &str,
    errors: &FormErrors,
) -> Result<SettingsForm, Fault> {
    let t = cx.t();
    let themes = groups::themes(&mut *cx.db().await?, cx.viewer()).await?;
    let lead = if themes.is_empty() { t.governance_theme_nothing() } else { t.governance_theme_lead() };
    let words = (t.governance_theme_title().to_string(), lead.to_string(), seen_by(t, group.level));
    let choice = themes.iter().fold(
        Choice::select("theme", t.governance_theme()).option("", t.governance_theme_none(), ""),
        |choice, theme| choice.option(theme.id, theme.name.of(cx.locale()), ""),
    );
    let parts = vec![Part::Choice(choice.chosen(chosen).error(errors.on("theme")))];
    SettingsForm::new(cx, group, words, parts, errors, urls::page(&group.slug, "theme")).await
}

/// `GET /groups/{group}/settings/theme`
pub(in super::super) async fn show(cx: Cx, permit: Permit<EditGroup>) -> Reply {
    let group = permit.about();
    let (theme, _) = groups::filed(&mut *cx.db().await?, group.id).await?;
    let chosen = theme.map(|theme| theme.to_string()).unwrap_or_default();
    cx.page(page(&cx, group, &chosen, &FormErrors::new()).await?).await
}

/// `POST /groups/{group}/settings/theme`
pub(in super::super) async fn submit(
    cx: Cx,
    permit: Permit<EditGroup>,
    Form(form): Form<ThemeForm>,
) -> Reply {
    let theme = form.theme.parse().ok();
    let themes = groups::themes(&mut *cx.db().await?, cx.viewer()).await?;
    if !form.theme.is_empty() && !themes.iter().any(|known| Some(known.id) == theme) {
        let mut errors = FormErrors::new();
        errors.add("theme", cx.t().governance_theme_missing());
        return cx.invalid(page(&cx, permit.about(), &form.theme, &errors).await?).await;
    }
    let mut tx = cx.begin().await?;
    verbs::set_theme(&mut tx, &permit, theme).await.map_err(refused)?;
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().groups_said_saved())).await?;
    cx.redirect(&groups::urls::settings(&permit.about().slug))
}
