//! How far a list is, on the open pages of whoever brought it.

use std::pin::Pin;

use askama::{Template, filters::HtmlSafe};

use super::{
    model::{Counts, Import, State},
    store::{self, rows},
    urls, wording,
};
use crate::{
    app::App,
    db::{Activity, Db, Fact},
    i18n::{Locale, T},
    kernel::{Fault, ImportId, Url},
    live::{Change, Message, Topic},
};

/// The part of the page that says how far a list is.
#[derive(Template)]
#[template(path = "people_import/progress.html")]
pub(super) struct Progress {
    t: T,
    id: ImportId,
    here: Url,
    word: String,
    moves: bool,
    reading: bool,
    percent: i64,
    done: i64,
    total: i64,
}

impl HtmlSafe for Progress {}

impl Progress {
    /// As the list stands.
    pub(super) async fn load(db: &mut Db, t: T, import: &Import) -> Result<Self, Fault> {
        let counts = rows::counts(db, import.id).await?;
        let (done, total) = (i64::from(import.done), amount(import, &counts));
        Ok(Self {
            t,
            id: import.id,
            here: urls::import(import.id),
            word: wording::state(t, import.state),
            moves: matches!(import.state, State::Reading | State::Checking | State::Running | State::Undoing),
            reading: import.state == State::Reading,
            percent: (done * 100 / total.max(1)).clamp(0, 100),
            done,
            total,
        })
    }
}

/// How much there is to do in the state it is in.
fn amount(import: &Import, counts: &Counts) -> i64 {
    match import.state {
        State::Running => counts.new + counts.changed,
        State::Undoing => counts.done,
        _ => i64::from(import.total),
    }
}

/// A piece of the work is a new bar on the page, its end the way to the result.
pub fn live<'a>(
    app: &'a App,
    activity: &'a Activity,
    locale: Locale,
) -> Pin<Box<dyn Future<Output = Result<Vec<Message>, Fault>> + Send + 'a>> {
    Box::pin(async move {
        let (Fact::ImportMoved { import } | Fact::ImportEnded { import } | Fact::ImportUndone { import }) =
            activity.fact
        else {
            return Ok(Vec::new());
        };
        let mut db = app.db.acquire().await?;
        let Some(import) = store::import(&mut db, import).await? else {
            return Ok(Vec::new());
        };
        let part = Progress::load(&mut db, locale.t(), &import).await?;
        let change =
            Change::Fragment { id: format!("import-{}", import.id), html: part.render()?, after: None };
        Ok(vec![Message { topic: Topic::Member(import.by), change }])
    })
}
