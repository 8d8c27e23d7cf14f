//! What is recorded of a survey: made of what the tables are and hold at this moment, not of what we say of them.
//!
//! Every column of the tables that hold answers stands here, as the database lists them, each with a sentence; and below
//! them what they hold of the reader. A test fails when a column has no sentence.

use askama::Template;

use crate::{
    authz::{Permit, ViewSurvey},
    features::{
        survey_results::store,
        surveys::{self, BATCH, urls},
    },
    i18n::T,
    kernel::Url,
    ui::{Page, Place},
    web::{Cx, Reply},
};

/// `/surveys/{survey}/recorded`
#[derive(Template)]
#[template(path = "surveys/recorded.html")]
struct RecordedPage {
    t: T,
    group: String,
    title: String,
    survey: Url,
    anonymous: bool,
    batch: i64,
    twice: i64,
    tables: Vec<Table>,
    rows: Vec<String>,
    sealed: Option<i64>,
}

struct Table {
    name: String,
    what: String,
    columns: Vec<(String, String)>,
}

impl Page for RecordedPage {
    fn title(&self) -> String {
        self.t.polls_recorded_title().to_string()
    }

    fn place(&self) -> Place {
        Place::Group(self.group.clone())
    }
}

/// What a column holds.
fn column(t: T, name: &str) -> String {
    match name {
        "survey_parts.survey_id"
        | "survey_answers.survey_id"
        | "survey_begun.survey_id"
        | "survey_boxes.survey_id"
        | "survey_sheets.survey_id" => t.surveys_column_survey(),
        "survey_parts.member_id" => t.surveys_column_part(),
        "survey_answers.member_id" | "survey_begun.member_id" => t.surveys_column_member(),
        "survey_answers.answers" | "survey_begun.answers" => t.surveys_column_answers(),
        "survey_answers.sent_at" => t.surveys_column_sent(),
        "survey_answers.anonymous" | "survey_begun.anonymous" => t.surveys_column_anonymous(),
        "survey_begun.page" => t.surveys_column_page(),
        "survey_boxes.sealed" => t.surveys_column_sealed(),
        "survey_sheets.id" => t.surveys_column_lot(),
        "survey_sheets.answers" => t.surveys_column_sheet(),
        _ => t.polls_column_unknown(),
    }
    .to_string()
}

fn table(t: T, name: &str) -> String {
    match name {
        "survey_parts" => t.surveys_table_parts(),
        "survey_answers" => t.surveys_table_answers(),
        "survey_begun" => t.surveys_table_begun(),
        "survey_boxes" => t.surveys_table_boxes(),
        _ => t.surveys_table_sheets(),
    }
    .to_string()
}

/// The tables that a survey of this sort uses.
fn tables(t: T, anonymous: bool, columns: Vec<String>) -> Vec<Table> {
    let others: [&str; 2] =
        if anonymous { ["survey_answers", "survey_begun"] } else { ["survey_boxes", "survey_sheets"] };
    let mut tables: Vec<Table> = Vec::new();
    for full in columns {
        let Some((of, name)) = full.split_once('.').filter(|(of, _)| !others.contains(of)) else {
            continue;
        };
        if tables.last().is_none_or(|last| last.name != of) {
            tables.push(Table { name: of.to_owned(), what: table(t, of), columns: Vec::new() });
        }
        if let Some(last) = tables.last_mut() {
            last.columns.push((name.to_owned(), column(t, &full)));
        }
    }
    tables
}

pub(in super::super) async fn show(cx: Cx, permit: Permit<ViewSurvey>) -> Reply {
    let (about, t) = (permit.about(), cx.t());
    let text = surveys::whole(&cx, about.id).await?.text;
    let mut db = cx.db().await?;
    let columns = store::list_columns(&mut db).await?;
    let recorded = store::find_recorded(&mut db, about.id, permit.member()?).await?;
    drop(db);
    let batch = i64::try_from(BATCH).unwrap_or_default();
    cx.page(RecordedPage {
        t,
        group: about.group.slug.clone(),
        title: text.title,
        survey: urls::survey(about.id),
        anonymous: about.anonymous,
        batch,
        twice: 2 * batch,
        tables: tables(t, about.anonymous, columns),
        rows: [recorded.part, recorded.sent, recorded.begun]
            .into_iter()
            .flatten()
            .map(|row| row.to_string())
            .collect(),
        sealed: recorded.sealed.map(i64::from),
    })
    .await
}
