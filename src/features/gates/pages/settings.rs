//! What people meet who arrive, for those who look after people.

use askama::Template;
use serde::Deserialize;

use crate::{
    authz::{Permit, SetGates},
    features::gates::{model::Settings, store, verbs},
    i18n::T,
    kernel::{Body, TextError, markup},
    ui::{
        Choice, Field, Page, Place,
        admin::{Nav, Tab},
        field::Summary,
    },
    web::{Cx, Form, FormErrors, Reply, flash::Flash, form::words},
};

/// What was typed and chosen.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct SettingsForm {
    welcome_fr: String,
    welcome_en: String,
    introduction: Vec<String>,
}

#[derive(Template)]
#[template(path = "gates/settings.html")]
struct SettingsPage {
    t: T,
    nav: Nav,
    summary: Summary,
    welcome: [Field; 2],
    introduction: Choice,
}

impl Page for SettingsPage {
    fn title(&self) -> String {
        self.t.gates_admin_title().to_string()
    }

    fn place(&self) -> Place {
        Place::Admin
    }
}

fn page(cx: &Cx, form: &SettingsForm, errors: &FormErrors) -> SettingsPage {
    let t = cx.t();
    SettingsPage {
        t,
        nav: Nav::new(cx.t(), &cx.actor(), Tab::Welcome),
        summary: Summary::of(t, errors),
        welcome: [
            Field::area("welcome_fr", t.gates_admin_welcome_fr(), 6)
                .hint(t.gates_admin_welcome_hint())
                .optional(t.form_optional())
                .value(&form.welcome_fr)
                .error(errors.on("welcome_fr")),
            Field::area("welcome_en", t.gates_admin_welcome_en(), 6)
                .hint(t.fields_admin_english_hint())
                .optional(t.form_optional())
                .value(&form.welcome_en)
                .error(errors.on("welcome_en")),
        ],
        introduction: Choice::checks("introduction", t.gates_admin_introduction())
            .option("ask", t.gates_admin_introduction_ask(), t.gates_admin_introduction_hint())
            .all_chosen(form.introduction.clone()),
    }
}

impl SettingsForm {
    /// The words as written and as shown, or what is wrong with them.
    fn parse(&self, t: T) -> Result<Settings, FormErrors> {
        let mut errors = FormErrors::new();
        let mut one = |field: &'static str, text: &str, tag: &str| {
            let text = match Body::<4000>::parse(text) {
                Ok(body) => body.as_str().to_owned(),
                Err(TextError::Empty) => return (String::new(), String::new()),
                Err(error) => {
                    errors.add(field, words(t, error));
                    return (String::new(), String::new());
                }
            };
            if markup::check(&text).is_err() {
                errors.add(field, t.form_malformed());
                return (text, String::new());
            }
            let html = markup::render(&text, tag, &[]).html.as_str().to_owned();
            (text, html)
        };
        let (welcome_fr, html_fr) = one("welcome_fr", &self.welcome_fr, "fr");
        let (welcome_en, html_en) = one("welcome_en", &self.welcome_en, "en");
        if welcome_fr.is_empty() && !welcome_en.is_empty() {
            errors.add("welcome_fr", t.form_empty());
        }
        let introduction = self.introduction.iter().any(|word| word == "ask");
        if errors.is_empty() {
            Ok(Settings { welcome_fr, welcome_en, html_fr, html_en, introduction })
        } else {
            Err(errors)
        }
    }
}

/// `GET /admin/welcome`
pub(in super::super) async fn show(cx: Cx, _permit: Permit<SetGates>) -> Reply {
    let now = store::settings(&mut *cx.db().await?).await?;
    let form = SettingsForm {
        welcome_fr: now.welcome_fr,
        welcome_en: now.welcome_en,
        introduction: now.introduction.then(|| "ask".to_owned()).into_iter().collect(),
    };
    cx.page(page(&cx, &form, &FormErrors::new())).await
}

/// `POST /admin/welcome`
pub(in super::super) async fn submit(
    cx: Cx,
    permit: Permit<SetGates>,
    Form(form): Form<SettingsForm>,
) -> Reply {
    let new = match form.parse(cx.t()) {
        Ok(new) => new,
        Err(errors) => return cx.invalid(page(&cx, &form, &errors)).await,
    };
    let mut tx = cx.begin().await?;
    verbs::set(&mut tx, &permit, &new).await?;
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().gates_admin_saved())).await?;
    cx.redirect(&crate::kernel::Url::path("/admin/welcome"))
}
