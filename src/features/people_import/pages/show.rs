//! A list: how far it is, what each row would do or did, and the way back.

use askama::Template;
use serde::Deserialize;

use crate::{
    authz::{ImportPeople, Permit},
    features::{
        fields::{self, Fields},
        people_admin,
        people_import::{
            live::Progress,
            model::{Counts, Import, Outcome, Row, State, UNDO_DAYS},
            result,
            store::rows::{self, Wanted},
            urls, verbs, wording,
        },
    },
    i18n::{Locale, T},
    kernel::{Failure, ImportId, Url},
    sheets::{self, Format},
    ui::{
        Moment, Page, Place,
        admin::{Nav, Tab},
    },
    web::{
        Cx, Error, Reply,
        flash::Flash,
        form::{At, Query},
        stream::kept_key,
    },
};

use super::{ImportPath, confirm::who};

/// How many rows stand on a page.
const PAGE: i64 = 50;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct Wish {
    show: String,
    page: String,
}

struct Chip {
    label: String,
    count: i64,
    url: Url,
    here: bool,
}

struct Line {
    number: i32,
    who: String,
    person: Option<Url>,
    outcome: Option<Outcome>,
    word: String,
    changes: Vec<(String, String, String)>,
    problems: Vec<String>,
    done: bool,
    undone: bool,
    kept: bool,
}

#[derive(Template)]
#[template(path = "people_import/show.html")]
struct ShowPage {
    t: T,
    nav: Nav,
    here: Url,
    file: String,
    by: String,
    made: Moment,
    state: State,
    word: String,
    sheet: String,
    sheets: Vec<String>,
    refusal: Option<String>,
    progress: Option<Progress>,
    counts: Counts,
    chips: Vec<Chip>,
    lines: Vec<Line>,
    previous: Option<Url>,
    next: Option<Url>,
    can_undo: bool,
    can_remove: bool,
    days: i64,
}

impl ShowPage {
    fn has_rows(&self) -> bool {
        matches!(self.state, State::Checked | State::Done | State::Stopped | State::Undone)
    }
}

impl Page for ShowPage {
    fn title(&self) -> String {
        self.file.clone()
    }

    fn place(&self) -> Place {
        Place::Admin
    }
}

/// `GET /admin/people/imports/{import}`
pub(in super::super) async fn show(
    cx: Cx,
    _permit: Permit<ImportPeople>,
    At(at): At<ImportPath>,
    Query(wish): Query<Wish>,
) -> Reply {
    let import = super::find(&cx, at.import).await?;
    if import.state == State::Mapping {
        return cx.redirect(&urls::import(import.id).join("columns"));
    }
    // While something goes on, the page moves with the live stream; without script it comes again by itself.
    cx.page(page(&cx, &import, &wish).await?).await
}

async fn page(cx: &Cx, import: &Import, wish: &Wish) -> Result<ShowPage, Error> {
    let t = cx.t();
    let outcome = Outcome::parse(&wish.show);
    let number: i64 = wish.page.parse().unwrap_or(1).clamp(1, 2_000);
    let mut db = cx.db().await?;
    let counts = rows::counts(&mut db, import.id).await?;
    let headings = rows::cells(&mut db, import.id, import.header).await?;
    let wanted = Wanted {
        after: import.header,
        outcome,
        most: PAGE + 1,
        skip: (number - 1) * PAGE,
        ..Wanted::default()
    };
    let mut some = rows::list(&mut db, import.id, wanted).await?;
    let fields = fields::all(&mut db).await?;
    let moves = matches!(import.state, State::Reading | State::Checking | State::Running | State::Undoing);
    let progress = if moves { Some(Progress::load(&mut db, t, import).await?) } else { None };
    drop(db);
    let more = some.len() > usize::try_from(PAGE)?;
    some.truncate(usize::try_from(PAGE)?);
    let address = |show: &str, page: i64| address(import, show, page);
    let all = counts.new + counts.changed + counts.unchanged + counts.errors;
    let chip = |word: &str, label: String, count: i64| Chip {
        label,
        count,
        url: address(word, 1),
        here: word == outcome.map_or("", Outcome::as_str),
    };
    let of = |outcome: &Outcome| chip(outcome.as_str(), wording::outcome(t, *outcome), counts.of(*outcome));
    Ok(ShowPage {
        t,
        nav: Nav::new(t, &cx.actor(), Tab::People),
        here: urls::import(import.id),
        file: import.file_name.clone(),
        by: import.by_name.clone(),
        made: Moment::new(cx, import.made_at),
        state: import.state,
        word: wording::state(t, import.state),
        sheet: import.sheet.clone().unwrap_or_default(),
        sheets: import.sheets.clone(),
        refusal: import.refusal.as_ref().map(|why| wording::refused(t, why)),
        progress,
        chips: std::iter::once(chip("", t.people_import_all().to_string(), all))
            .chain(Outcome::ALL.iter().map(of))
            .collect(),
        lines: some
            .into_iter()
            .map(|row| line((t, cx.locale()), import, row, (&headings, &fields)))
            .collect(),
        previous: (number > 1).then(|| address(&wish.show, number - 1)),
        next: more.then(|| address(&wish.show, number + 1)),
        can_undo: import.can_be_undone(cx.now()) && counts.done > 0,
        can_remove: matches!(import.state, State::Unreadable | State::Checked | State::Undone),
        days: UNDO_DAYS,
        counts,
    })
}

