//! The themes of groups, for those who administer groups.

use askama::Template;
use serde::Deserialize;

use crate::{
    authz::{AdministerGroups, Permit},
    features::{
        fields::Bilingual,
        groups,
        oversight::{themes, urls},
    },
    i18n::T,
    kernel::{Line, Url},
    ui::{Field, Page, Place, field::Summary},
    web::{At, Cx, Form, FormErrors, Reply, flash::Flash},
};

/// `/admin/themes/{theme}` and below
#[derive(Deserialize)]
pub(in super::super) struct ThemePath {
    #[serde(deserialize_with = "number")]
    theme: i32,
}

/// Parameters of addresses are texts.
fn number<'de, D: serde::Deserializer<'de>>(from: D) -> Result<i32, D::Error> {
    String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
}

/// What was typed, or which way to move.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct ThemeForm {
    name_fr: String,
    name_en: String,
    to: String,
}

impl ThemeForm {
    /// The name in both languages; what is missing in English is the French.
    fn parse(&self, t: T, errors: &mut FormErrors) -> Option<Bilingual> {
        let fr = errors.take(t, "name_fr", Line::<60>::parse(&self.name_fr))?;
        let fr = fr.as_str().to_owned();
        if self.name_en.trim().is_empty() {
            return Some(Bilingual { en: fr.clone(), fr });
        }
        let en = errors.take(t, "name_en", Line::<60>::parse(&self.name_en))?;
        Some(Bilingual { fr, en: en.as_str().to_owned() })
    }
}

struct Row {
    label: String,
    name: Bilingual,
    groups: i64,
    url: Url,
    up: bool,
    down: bool,
}

#[derive(Template)]
#[template(path = "oversight/themes.html")]
struct ThemesPage {
    t: T,
    lines: Vec<Row>,
    summary: Summary,
    name: [Field; 2],
    here: Url,
    list: Url,
}

impl Page for ThemesPage {
    fn title(&self) -> String {
        self.t.oversight_themes_title().to_string()
    }

    fn place(&self) -> Place {
        Place::Admin
    }
}

async fn page(cx: &Cx, form: &ThemeForm, errors: &FormErrors) -> Result<ThemesPage, crate::kernel::Fault> {
    let t = cx.t();
    let themes = groups::themes(&mut *cx.db().await?, cx.viewer()).await?;
    let last = themes.len().saturating_sub(1);
    let row = |(place, theme): (usize, groups::Theme)| Row {
        label: theme.name.of(cx.locale()).to_owned(),
        name: theme.name,
        groups: theme.groups,
        url: urls::themes().join(theme.id),
        up: place > 0,
        down: place < last,
    };
    Ok(ThemesPage {
        t,
        lines: themes.into_iter().enumerate().map(row).collect(),
        summary: Summary::of(t, errors),
        name: [
            Field::text("name_fr", t.oversight_theme_fr())
                .value(&form.name_fr)
                .most(60)
                .error(errors.on("name_fr")),
            Field::text("name_en", t.oversight_theme_en())
                .hint(t.fields_admin_english_hint())
                .optional(t.form_optional())
                .value(&form.name_en)
                .most(60)
                .error(errors.on("name_en")),
        ],
        here: urls::themes(),
        list: urls::list(),
    })
}

/// `GET /admin/themes`
pub(in super::super) async fn show(cx: Cx, _permit: Permit<AdministerGroups>) -> Reply {
    cx.page(page(&cx, &ThemeForm::default(), &FormErrors::new()).await?).await
}

/// `POST /admin/themes`
pub(in super::super) async fn add(
    cx: Cx,
    permit: Permit<AdministerGroups>,
    Form(form): Form<ThemeForm>,
) -> Reply {
    let mut errors = FormErrors::new();
    let Some(name) = form.parse(cx.t(), &mut errors) else {
        return cx.invalid(page(&cx, &form, &errors).await?).await;
    };
    let mut tx = cx.begin().await?;
    themes::add(&mut tx, &permit, &name).await?;
    tx.commit().await?;
    done(&cx).await
}

/// `POST /admin/themes/{theme}`
pub(in super::super) async fn rename(
    cx: Cx,
    permit: Permit<AdministerGroups>,
    At(at): At<ThemePath>,
    Form(form): Form<ThemeForm>,
) -> Reply {
    let mut errors = FormErrors::new();
    let Some(name) = form.parse(cx.t(), &mut errors) else {
        return cx.invalid(page(&cx, &form, &errors).await?).await;
    };
    let mut tx = cx.begin().await?;
    themes::rename(&mut tx, &permit, at.theme, &name).await?;
    tx.commit().await?;
    done(&cx).await
}

/// `POST /admin/themes/{theme}/move`
pub(in super::super) async fn move_theme(
    cx: Cx,
    permit: Permit<AdministerGroups>,
    At(at): At<ThemePath>,
    Form(form): Form<ThemeForm>,
) -> Reply {
    let mut tx = cx.begin().await?;
    let all = groups::themes(tx.db(), cx.viewer()).await?;
    let mut order: Vec<i32> = all.iter().map(|theme| theme.id).collect();
    if let Some(place) = order.iter().position(|id| *id == at.theme) {
        let other = if form.to == "up" { place.saturating_sub(1) } else { place + 1 };
        if other < order.len() {
            order.swap(place, other);
        }
    }
    themes::reorder(&mut tx, &permit, &order).await?;
    tx.commit().await?;
    cx.redirect(&urls::themes())
}

/// `POST /admin/themes/{theme}/removal`
pub(in super::super) async fn remove(
    cx: Cx,
    permit: Permit<AdministerGroups>,
    At(at): At<ThemePath>,
) -> Reply {
    let mut tx = cx.begin().await?;
    themes::remove(&mut tx, &permit, at.theme).await?;
    tx.commit().await?;
    done(&cx).await
}

async fn done(cx: &Cx) -> Reply {
    cx.flash(Flash::said(cx.t().groups_said_saved())).await?;
    cx.redirect(&urls::themes())
}
