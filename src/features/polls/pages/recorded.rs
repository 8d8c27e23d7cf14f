//! What is recorded of a poll: made of what the tables are and hold at this moment, not of what we say of them.
//!
//! Every column of the tables that hold votes stands here, as the database lists them, each with a sentence; and below
//! them what they hold of the reader. A test fails when a column has no sentence.

use askama::Template;

use crate::{
    authz::{Permit, ViewPoll},
    features::polls::{secrecy::BATCH, store, urls},
    i18n::T,
    kernel::Url,
    ui::{Page, Place},
    web::{Cx, Reply},
};

use super::show;

/// `/posts/{post}/poll/recorded`
#[derive(Template)]
#[template(path = "polls/recorded.html")]
struct RecordedPage {
    t: T,
    group: String,
    question: String,
    poll: Url,
    anonymous: bool,
    batch: i64,
    twice: i64,
    tables: Vec<Table>,
    voter: Option<String>,
    votes: Vec<String>,
    sealed: Option<String>,
    open: bool,
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
        "poll_voters.post_id" | "poll_votes.post_id" | "poll_boxes.post_id" => t.polls_column_post(),
        "poll_voters.member_id" => t.polls_column_voter(),
        "poll_votes.member_id" => t.polls_column_chooser(),
        "poll_votes.number" => t.polls_column_number(),
        "poll_votes.maybe" => t.polls_column_maybe(),
        "poll_votes.anonymous" => t.polls_column_anonymous(),
        "poll_boxes.sealed" => t.polls_column_sealed(),
        _ => t.polls_column_unknown(),
    }
    .to_string()
}

fn table(t: T, name: &str) -> String {
    match name {
        "poll_voters" => t.polls_table_voters(),
        "poll_votes" => t.polls_table_votes(),
        _ => t.polls_table_boxes(),
    }
    .to_string()
}

/// The tables that a poll of this sort uses.
fn tables(t: T, anonymous: bool, columns: Vec<String>) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    for full in columns {
        let Some((of, name)) = full.split_once('.') else {
            continue;
        };
        if of == (if anonymous { "poll_votes" } else { "poll_boxes" }) {
            continue;
        }
        if tables.last().is_none_or(|last| last.name != of) {
            tables.push(Table { name: of.to_owned(), what: table(t, of), columns: Vec::new() });
        }
        if let Some(last) = tables.last_mut() {
            last.columns.push((name.to_owned(), column(t, &full)));
        }
    }
    tables
}

pub(in super::super) async fn show(cx: Cx, permit: Permit<ViewPoll>) -> Reply {
    let (about, t) = (permit.about(), cx.t());
    let face = show::face(&cx, about.post.id).await?;
    let mut db = cx.db().await?;
    let columns = store::list_columns(&mut db).await?;
    let recorded = store::find_recorded(&mut db, about.post.id, permit.member()?).await?;
    drop(db);
    let votes = recorded.votes.as_array().cloned().unwrap_or_default();
    cx.page(RecordedPage {
        t,
        group: about.post.group.slug.clone(),
        question: face.question,
        poll: urls::poll(about.post.id),
        anonymous: about.anonymous,
        batch: i64::from(BATCH),
        twice: i64::from(2 * BATCH),
        tables: tables(t, about.anonymous, columns),
        voter: recorded.voter.map(|row| row.to_string()),
        votes: votes.iter().map(ToString::to_string).collect(),
        sealed: recorded.sealed,
        open: !about.closed,
    })
    .await
}
