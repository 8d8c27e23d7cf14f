//! A new field, and one there is.

use askama::Template;

use crate::{
    authz::{DefineFields, Permit},
    features::{
        defining::urls,
        fields::{self, Bilingual, FieldInput, Fields, NewField, verbs, verbs::DefinitionRefused},
    },
    i18n::T,
    kernel::{Failure, Url},
    ui::{Page, Place, field::Summary},
    web::{At, Cx, Error, Form, FormErrors, Reply, flash::Flash},
};

use super::{
    definition::DefinitionFields,
    form::{DefinitionForm, Target, refused},
    list::FieldPath,
};

#[derive(Template)]
#[template(path = "defining/edit.html")]
struct EditPage {
    t: T,
    fresh: bool,
    name: String,
    summary: Summary,
    fields: DefinitionFields,
    action: Url,
    back: Url,
    archive: Option<Url>,
    preview: Option<FieldInput>,
}

impl Page for EditPage {
    fn title(&self) -> String {
        if self.fresh { self.t.fields_admin_new().to_string() } else { self.name.clone() }
    }

    fn place(&self) -> Place {
        Place::Admin
    }
}

/// What the page shows beside the form: the preview that was asked for.
fn page(
    cx: &Cx,
    fields: &Fields,
    at: Option<&FieldPath>,
    form: &DefinitionForm,
    errors: &FormErrors,
    new: Option<&NewField>,
) -> EditPage {
    let (t, locale) = (cx.t(), cx.locale());
    let known = at.and_then(|at| fields.get(at.field));
    let action = at.map_or_else(urls::new, |at| urls::field(at.field));
    EditPage {
        t,
        fresh: at.is_none(),
        name: known.map(|field| field.label.of(locale).to_owned()).unwrap_or_default(),
        summary: Summary::of(t, errors),
        fields: DefinitionFields::new(t, locale, form, fields, errors, at.is_none()),
        archive: at.is_some().then(|| action.clone().join("archive")),
        action,
        back: urls::list(),
        preview: new.map(|new| FieldInput::typed(t, locale, &DefinitionForm::preview(new), &[], None)),
    }
}

/// `GET /admin/fields/new`
pub(in super::super) async fn fresh(cx: Cx, _permit: Permit<DefineFields>) -> Reply {
    let fields = fields::all(&mut *cx.db().await?).await?;
    let form = DefinitionForm::fresh(&fields);
    cx.page(page(&cx, &fields, None, &form, &FormErrors::new(), None)).await
}

/// `POST /admin/fields/new`
pub(in super::super) async fn create(
    cx: Cx,
    permit: Permit<DefineFields>,
    Form(form): Form<DefinitionForm>,
) -> Reply {
    Box::pin(submit(&cx, &permit, None, form)).await
}

/// `GET /admin/fields/{field}`
pub(in super::super) async fn show(cx: Cx, _permit: Permit<DefineFields>, At(at): At<FieldPath>) -> Reply {
    let fields = fields::all(&mut *cx.db().await?).await?;
    let form = DefinitionForm::of(fields.get(at.field).ok_or(Error::NotFound)?);
    cx.page(page(&cx, &fields, Some(&at), &form, &FormErrors::new(), None)).await
}

/// `POST /admin/fields/{field}`
pub(in super::super) async fn change(
    cx: Cx,
    permit: Permit<DefineFields>,
    At(at): At<FieldPath>,
    Form(form): Form<DefinitionForm>,
) -> Reply {
    Box::pin(submit(&cx, &permit, Some(at), form)).await
}

async fn submit(
    cx: &Cx,
    permit: &Permit<DefineFields>,
    at: Option<FieldPath>,
    mut form: DefinitionForm,
) -> Reply {
    let fields = fields::all(&mut *cx.db().await?).await?;
    if let Some(at) = &at {
        // The kind of a field there is stays, whatever is sent.
        fields.get(at.field).ok_or(Error::NotFound)?.kind.as_str().clone_into(&mut form.kind);
    }
    let t = cx.t();
    let mut errors = FormErrors::new();
    let Some((target, mut new)) = form.parse(t, &fields, &mut errors) else {
        return cx.invalid(page(cx, &fields, at.as_ref(), &form, &errors, None)).await;
    };
    if form.act == "preview" {
        return cx.page(page(cx, &fields, at.as_ref(), &form, &errors, Some(&new))).await;
    }
    let mut tx = cx.begin().await?;
    new.section = match target {
        Target::Section(section) => section,
        Target::New(name) => {
            let name = Bilingual { fr: name.fr, en: name.en };
            verbs::add_section(&mut tx, permit, &name).await?
        }
    };
    let done: Result<(), Failure<DefinitionRefused>> = match &at {
        None => verbs::define(&mut tx, permit, &new).await.map(|_| ()),
        Some(at) => verbs::change(&mut tx, permit, at.field, &new).await,
    };
    match done {
        Ok(()) => tx.commit().await?,
        Err(Failure::Refused(no)) => {
            tx.abandon().await?;
            refused(t, no, &mut errors);
            return cx.invalid(page(cx, &fields, at.as_ref(), &form, &errors, None)).await;
        }
        Err(Failure::Fault(fault)) => return Err(fault.into()),
    }
    cx.flash(Flash::said(t.fields_admin_saved())).await?;
    cx.redirect(&urls::list())
}