/// The address of a page of a list's rows.
fn address(import: &Import, show: &str, page: i64) -> Url {
    let url = urls::import(import.id);
    let url = if show.is_empty() { url } else { url.with("show", show) };
    if page == 1 { url } else { url.with("page", page) }
}

fn line(
    (t, locale): (T, Locale),
    import: &Import,
    row: Row,
    (headings, fields): (&[String], &Fields),
) -> Line {
    Line {
        number: row.number,
        who: who(&row.cells, &import.mapping),
        person: row.member.filter(|_| row.undone.is_none()).map(people_admin::urls::account),
        outcome: row.outcome,
        word: row.outcome.map(|outcome| wording::outcome(t, outcome)).unwrap_or_default(),
        changes: row.plan.iter().map(|change| wording::change((t, locale), fields, change)).collect(),
        problems: row.problems.iter().map(|problem| wording::problem(t, problem, headings)).collect(),
        done: row.done_at.is_some(),
        undone: row.undone.as_deref() == Some("restored"),
        kept: row.undone.as_deref() == Some("kept"),
    }
}

/// `POST /admin/people/imports/{import}/undo`
pub(in super::super) async fn undo(cx: Cx, permit: Permit<ImportPeople>, At(at): At<ImportPath>) -> Reply {
    let import = super::find(&cx, at.import).await?;
    let mut tx = cx.begin().await?;
    let done = verbs::undo(&mut tx, &permit, &import).await;
    super::ended(&cx, tx, import.id, done).await
}

/// `POST /admin/people/imports/{import}/removal`
pub(in super::super) async fn remove(cx: Cx, permit: Permit<ImportPeople>, At(at): At<ImportPath>) -> Reply {
    let mut tx = cx.begin().await?;
    match verbs::remove(&mut tx, &permit, at.import).await {
        Ok(()) => {
            tx.commit().await?;
            cx.app.blobs.delete(&kept_key(at.import.0)).await?;
            cx.flash(Flash::said(cx.t().people_import_removed())).await?;
            cx.redirect(&urls::imports())
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
        refused => super::ended(&cx, tx, at.import, refused).await,
    }
}

/// `/admin/people/imports/{import}/result/{format}`
#[derive(Deserialize)]
pub(in super::super) struct ResultPath {
    import: ImportId,
    format: String,
}

/// `GET /admin/people/imports/{import}/result/{format}`
pub(in super::super) async fn result(
    cx: Cx,
    _permit: Permit<ImportPeople>,
    At(at): At<ResultPath>,
    Query(wish): Query<Wish>,
) -> Reply {
    let import = super::find(&cx, at.import).await?;
    let format = Format::parse(&at.format).ok_or(Error::NotFound)?;
    let only_errors = wish.show == Outcome::Error.as_str();
    let words = (cx.t(), cx.locale());
    let bytes = result::annotated(&mut *cx.db().await?, words, &import, format, only_errors).await?;
    Ok(sheets::answer(format, &cx.t().people_import_result_file().to_string(), bytes))
}
