//! A new kind of ring, and one there is.

use askama::Template;
use serde::Deserialize;

use super::{Mark, kinds::RingPath};
use crate::{
    authz::{DefineRings, Permit},
    features::{
        fields::Bilingual,
        rings::{
            model::{HUES, Kind, NewKind, PATTERNS, Scope},
            store, urls, verbs,
        },
    },
    i18n::{Locale, T},
    kernel::{Line, TextError, Url},
    ui::{Choice, Field, Page, Place, Ring, field::Summary},
    web::{At, Cx, Error, Form, FormErrors, Reply, flash::Flash, form::words},
};

/// What was typed and chosen.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct KindForm {
    label_fr: String,
    label_en: String,
    meaning_fr: String,
    meaning_en: String,
    hue: String,
    pattern: String,
    scope: String,
    /// `preview` shows the ring without keeping it.
    act: String,
}

impl KindForm {
    fn of(kind: &Kind) -> Self {
        Self {
            label_fr: kind.label.fr.clone(),
            label_en: kind.label.en.clone(),
            meaning_fr: kind.meaning.fr.clone(),
            meaning_en: kind.meaning.en.clone(),
            hue: kind.hue.clone(),
            pattern: kind.pattern.clone(),
            scope: kind.scope.as_str().to_owned(),
            act: String::new(),
        }
    }

    /// What was chosen, or what is wrong with it. What is missing in English is the French.
    fn parse(&self, t: T, errors: &mut FormErrors) -> Option<NewKind> {
        let mut one =
            |field: &'static str, text: &str, most: usize, must: bool| match Line::<200>::parse(text) {
                Ok(line) if line.as_str().chars().count() <= most => line.as_str().to_owned(),
                Ok(_) => {
                    errors.add(field, words(t, TextError::TooLong { most }));
                    String::new()
                }
                Err(TextError::Empty) if !must => String::new(),
                Err(error) => {
                    errors.add(field, words(t, error));
                    String::new()
                }
            };
        let mut label = Bilingual {
            fr: one("label_fr", &self.label_fr, 40, true),
            en: one("label_en", &self.label_en, 40, false),
        };
        let mut meaning = Bilingual {
            fr: one("meaning_fr", &self.meaning_fr, 200, false),
            en: one("meaning_en", &self.meaning_en, 200, false),
        };
        for both in [&mut label, &mut meaning] {
            if both.en.is_empty() {
                both.en.clone_from(&both.fr);
            }
        }
        let scope = Scope::parse(&self.scope);
        if scope.is_none() {
            errors.add("scope", t.rings_scope_missing());
        }
        if !HUES.contains(&self.hue.as_str()) {
            errors.add("hue", t.rings_hue_missing());
        }
        if !PATTERNS.contains(&self.pattern.as_str()) {
            errors.add("pattern", t.rings_pattern_missing());
        }
        let scope = scope.filter(|_| errors.is_empty())?;
        Some(NewKind { label, meaning, hue: self.hue.clone(), pattern: self.pattern.clone(), scope })
    }
}

#[derive(Template)]
#[template(path = "rings/kind.html")]
struct KindPage {
    t: T,
    title: String,
    summary: Summary,
    preview: Option<(Mark, String)>,
    label: [Field; 2],
    meaning: [Field; 2],
    hue: Choice,
    pattern: Choice,
    scope: Option<Choice>,
    scope_said: String,
    action: Url,
    back: Url,
    archive: Option<Url>,
}

impl Page for KindPage {
    fn title(&self) -> String {
        self.title.clone()
    }

    fn place(&self) -> Place {
        Place::Admin
    }
}

