//! The directory: everybody one may know, by name.

use askama::Template;
use serde::Deserialize;

use crate::{
    features::people::{cards::MemberCard, store, urls},
    i18n::T,
    kernel::{Line, Url},
    ui::{Page, Place},
    web::{Cx, Reply, form::Query},
};

/// How many cards stand on a page: full rows of two and three.
const PAGE: i64 = 24;
/// The last page that can be asked for.
const LAST: i64 = 5_000;

/// What the address asks for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct Asked {
    q: String,
    page: String,
}

#[derive(Template)]
#[template(path = "people/directory.html")]
struct DirectoryPage {
    t: T,
    q: String,
    total: i64,
    cards: Vec<MemberCard>,
    pager: Vec<Step>,
    previous: Option<Url>,
    next: Option<Url>,
    all: Url,
}

/// An entry between *previous* and *next*.
enum Step {
    Page { number: i64, url: Url, here: bool },
    Gap,
}

impl Page for DirectoryPage {
    fn title(&self) -> String {
        self.t.people_directory_title().to_string()
    }

    fn place(&self) -> Place {
        Place::Directory
    }
}

/// `GET /people`
pub(in super::super) async fn directory(cx: Cx, Query(asked): Query<Asked>) -> Reply {
    let q = Line::<100>::parse(&asked.q).map(|line| line.as_str().to_owned()).unwrap_or_default();
    let page = asked.page.parse().unwrap_or(1).clamp(1, LAST);
    let found = store::find(&mut *cx.db().await?, cx.viewer(), &q, PAGE, (page - 1) * PAGE).await?;
    if found.is_empty() && page > 1 {
        return cx.redirect(&address(&q, 1));
    }
    let total = found.first().map_or(0, |first| first.total);
    let last = ((total + PAGE - 1) / PAGE).clamp(1, LAST);
    let me = cx.actor().id();
    let t = cx.t();
    cx.page(DirectoryPage {
        t,
        cards: found.into_iter().map(|found| MemberCard::new(t, me, found)).collect(),
        pager: if last > 1 { pager(&q, page, last) } else { Vec::new() },
        previous: (page > 1).then(|| address(&q, page - 1)),
        next: (page < last).then(|| address(&q, page + 1)),
        all: urls::directory(),
        q,
        total,
    })
    .await
}

fn address(q: &str, page: i64) -> Url {
    let url = if q.is_empty() { urls::directory() } else { urls::directory().with("q", q) };
    if page == 1 { url } else { url.with("page", page) }
}

/// The first page, the last one, and those around here.
fn pager(q: &str, here: i64, last: i64) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut before = 0;
    for number in (1..=last).filter(|number| *number == 1 || *number == last || (number - here).abs() <= 1) {
        if number > before + 1 {
            steps.push(Step::Gap);
        }
        steps.push(Step::Page { number, url: address(q, number), here: number == here });
        before = number;
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(here: i64, last: i64) -> String {
        let step = |step: &Step| match step {
            Step::Page { number, here, .. } => {
                if *here {
                    format!("[{number}]")
                } else {
                    number.to_string()
                }
            }
            Step::Gap => "…".to_owned(),
        };
        pager("", here, last).iter().map(step).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_pager_shows_both_ends_and_the_neighbours() {
        assert_eq!(drawn(1, 2), "[1] 2");
        assert_eq!(drawn(5, 9), "1 … 4 [5] 6 … 9");
        assert_eq!(drawn(9, 9), "1 … 8 [9]");
    }
}
