//! What the columns say: proposed, corrected, remembered for the next time.

use std::collections::HashMap;

use askama::Template;
use serde::Deserialize;

use crate::{
    authz::{ImportPeople, Permit},
    features::{
        fields,
        people_import::{
            guess,
            model::{Import, Options, State, Target},
            store::{
                self,
                rows::{self, Wanted},
            },
            urls, verbs, wording,
        },
    },
    i18n::T,
    kernel::{Failure, Url},
    ui::{
        Page, Place,
        admin::{Nav, Tab},
        field::Summary,
    },
    web::{
        Cx, Error, Form, FormErrors, Reply,
        form::{At, Query},
    },
};

use super::ImportPath;

/// How many rows are shown as an example.
const EXAMPLES: i64 = 4;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct ColumnsForm {
    header: String,
    create: String,
    welcome: String,
    /// `column-0`, `column-1`, …
    #[serde(flatten)]
    columns: HashMap<String, String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct SheetForm {
    sheet: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct HeaderWish {
    header: String,
}

struct Column {
    number: usize,
    name: String,
    letter: String,
    examples: Vec<String>,
    chosen: String,
}

#[derive(Template)]
#[template(path = "people_import/columns.html")]
struct ColumnsPage {
    t: T,
    nav: Nav,
    summary: Summary,
    error: Option<String>,
    file: String,
    here: Url,
    sheets: Vec<String>,
    sheet: String,
    header: i64,
    first: Vec<(i64, String)>,
    columns: Vec<Column>,
    targets: Vec<(String, String)>,
    create: bool,
    welcome: bool,
    total: i64,
}

impl Page for ColumnsPage {
    fn title(&self) -> String {
        self.t.people_import_columns().to_string()
    }

    fn place(&self) -> Place {
        Place::Admin
    }
}

async fn page(
    cx: &Cx,
    import: &Import,
    (header, mapping): (i32, &[Option<Target>]),
    errors: &FormErrors,
) -> Result<ColumnsPage, Error> {
    let t = cx.t();
    let mut db = cx.db().await?;
    let fields = fields::all(&mut db).await?;
    let defined = fields.active().map(|field| Target::Field(field.id));
    let targets = Target::FIXED.into_iter().map(|(of, _)| of).chain(defined);
    let headings = rows::cells(&mut db, import.id, header).await?;
    let examples =
        rows::list(&mut db, import.id, Wanted { after: header, most: EXAMPLES, ..Wanted::default() }).await?;
    let top = rows::list(&mut db, import.id, Wanted { most: 12, ..Wanted::default() }).await?;
    drop(db);
    let width = examples.iter().map(|row| row.cells.len()).chain([headings.len()]).max().unwrap_or_default();
    let column = |number: usize| Column {
        number,
        name: wording::column_name(number, &headings),
        letter: wording::letter(number),
        examples: examples
            .iter()
            .filter_map(|row| row.cells.get(number).filter(|cell| !cell.is_empty()))
            .map(|cell| cell.chars().take(60).collect())
            .collect(),
        chosen: mapping.get(number).copied().flatten().map(Target::word).unwrap_or_default(),
    };
    let beginning = |cells: &[String]| {
        let words: Vec<&str> =
            cells.iter().filter(|cell| !cell.is_empty()).map(String::as_str).take(6).collect();
        words.join(" · ").chars().take(100).collect::<String>()
    };
    Ok(ColumnsPage {
        t,
        nav: Nav::new(t, &cx.actor(), Tab::People),
        summary: Summary::of(t, errors),
        error: errors.on("columns").map(str::to_owned),
        file: import.file_name.clone(),
        here: urls::import(import.id),
        sheets: import.sheets.clone(),
        sheet: import.sheet.clone().unwrap_or_default(),
        header: i64::from(header),
        first: top.iter().map(|row| (i64::from(row.number), beginning(&row.cells))).collect(),
        columns: (0..width).map(column).collect(),
        targets: targets.map(|of| (of.word(), wording::target((t, cx.locale()), &fields, of))).collect(),
        create: import.options.create,
        welcome: import.options.welcome,
        total: i64::from(import.total),
    })
}

/// `GET /admin/people/imports/{import}/columns`: with another row of headings, if one is asked for.
pub(in super::super) async fn form(
    cx: Cx,
    _permit: Permit<ImportPeople>,
    At(at): At<ImportPath>,
    Query(wish): Query<HeaderWish>,
) -> Reply {
    let import = super::find(&cx, at.import).await?;
    if !matches!(import.state, State::Mapping | State::Checked) {
        return cx.redirect(&urls::import(import.id));
    }
    let header = wish.header.parse().unwrap_or(import.header).max(0);
    let mapping = if header == import.header {
        import.mapping.clone()
    } else {
        let mut db = cx.db().await?;
        let remembered = store::headings(&mut db).await?;
        let fields = fields::all(&mut db).await?;
        guess::mapping(&rows::cells(&mut db, import.id, header).await?, &remembered, &fields)
    };
    cx.page(page(&cx, &import, (header, &mapping), &FormErrors::new()).await?).await
}

/// `POST /admin/people/imports/{import}/columns`
pub(in super::super) async fn submit(
    cx: Cx,
    permit: Permit<ImportPeople>,
    At(at): At<ImportPath>,
    Form(form): Form<ColumnsForm>,
) -> Reply {
    let mut import = super::find(&cx, at.import).await?;
    let header = form.header.parse().unwrap_or(import.header).max(0);
    let width = form.columns.len().min(200);
    let word = |column: usize| form.columns.get(&format!("column-{column}"));
    let mapping: Vec<Option<Target>> = (0..width).map(|column| Target::parse(word(column)?)).collect();
    import.options =
        Options { create: !form.create.is_empty(), welcome: !form.welcome.is_empty(), ..import.options };
    let mut tx = cx.begin().await?;
    match verbs::map(&mut tx, &permit, &import, (header, &mapping), import.options).await {
        Err(Failure::Refused(why)) if import.state == State::Mapping || import.state == State::Checked => {
            tx.abandon().await?;
            let mut errors = FormErrors::new();
            errors.add("columns", wording::step(cx.t(), &why));
            cx.invalid(page(&cx, &import, (header, &mapping), &errors).await?).await
        }
        done => super::ended(&cx, tx, import.id, done).await,
    }
}

/// `POST /admin/people/imports/{import}/sheet`
pub(in super::super) async fn sheet(
    cx: Cx,
    permit: Permit<ImportPeople>,
    At(at): At<ImportPath>,
    Form(form): Form<SheetForm>,
) -> Reply {
    let import = super::find(&cx, at.import).await?;
    if !import.sheets.contains(&form.sheet) {
        return Err(Error::NotFound);
    }
    let mut tx = cx.begin().await?;
    let done = verbs::choose_sheet(&mut tx, &permit, import.id, &form.sheet).await;
    super::ended(&cx, tx, import.id, done).await
}