fn page(cx: &Cx, known: Option<&Kind>, form: &KindForm, errors: &FormErrors) -> KindPage {
    let t = cx.t();
    let line = |name: &'static str, label: String, value: &str| {
        Field::text(name, label).value(value).error(errors.on(name))
    };
    let optional = t.form_optional();
    let hues = HUES.iter().fold(Choice::select("hue", t.rings_hue()), |choice, hue| {
        choice.option(hue, t.rings_hue_name(*hue), "")
    });
    let patterns = PATTERNS.iter().fold(Choice::select("pattern", t.rings_pattern()), |choice, pattern| {
        choice.option(pattern, t.rings_pattern_name(*pattern), "")
    });
    let scopes = Scope::ALL.iter().fold(Choice::radios("scope", t.rings_scope_choice()), |choice, scope| {
        choice.option(scope.as_str(), t.rings_scope(scope.as_str()), t.rings_scope_hint(scope.as_str()))
    });
    let action = known.map_or_else(|| urls::kinds().join("new"), |kind| urls::kind(kind.id));
    let drawn = HUES.contains(&form.hue.as_str()) && PATTERNS.contains(&form.pattern.as_str());
    let label =
        if cx.locale() == Locale::En && !form.label_en.is_empty() { &form.label_en } else { &form.label_fr };
    let ring = Ring { id: 0, hue: form.hue.clone(), pattern: form.pattern.clone(), label: label.clone() };
    KindPage {
        t,
        title: known.map_or_else(|| t.rings_new().to_string(), |kind| kind.label.of(cx.locale()).to_owned()),
        summary: Summary::of(t, errors),
        preview: drawn.then(|| (Mark { ring }, label.clone())),
        label: [
            line("label_fr", t.rings_label_fr().to_string(), &form.label_fr)
                .hint(t.rings_label_hint())
                .most(40),
            line("label_en", t.rings_label_en().to_string(), &form.label_en)
                .hint(t.fields_admin_english_hint())
                .optional(&optional)
                .most(40),
        ],
        meaning: [
            line("meaning_fr", t.rings_meaning_fr().to_string(), &form.meaning_fr)
                .hint(t.rings_meaning_hint())
                .optional(&optional)
                .most(200),
            line("meaning_en", t.rings_meaning_en().to_string(), &form.meaning_en)
                .optional(&optional)
                .most(200),
        ],
        hue: hues.chosen(&form.hue).hint(t.rings_hue_hint()).error(errors.on("hue")),
        pattern: patterns.chosen(&form.pattern).hint(t.rings_pattern_hint()).error(errors.on("pattern")),
        scope: known.is_none().then(|| scopes.chosen(&form.scope).error(errors.on("scope"))),
        scope_said: known.map(|kind| t.rings_scope_hint(kind.scope.as_str()).to_string()).unwrap_or_default(),
        archive: known.filter(|kind| !kind.archived).map(|_| action.clone().join("archive")),
        action,
        back: urls::kinds(),
    }
}

async fn known(cx: &Cx, ring: i32) -> Result<Kind, Error> {
    let kinds = store::kinds(&mut *cx.db().await?).await?;
    kinds.into_iter().find(|kind| kind.id == ring).ok_or(Error::NotFound)
}

/// `GET /admin/rings/new`
pub(in super::super) async fn fresh(cx: Cx, _permit: Permit<DefineRings>) -> Reply {
    let form = KindForm {
        hue: "estuaire".to_owned(),
        pattern: "solid".to_owned(),
        scope: Scope::Platform.as_str().to_owned(),
        ..KindForm::default()
    };
    cx.page(page(&cx, None, &form, &FormErrors::new())).await
}

/// `POST /admin/rings/new`
pub(in super::super) async fn create(
    cx: Cx,
    permit: Permit<DefineRings>,
    Form(form): Form<KindForm>,
) -> Reply {
    submit(&cx, &permit, None, form).await
}

/// `GET /admin/rings/{ring}`
pub(in super::super) async fn show(cx: Cx, _permit: Permit<DefineRings>, At(at): At<RingPath>) -> Reply {
    let kind = known(&cx, at.ring).await?;
    cx.page(page(&cx, Some(&kind), &KindForm::of(&kind), &FormErrors::new())).await
}

/// `POST /admin/rings/{ring}`
pub(in super::super) async fn change(
    cx: Cx,
    permit: Permit<DefineRings>,
    At(at): At<RingPath>,
    Form(form): Form<KindForm>,
) -> Reply {
    let kind = known(&cx, at.ring).await?;
    submit(&cx, &permit, Some(kind), form).await
}

async fn submit(cx: &Cx, permit: &Permit<DefineRings>, at: Option<Kind>, mut form: KindForm) -> Reply {
    if let Some(kind) = &at {
        // Who gives a ring there is stays, whatever is sent.
        kind.scope.as_str().clone_into(&mut form.scope);
    }
    let mut errors = FormErrors::new();
    let Some(new) = form.parse(cx.t(), &mut errors) else {
        return cx.invalid(page(cx, at.as_ref(), &form, &errors)).await;
    };
    if form.act == "preview" {
        return cx.page(page(cx, at.as_ref(), &form, &errors)).await;
    }
    let mut tx = cx.begin().await?;
    match &at {
        None => drop(verbs::define(&mut tx, permit, &new).await?),
        Some(kind) => verbs::change(&mut tx, permit, kind.id, &new).await?,
    }
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().rings_saved())).await?;
    cx.redirect(&urls::kinds())
}
