//! The templates of a group, for those who keep them: make, change, throw away.

use askama::Template;
use serde::Deserialize;

use crate::{
    authz::{ManageGroup, Permit},
    features::{
        drafts::MOST_TITLE,
        groups,
        post_templates::{
            model::{Kept, MOST_NAME, TemplateForm, TemplateRefused},
            store, urls, verbs,
        },
    },
    i18n::T,
    kernel::{Failure, Url, markup::MAX_CHARS},
    ui::{Field, Page, Place, field::Summary},
    web::{Cx, Error, Form, FormErrors, Reply, flash::Flash, form::Query, limit::Class},
};

/// `/groups/{group}/settings/templates`
#[derive(Template)]
#[template(path = "post_templates/keep.html")]
struct KeepPage {
    t: T,
    group: String,
    slug: String,
    settings: Url,
    here: Url,
    templates: Vec<Kept>,
    /// The template that is being changed.
    editing: Option<Kept>,
    summary: Summary,
    fields: [Field; 3],
}

impl Page for KeepPage {
    fn title(&self) -> String {
        self.t.templates_title().to_string()
    }

    fn place(&self) -> Place {
        Place::Group(self.slug.clone())
    }
}

/// Which template is being changed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct Chosen {
    edit: String,
}

async fn page(
    cx: &Cx,
    permit: &Permit<ManageGroup>,
    form: &TemplateForm,
    errors: &FormErrors,
) -> Result<KeepPage, Error> {
    let (t, group) = (cx.t(), permit.about());
    let name = groups::face(cx, group).await?.name;
    let templates = store::kept(&mut *cx.db().await?, group.id).await?;
    let editing = templates.iter().find(|template| Some(template.id) == form.template()).cloned();
    // Opened without anything typed, the form shows the template as it is.
    let shown = match editing.as_ref().filter(|_| form.act.is_empty()) {
        Some(template) => [&template.name, &template.title, &template.body],
        None => [&form.name, &form.title, &form.body],
    };
    let [called, title, body] = shown;
    Ok(KeepPage {
        t,
        group: name,
        slug: group.slug.clone(),
        settings: groups::urls::settings(&group.slug),
        here: urls::of_group(&group.slug),
        summary: Summary::of(t, errors),
        fields: [
            Field::text("name", t.templates_name())
                .hint(t.templates_name_hint())
                .value(called)
                .most(MOST_NAME)
                .error(errors.on("name")),
            Field::text("title", t.templates_post_title())
                .optional(t.templates_optional())
                .value(title)
                .most(MOST_TITLE)
                .error(errors.on("title")),
            Field::rich(t, "body", t.templates_body(), 8)
                .hint(t.templates_body_hint())
                .value(body)
                .most(MAX_CHARS)
                .error(errors.on("body")),
        ],
        editing,
        templates,
    })
}

/// Makes a template, or changes one.
async fn save(cx: &Cx, permit: &Permit<ManageGroup>, form: TemplateForm) -> Reply {
    let t = cx.t();
    let mut errors = FormErrors::new();
    let Some(wording) = form.parse(t, &mut errors) else {
        return cx.invalid(page(cx, permit, &form, &errors).await?).await;
    };
    let mut tx = cx.begin().await?;
    let done = match form.template() {
        Some(template) => verbs::change(&mut tx, permit, template, &wording).await,
        None => verbs::define(&mut tx, permit, &wording).await.map(|_| ()),
    };
    match done {
        Ok(()) => tx.commit().await?,
        Err(Failure::Fault(fault)) => return Err(fault.into()),
        Err(Failure::Refused(no)) => {
            tx.abandon().await?;
            let why = match no {
                TemplateRefused::Gone => return Err(Error::NotFound),
                TemplateRefused::Taken => t.templates_taken(),
                TemplateRefused::TooMany => t.templates_too_many(),
            };
            errors.add("name", why);
            return cx.invalid(page(cx, permit, &form, &errors).await?).await;
        }
    }
    cx.flash(Flash::said(t.templates_saved())).await?;
    cx.redirect(&urls::of_group(&permit.about().slug))
}

/// `GET /groups/{group}/settings/templates`
pub(in super::super) async fn show(
    cx: Cx,
    permit: Permit<ManageGroup>,
    Query(chosen): Query<Chosen>,
) -> Reply {
    let form = TemplateForm { id: chosen.edit, ..TemplateForm::default() };
    cx.page(page(&cx, &permit, &form, &FormErrors::new()).await?).await
}

/// `POST /groups/{group}/settings/templates`
pub(in super::super) async fn change(
    cx: Cx,
    permit: Permit<ManageGroup>,
    Form(form): Form<TemplateForm>,
) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    match form.act.as_str() {
        "save" => save(&cx, &permit, form).await,
        "delete" => {
            let template = form.template().ok_or(Error::NotFound)?;
            let mut tx = cx.begin().await?;
            verbs::delete(&mut tx, &permit, template).await?;
            tx.commit().await?;
            cx.flash(Flash::said(cx.t().templates_deleted())).await?;
            cx.redirect(&urls::of_group(&permit.about().slug))
        }
        _ => Err(Error::Malformed),
    }
}
