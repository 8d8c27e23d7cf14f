//! All lists, the form for another one, and the empty sheet to begin with.

use askama::Template;
use serde::Deserialize;

use crate::{
    authz::{ExportPeople, ImportPeople, Permit},
    features::{
        people_admin,
        people_import::{
            model::{ImportRefused, Options, UNDO_DAYS},
            store, urls, verbs, wording,
        },
    },
    i18n::T,
    kernel::Url,
    sheets::{self, Format},
    ui::{
        Moment, Page, Place,
        admin::{Nav, Tab},
        field::Summary,
    },
    web::{
        Cx, Error, FormErrors, Reply,
        form::{At, Query},
        limit::Class,
        stream::{Streamed, kept_key},
    },
};

struct Line {
    url: Url,
    file: String,
    by: String,
    made: Moment,
    state: String,
    total: i64,
}

#[derive(Template)]
#[template(path = "people_import/list.html")]
struct ListPage {
    t: T,
    nav: Nav,
    summary: Summary,
    error: Option<String>,
    photos_error: Option<String>,
    lines: Vec<Line>,
    most: i64,
    days: i64,
}

impl Page for ListPage {
    fn title(&self) -> String {
        self.t.people_import_title().to_string()
    }

    fn place(&self) -> Place {
        Place::Admin
    }
}

async fn page(cx: &Cx, errors: &FormErrors) -> Result<ListPage, Error> {
    let t = cx.t();
    let lists = store::find(&mut *cx.db().await?, None, 50).await?;
    let line = |list: crate::features::people_import::model::Import| Line {
        url: urls::import(list.id),
        file: list.file_name,
        by: list.by_name,
        made: Moment::new(cx, list.made_at),
        state: wording::state(t, list.state),
        total: i64::from(list.total),
    };
    Ok(ListPage {
        t,
        nav: Nav::new(t, &cx.actor(), Tab::People),
        summary: Summary::of(t, errors),
        error: errors.on("file").map(str::to_owned),
        photos_error: errors.on("photos").map(str::to_owned),
        lines: lists.into_iter().map(line).collect(),
        most: i64::try_from(cx.app.config.upload_max_bytes() / (1024 * 1024)).unwrap_or_default(),
        days: UNDO_DAYS,
    })
}

/// `GET /admin/people/imports`
pub(in super::super) async fn list(cx: Cx, _permit: Permit<ImportPeople>) -> Reply {
    cx.page(page(&cx, &FormErrors::new()).await?).await
}

/// `POST /admin/people/imports`
pub(in super::super) async fn upload(cx: Cx, permit: Permit<ImportPeople>, form: Streamed) -> Reply {
    take(&cx, &permit, &form, ("file", Options::default())).await
}

/// `POST /admin/people/imports/photos`
pub(in super::super) async fn photos(cx: Cx, permit: Permit<ImportPeople>, form: Streamed) -> Reply {
    take(&cx, &permit, &form, ("photos", Options { photos: true, ..Options::default() })).await
}

async fn take(
    cx: &Cx,
    permit: &Permit<ImportPeople>,
    form: &Streamed,
    (field, options): (&'static str, Options),
) -> Reply {
    cx.app.limits.check(cx, Class::Upload)?;
    let Some(file) = &form.file else {
        let mut errors = FormErrors::new();
        errors.add(field, wording::step(cx.t(), &ImportRefused::NoFile));
        return cx.invalid(page(cx, &errors).await?).await;
    };
    let mut tx = cx.begin().await?;
    let import = match verbs::upload(&mut tx, permit, file, options).await {
        Ok(import) => import,
        Err(fault) => {
            cx.app.blobs.delete(&kept_key(file.id)).await?;
            return Err(fault.into());
        }
    };
    tx.commit().await?;
    cx.redirect(&urls::import(import))
}

/// `/admin/people/imports/template/{format}`
#[derive(Deserialize)]
pub(in super::super) struct TemplatePath {
    format: String,
}

#[derive(Default, Deserialize)]
pub(in super::super) struct TemplateWish {
    #[serde(default)]
    people: String,
}

/// `GET /admin/people/imports/template/{format}`: the headings alone, or with the people who are there.
pub(in super::super) async fn template(
    cx: Cx,
    permit: Permit<ExportPeople>,
    At(at): At<TemplatePath>,
    Query(wish): Query<TemplateWish>,
) -> Reply {
    let format = Format::parse(&at.format).ok_or(Error::NotFound)?;
    let (mut sheet, fields) = people_admin::begin(&cx, format).await?;
    if !wish.people.is_empty() {
        people_admin::fill(&cx, &permit, (&mut sheet, &fields)).await?;
    }
    let name = cx.t().people_import_template_file().to_string();
    Ok(sheets::answer(format, &name, sheet.finish()?))
}
