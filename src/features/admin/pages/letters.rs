//! Letters: those that wait, one in full with the link it carries, and trying again.

use askama::Template;
use serde::Deserialize;

use crate::{
    authz::{OperateSite, Permit},
    features::admin::verbs,
    i18n::T,
    kernel::{Cursor, LetterId, Url},
    mail::{self, LetterRow, WrittenLetter},
    ui::{
        Moment, Page, Place,
        admin::{Nav, Tab},
    },
    web::{
        Cx, Error, Reply,
        flash::Flash,
        form::{At, Query},
    },
};

const MOST: usize = 50;

#[derive(Default, Deserialize)]
pub(in super::super) struct Wish {
    show: Option<String>,
    before: Option<String>,
}

/// `/admin/letters/{letter}`
#[derive(Deserialize)]
pub(in super::super) struct LetterPath {
    letter: LetterId,
}

struct Line {
    url: Url,
    subject: String,
    to: String,
    at: Moment,
    state: State,
    error: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Sent,
    GivenUp,
    Waiting,
}

#[derive(Template)]
#[template(path = "admin/letters.html")]
struct Letters {
    t: T,
    nav: Nav,
    all: bool,
    can_send: bool,
    waiting: i64,
    lines: Vec<Line>,
    older: Option<Url>,
}

impl Page for Letters {
    fn title(&self) -> String {
        self.t.admin_letters().to_string()
    }

    fn place(&self) -> Place {
        Place::Admin
    }
}

/// `GET /admin/letters`
pub(in super::super) async fn list(cx: Cx, permit: Permit<OperateSite>, Query(wish): Query<Wish>) -> Reply {
    let all = wish.show.as_deref() == Some("all");
    let before: Option<Cursor> = wish.before.as_deref().and_then(|text| text.parse().ok());
    let mut db = cx.db().await?;
    let slice = mail::list(&mut db, !all, before, MOST).await?;
    let counts = mail::counts(&mut db).await?;
    drop(db);
    let older = slice.items.last().filter(|_| slice.more).map(|last| {
        let base = Url::path("/admin/letters").with("before", Cursor { at: last.written_at, id: last.id.0 });
        if all { base.with("show", "all") } else { base }
    });
    let lines = slice.items.into_iter().map(|row| line(&cx, row)).collect();
    let nav = Nav::new(cx.t(), permit.who(), Tab::Letters);
    let waiting = counts.waiting + counts.given_up;
    cx.page(Letters { t: cx.t(), nav, all, can_send: cx.app.mailer.is_some(), waiting, lines, older }).await
}

fn line(cx: &Cx, row: LetterRow) -> Line {
    Line {
        url: Url::path("/admin/letters").join(row.id),
        state: state(row.sent_at.is_some(), row.given_up_at.is_some()),
        at: Moment::new(cx, row.written_at),
        subject: row.subject,
        to: row.to_address,
        error: row.last_error,
    }
}

fn state(sent: bool, given_up: bool) -> State {
    match (sent, given_up) {
        (true, _) => State::Sent,
        (false, true) => State::GivenUp,
        (false, false) => State::Waiting,
    }
}

#[derive(Template)]
#[template(path = "admin/letter.html")]
struct Show {
    t: T,
    nav: Nav,
    letter: WrittenLetter,
    at: Moment,
    state: State,
    link: Option<String>,
    retry: Option<Url>,
}

impl Page for Show {
    fn title(&self) -> String {
        self.letter.subject.clone()
    }

    fn place(&self) -> Place {
        Place::Admin
    }
}

/// `GET /admin/letters/{letter}`
pub(in super::super) async fn show(cx: Cx, permit: Permit<OperateSite>, At(at): At<LetterPath>) -> Reply {
    let letter = mail::find(&mut *cx.db().await?, at.letter).await?.ok_or(Error::NotFound)?;
    let state = state(letter.sent_at.is_some(), letter.given_up_at.is_some());
    let can_retry = state != State::Sent && cx.app.mailer.is_some();
    // The link that the letter carries; the last line only names the community.
    let home = format!("{}/", cx.app.config.origin());
    let mut links =
        letter.text_body.lines().filter(|line| line.starts_with(&home) && line.len() > home.len());
    let page = Show {
        t: cx.t(),
        nav: Nav::new(cx.t(), permit.who(), Tab::Letters),
        at: Moment::new(&cx, letter.written_at),
        state,
        link: links.next().map(str::to_owned),
        retry: can_retry.then(|| Url::path("/admin/letters").join(letter.id).join("retry")),
        letter,
    };
    cx.page(page).await
}

/// `POST /admin/letters/{letter}/retry`
pub(in super::super) async fn retry(cx: Cx, permit: Permit<OperateSite>, At(at): At<LetterPath>) -> Reply {
    again(&cx, &permit, Some(at.letter)).await
}

/// `POST /admin/letters/retry`
pub(in super::super) async fn retry_all(cx: Cx, permit: Permit<OperateSite>) -> Reply {
    again(&cx, &permit, None).await
}

async fn again(cx: &Cx, permit: &Permit<OperateSite>, letter: Option<LetterId>) -> Reply {
    let mut tx = cx.begin().await?;
    let count = verbs::retry_letters(&mut tx, permit, letter).await?;
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().admin_letters_retried(count))).await?;
    cx.redirect(&Url::path("/admin/letters"))
}
