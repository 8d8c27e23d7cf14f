//! The page of results: groups and people first, then what is written, with filters; and what to do where there is
//! nothing.

use askama::Template;

use super::super::{
    asked::{Asked, Kind},
    filters::{self, Written},
    hits::{GroupHit, Hit, PersonHit},
    question::Question,
    spelling, store,
};
use crate::{
    db::Db,
    features::fields,
    i18n::T,
    kernel::{Fault, Url},
    ui::{Choice, Page},
    web::{Cx, Reply, form::Query, limit::Class},
};

/// How many results stand on a page.
const PAGE: usize = 15;
/// How many documents of a publication are shown with what they say.
const SHOWN_FILES: usize = 2;
/// How many groups and people stand above what is written.
const ABOVE: i64 = 4;

#[derive(Template)]
#[template(path = "search/results.html")]
struct ResultsPage {
    t: T,
    q: String,
    kind: &'static str,
    tabs: Vec<Tab>,
    choices: Vec<Choice>,
    widened: Option<Url>,
    found: Found,
    empty: Option<Empty>,
    previous: Option<Url>,
    next: Option<Url>,
}

struct Tab {
    label: String,
    url: Url,
    here: bool,
}

/// What was found.
#[derive(Default)]
struct Found {
    /// How many, in words.
    count: String,
    groups: Vec<GroupHit>,
    all_groups: Option<Url>,
    people: Vec<PersonHit>,
    all_people: Option<Url>,
    hits: Vec<Hit>,
    /// How many of the kind that the pages turn over.
    total: usize,
}

/// What to do where nothing was found.
#[derive(Default)]
struct Empty {
    spelling: Option<(String, Url)>,
    others: Vec<(String, Url)>,
}

impl Page for ResultsPage {
    fn title(&self) -> String {
        if self.q.is_empty() {
            self.t.search_title().to_string()
        } else {
            self.t.search_title_for(self.q.as_str()).to_string()
        }
    }
}

/// `GET /search?q=…&type=…&group=…&author=…&label=…&period=…&sort=…&page=…`
pub(in super::super) async fn show(cx: Cx, Query(pairs): Query<Vec<(String, String)>>) -> Reply {
    cx.app.limits.check(&cx, Class::Touch)?;
    let asked = Asked::read(&pairs);
    let mut page = ResultsPage {
        t: cx.t(),
        q: asked.q.clone(),
        kind: asked.kind.as_str(),
        tabs: Vec::new(),
        choices: Vec::new(),
        widened: None,
        found: Found::default(),
        empty: None,
        previous: None,
        next: None,
    };
    let Some(question) = &asked.question else {
        return cx.page(page).await;
    };
    let mut db = cx.db().await?;
    if asked.kind.is_written() {
        let written = filters::written(&cx, &mut db, &asked, question).await?;
        page.choices = filters::choices(&cx, &mut db, &asked, &written).await?;
        page.found = texts(&cx, &mut db, &asked, question, &written).await?;
    }
    names(&cx, &mut db, &asked, question, &mut page.found).await?;
    let nothing = page.found.hits.is_empty() && page.found.groups.is_empty() && page.found.people.is_empty();
    if nothing && asked.page > 1 {
        return cx.redirect(&asked.at(1).url());
    }
    if nothing {
        page.empty = Some(empty(&cx, &mut db, &asked, question).await?);
    }
    drop(db);
    page.tabs = Kind::ALL
        .into_iter()
        .map(|kind| Tab { label: label(cx.t(), kind), url: asked.of(kind).url(), here: kind == asked.kind })
        .collect();
    page.widened = asked.is_narrowed().then(|| asked.widened().url());
    page.previous = (asked.page > 1).then(|| asked.at(asked.page - 1).url());
    page.next = (page.found.total > asked.page * PAGE).then(|| asked.at(asked.page + 1).url());
    cx.page(page).await
}

