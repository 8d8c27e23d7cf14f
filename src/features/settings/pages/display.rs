//! How pages look: theme, contrast, size of the text, keys. The theme alone is also a button of the shell, and a cookie
//! for visitors.

use askama::Template;
use axum::http::header;
use serde::Deserialize;

use super::settings::profile;
use crate::{
    db::Fact,
    features::{
        accounts::device::cookie,
        settings::{model::Display, store},
    },
    i18n::T,
    kernel::Url,
    ui::{Choice, Page, Place, field::Summary},
    web::{Cx, Error, Form, FormErrors, Reply, flash::Flash, limit::Class},
};

#[derive(Default, Deserialize)]
pub(in super::super) struct DisplayForm {
    #[serde(default)]
    theme: String,
    #[serde(default)]
    contrast: String,
    #[serde(default)]
    text_size: String,
    #[serde(default)]
    shortcuts: bool,
}

#[derive(Template)]
#[template(path = "settings/display.html")]
struct DisplayPage {
    t: T,
    here: &'static str,
    profile: Url,
    summary: Summary,
    theme: Choice,
    contrast: Choice,
    size: Choice,
    shortcuts: bool,
}

impl DisplayPage {
    fn new(cx: &Cx, form: &DisplayForm, errors: &FormErrors) -> Result<Self, Error> {
        let t = cx.t();
        let size = [100, 110, 120, 130]
            .into_iter()
            .fold(Choice::radios("text_size", t.settings_text_size()), |choice, n| {
                choice.option(n, t.settings_percent(n), "")
            });
        Ok(Self {
            t,
            here: "display",
            profile: profile(cx.member()?.id),
            summary: Summary::of(t, errors),
            theme: Choice::radios("theme", t.settings_theme())
                .option("system", t.settings_theme_system(), "")
                .option("light", t.settings_theme_light(), "")
                .option("dark", t.settings_theme_dark(), "")
                .chosen(&form.theme)
                .error(errors.on("theme")),
            contrast: Choice::radios("contrast", t.settings_contrast())
                .option("system", t.settings_contrast_system(), "")
                .option("more", t.settings_contrast_more(), "")
                .chosen(&form.contrast)
                .error(errors.on("contrast")),
            size: size.chosen(&form.text_size).error(errors.on("text_size")),
            shortcuts: form.shortcuts,
        })
    }
}

impl Page for DisplayPage {
    fn title(&self) -> String {
        self.t.settings_display().to_string()
    }

    fn place(&self) -> Place {
        Place::Settings
    }
}

/// `GET /settings/display`
pub(in super::super) async fn show(cx: Cx) -> Reply {
    let me = cx.member()?;
    let form = DisplayForm {
        theme: me.theme.clone(),
        contrast: me.contrast.clone(),
        text_size: me.text_size.to_string(),
        shortcuts: me.shortcuts,
    };
    cx.page(DisplayPage::new(&cx, &form, &FormErrors::new())?).await
}

/// `POST /settings/display`
pub(in super::super) async fn save(cx: Cx, Form(form): Form<DisplayForm>) -> Reply {
    let (t, me) = (cx.t(), cx.member()?);
    cx.app.limits.check(&cx, Class::Touch)?;
    let mut errors = FormErrors::new();
    let theme = ["system", "light", "dark"].into_iter().find(|word| *word == form.theme);
    let contrast = ["system", "more"].into_iter().find(|word| *word == form.contrast);
    let text_size = [100_i16, 110, 120, 130].into_iter().find(|n| n.to_string() == form.text_size);
    for (field, missing) in
        [("theme", theme.is_none()), ("contrast", contrast.is_none()), ("text_size", text_size.is_none())]
    {
        if missing {
            errors.add(field, t.settings_choose());
        }
    }
    let (Some(theme), Some(contrast), Some(text_size)) = (theme, contrast, text_size) else {
        return cx.invalid(DisplayPage::new(&cx, &form, &errors)?).await;
    };
    let mut tx = cx.begin().await?;
    store::set_display(&mut tx, me.id, &Display { theme, contrast, text_size, shortcuts: form.shortcuts })
        .await?;
    tx.record(Fact::SettingsChanged { member: me.id }).await?;
    tx.commit().await?;
    cx.flash(Flash::said(t.settings_saved())).await?;
    cx.redirect(&Url::path("/settings/display"))
}

#[derive(Default, Deserialize)]
pub(in super::super) struct ThemeForm {
    #[serde(default)]
    theme: String,
    #[serde(default)]
    next: String,
}

/// `POST /settings/theme`
pub(in super::super) async fn theme(cx: Cx, Form(form): Form<ThemeForm>) -> Reply {
    cx.app.limits.check(&cx, Class::Touch)?;
    let theme = match form.theme.as_str() {
        "light" => "light",
        "dark" => "dark",
        "auto" | "system" => "system",
        _ => return Err(Error::Malformed),
    };
    let mut response = cx.redirect(&Url::local(&form.next).unwrap_or_else(|| Url::path("/")))?;
    if let Some(me) = cx.me() {
        let mut tx = cx.begin().await?;
        store::set_theme(&mut tx, me.id, theme).await?;
        tx.record(Fact::SettingsChanged { member: me.id }).await?;
        tx.commit().await?;
    } else {
        let year = if theme == "system" { 0 } else { 31_536_000 };
        response.headers_mut().append(header::SET_COOKIE, cookie(&cx.app, "theme", theme, year)?);
    }
    Ok(response)
}
