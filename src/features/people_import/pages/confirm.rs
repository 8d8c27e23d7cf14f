//! The last page before something happens: how many people, and by name those who lose or regain access.

use askama::Template;
use futures_util::StreamExt as _;
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::{
    authz::{ImportPeople, Permit},
    features::{
        fields,
        people_import::{
            model::{Counts, Import, ImportRefused, State, Target},
            store::rows::{self, Wanted},
            urls, verbs, wording,
        },
    },
    i18n::T,
    kernel::{Failure, Fault, Url},
    ui::{
        Page, Place,
        admin::{Nav, Tab},
        field::Summary,
    },
    web::{Cx, Error, Form, FormErrors, Reply, form::At, stream::kept_key},
};

use super::ImportPath;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct ConfirmForm {
    mark: Uuid,
    status: String,
}

struct StatusLine {
    row: i32,
    who: String,
    before: String,
    after: String,
}

#[derive(Template)]
#[template(path = "people_import/confirm.html")]
struct ConfirmPage {
    t: T,
    nav: Nav,
    summary: Summary,
    error: Option<String>,
    file: String,
    here: Url,
    counts: Counts,
    mark: Uuid,
    statuses: Vec<StatusLine>,
    forgets: bool,
    welcome: bool,
}

impl Page for ConfirmPage {
    fn title(&self) -> String {
        self.t.people_import_confirm().to_string()
    }

    fn place(&self) -> Place {
        Place::Admin
    }
}

async fn page(cx: &Cx, import: &Import, errors: &FormErrors) -> Result<ConfirmPage, Error> {
    let t = cx.t();
    let mut db = cx.db().await?;
    let counts = rows::counts(&mut db, import.id).await?;
    let wanted = Wanted { status: true, pending: true, most: 50_000, ..Wanted::default() };
    let rows = rows::list(&mut db, import.id, wanted).await?;
    let fields = fields::all(&mut db).await?;
    drop(db);
    let mut forgets = false;
    let mut statuses = Vec::new();
    for row in rows {
        for change in row.plan.iter().filter(|change| change.what == Target::Status) {
            let (_, before, after) = wording::change((t, cx.locale()), &fields, change);
            forgets |= change.after == "anonymised";
            statuses.push(StatusLine {
                row: row.number,
                who: who(&row.cells, &import.mapping),
                before,
                after,
            });
        }
    }
    Ok(ConfirmPage {
        t,
        nav: Nav::new(t, &cx.actor(), Tab::People),
        summary: Summary::of(t, errors),
        error: errors.on("status").map(str::to_owned),
        file: import.file_name.clone(),
        here: urls::import(import.id),
        counts,
        mark: import.mark,
        statuses,
        forgets,
        welcome: import.options.welcome,
    })
}

/// Who a row is about, as it says itself.
pub(super) fn who(cells: &[String], mapping: &[Option<Target>]) -> String {
    let said = |of: Target| {
        let column = mapping.iter().position(|target| *target == Some(of))?;
        cells.get(column).filter(|cell| !cell.is_empty()).cloned()
    };
    let parts: Vec<String> = [Target::FirstName, Target::LastName].into_iter().filter_map(said).collect();
    let name = said(Target::Name).or((!parts.is_empty()).then(|| parts.join(" ")));
    let key = said(Target::Email).or_else(|| said(Target::ExternalId));
    name.into_iter().chain(key).collect::<Vec<_>>().join(" · ")
}

/// `GET /admin/people/imports/{import}/confirmation`
pub(in super::super) async fn form(cx: Cx, _permit: Permit<ImportPeople>, At(at): At<ImportPath>) -> Reply {
    let import = super::find(&cx, at.import).await?;
    if import.state != State::Checked {
        return cx.redirect(&urls::import(import.id));
    }
    cx.page(page(&cx, &import, &FormErrors::new()).await?).await
}

/// `POST /admin/people/imports/{import}/confirmation`
pub(in super::super) async fn submit(
    cx: Cx,
    permit: Permit<ImportPeople>,
    At(at): At<ImportPath>,
    Form(form): Form<ConfirmForm>,
) -> Reply {
    let import = super::find(&cx, at.import).await?;
    let digest = digest(&cx, &import).await?;
    let mut tx = cx.begin().await?;
    let confirmed =
        verbs::confirm(&mut tx, &permit, &import, (form.mark, &digest), !form.status.is_empty()).await;
    match confirmed {
        Err(Failure::Refused(why @ (ImportRefused::NotConfirmed | ImportRefused::Another))) => {
            tx.abandon().await?;
            let mut errors = FormErrors::new();
            errors.add("status", wording::step(cx.t(), &why));
            cx.invalid(page(&cx, &import, &errors).await?).await
        }
        done => super::ended(&cx, tx, import.id, done).await,
    }
}

/// What the file in the store is now.
async fn digest(cx: &Cx, import: &Import) -> Result<Vec<u8>, Fault> {
    let mut digest = Sha256::new();
    if let Some(mut file) = cx.app.blobs.open(&kept_key(import.id.0)).await? {
        while let Some(chunk) = file.chunks.next().await {
            digest.update(&chunk?);
        }
    }
    Ok(digest.finalize().to_vec())
}