fn label(t: T, kind: Kind) -> String {
    t.search_type(if kind == Kind::All { "all" } else { kind.as_str() }).to_string()
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The page of texts.
async fn texts(
    cx: &Cx,
    db: &mut Db,
    asked: &Asked,
    question: &Question,
    written: &Written,
) -> Result<Found, Fault> {
    let (t, total) = (cx.t(), written.texts.len());
    let page = written.texts.iter().skip((asked.page - 1) * PAGE).take(PAGE);
    let ids: Vec<_> = page.clone().map(|found| found.text.id).collect();
    let files: Vec<_> = page.flat_map(|found| found.files.iter().take(SHOWN_FILES).copied()).collect();
    let shown = store::shown(db, cx.viewer(), question, &ids, &files).await?;
    Ok(Found {
        count: if written.is_cut {
            t.search_count_more(whole(total)).to_string()
        } else {
            t.search_count(whole(total)).to_string()
        },
        hits: shown.into_iter().map(|shown| Hit::new(cx, shown)).collect(),
        total,
        ..Found::default()
    })
}

/// Groups and people: a few above the first page of everything, all of them on pages of their own. No filter of texts
/// narrows them, so they stand beside none.
async fn names(
    cx: &Cx,
    db: &mut Db,
    asked: &Asked,
    question: &Question,
    found: &mut Found,
) -> Result<(), Fault> {
    let above = asked.kind == Kind::All && asked.page == 1 && !asked.is_narrowed();
    let (most, offset) = match asked.kind {
        Kind::All => (ABOVE, 0),
        _ => (whole(PAGE), whole((asked.page - 1) * PAGE)),
    };
    if above || asked.kind == Kind::Groups {
        let groups = store::groups(db, cx.viewer(), question, most, offset).await?;
        let total = groups.first().map_or(0, |group| group.total);
        found.all_groups = (above && total > most).then(|| asked.of(Kind::Groups).url());
        found.groups = groups.into_iter().map(Into::into).collect();
        count(cx.t(), found, asked.kind == Kind::Groups, total);
    }
    if above || asked.kind == Kind::People {
        let readable = super::readable(cx, &fields::all(db).await?);
        let (people, total) = store::people(db, cx.viewer(), question, &readable, most, offset).await?;
        found.all_people = (above && total > most).then(|| asked.of(Kind::People).url());
        found.people = people.into_iter().map(|person| PersonHit::new(cx.t(), person)).collect();
        count(cx.t(), found, asked.kind == Kind::People, total);
    }
    Ok(())
}

/// Of the kind that the page is about, how many there are.
fn count(t: T, found: &mut Found, about: bool, total: i64) {
    if about {
        found.count = t.search_count(total).to_string();
        found.total = usize::try_from(total).unwrap_or_default();
    }
}

/// Another spelling that finds something, and other kinds that do. Only what the viewer may see is asked.
async fn empty(cx: &Cx, db: &mut Db, asked: &Asked, question: &Question) -> Result<Empty, Fault> {
    let (t, mut empty) = (cx.t(), Empty::default());
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != asked.kind && *kind != Kind::All) {
        let other = asked.of(kind).widened();
        let count = finds(cx, db, &other, question).await?;
        if count > 0 {
            empty.others.push((t.search_option(label(t, kind), count).to_string(), other.url()));
        }
    }
    if empty.others.is_empty() {
        let newest = filters::newest(cx, db).await?;
        let newest: Vec<_> = newest.into_iter().map(|text| text.id).collect();
        let words = store::vocabulary(db, cx.viewer(), &newest).await?;
        if let Some(spelt) = spelling::suggest(&question.words, &words) {
            let other = asked.widened().spelt(&spelt).of(Kind::All);
            if let Some(question) = &other.question
                && finds(cx, db, &other, question).await?
                    + finds(cx, db, &other.of(Kind::Groups), question).await?
                    > 0
            {
                empty.spelling = Some((spelt, other.url()));
            }
        }
    }
    Ok(empty)
}

/// How many of a kind there are.
async fn finds(cx: &Cx, db: &mut Db, asked: &Asked, question: &Question) -> Result<i64, Fault> {
    match asked.kind {
        Kind::Groups => {
            let groups = store::groups(db, cx.viewer(), question, 1, 0).await?;
            Ok(groups.first().map_or(0, |group| group.total))
        }
        Kind::People => {
            let readable = super::readable(cx, &fields::all(db).await?);
            Ok(store::people(db, cx.viewer(), question, &readable, 1, 0).await?.1)
        }
        Kind::All | Kind::Posts | Kind::Files | Kind::Comments => {
            Ok(whole(filters::written(cx, db, asked, question).await?.texts.len()))
        }
    }
}
