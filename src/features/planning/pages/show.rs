//! What is planned, in the order of the clock; with a month or a week in the address, as its calendar.

use askama::Template;

use super::{
    asked::{Asked, Filter, Found, Span},
    calendar::Calendar,
};
use crate::{
    features::{
        drafts::{self, Draft},
        planning::urls,
    },
    i18n::{T, format},
    kernel::{Timestamp, Url},
    ui::{Choice, Page},
    web::{Cx, Reply, form::Query},
};

/// How many lines there are at most.
const MOST: i64 = 500;

/// `/planning`
#[derive(Template)]
#[template(path = "planning/show.html")]
struct ShowPage {
    t: T,
    list: Url,
    month: Url,
    week: Url,
    shown: Option<Span>,
    /// By what it can be narrowed, if there is a choice.
    filters: Vec<Choice>,
    narrowed: bool,
    all: Url,
    view: View,
}

enum View {
    List(Vec<Line>),
    Calendar(Box<Calendar>),
}

struct Line {
    name: String,
    lang: String,
    at: String,
    exact: Timestamp,
    group: Option<String>,
    author: Option<String>,
    refused: bool,
    poll: bool,
    edit: Option<Url>,
    time: Url,
    publish: Url,
    remove: Url,
}

impl Page for ShowPage {
    fn title(&self) -> String {
        self.t.planning_title().to_string()
    }
}

impl Line {
    fn new(cx: &Cx, draft: &Draft) -> Option<Self> {
        let at = draft.publish_at?;
        Some(Self {
            name: name(cx.t(), draft),
            lang: draft.lang.clone(),
            at: format::full(cx.locale(), cx.zone(), at),
            exact: at,
            group: draft.destination(cx.t()),
            author: if draft.mine { None } else { draft.author_name.clone() },
            refused: draft.refused_at.is_some(),
            poll: draft.refused_for_poll(),
            edit: draft.mine.then(|| drafts::urls::write(draft.id)),
            time: urls::time(draft.id),
            publish: urls::publication(draft.id),
            remove: urls::removal(draft.id),
        })
    }
}

/// What a planned draft is called.
pub(super) fn name(t: T, draft: &Draft) -> String {
    let name = draft.name();
    if name.is_empty() { t.drafts_unnamed().to_string() } else { name }
}

/// The fields that narrow it, with whom and what was found; what is chosen stays to be chosen.
fn filters(t: T, filter: &Filter, mut found: Found) -> Vec<Choice> {
    if !filter.group.is_empty() && !found.groups.iter().any(|(_, slug)| *slug == filter.group) {
        found.groups.insert((t.planning_chosen_group().to_string(), filter.group.clone()));
    }
    if let Some(author) = filter.author
        && !found.authors.iter().any(|(_, id)| *id == author)
    {
        found.authors.insert((t.planning_chosen_author().to_string(), author));
    }
    let group = Choice::select("group", t.planning_group()).option("", t.planning_all_groups(), "");
    let group = found.groups.iter().fold(group, |group, (name, slug)| group.option(slug, name, ""));
    let author = Choice::select("author", t.planning_author()).option("", t.planning_all_authors(), "");
    let author = found.authors.iter().fold(author, |author, (name, id)| author.option(id, name, ""));
    let chosen = filter.author.map(|author| author.to_string()).unwrap_or_default();
    let group = (found.groups.len() > 1 || !filter.group.is_empty()).then(|| group.chosen(&filter.group));
    let author = (found.authors.len() > 1 || !chosen.is_empty()).then(|| author.chosen(&chosen));
    group.into_iter().chain(author).collect()
}

/// The lines of the list, and what it can be narrowed to.
fn lines(cx: &Cx, planned: &[Draft], filter: &Filter) -> (View, Found) {
    let mut found = Found::default();
    let passes = |draft: &&Draft| {
        let group = draft.group_name.clone().zip(draft.group_slug.clone());
        found.takes(filter, group, draft.author_name.clone().map(|name| (name, draft.author)))
    };
    let lines = planned.iter().filter(passes).filter_map(|draft| Line::new(cx, draft)).collect();
    (View::List(lines), found)
}

/// `GET /planning`
pub(in super::super) async fn show(cx: Cx, Query(asked): Query<Asked>) -> Reply {
    let mut db = cx.db().await?;
    let today = cx.today();
    let (filter, shown) = (asked.filter(), asked.span(today));
    let (view, found) = if let Some(span) = shown {
        let (calendar, found) = Calendar::load(&cx, &mut db, span, &filter).await?;
        (View::Calendar(Box::new(calendar)), found)
    } else {
        lines(&cx, &drafts::planned(&mut db, cx.viewer(), None, MOST).await?, &filter)
    };
    drop(db);
    let everything = Filter::default();
    let page = ShowPage {
        t: cx.t(),
        list: filter.list(),
        month: filter.calendar(shown.unwrap_or(Span::Week(today)).month(today)),
        week: filter.calendar(shown.unwrap_or(Span::Month(today)).week(today)),
        shown,
        filters: filters(cx.t(), &filter, found),
        narrowed: !filter.group.is_empty() || filter.author.is_some(),
        all: shown.map_or_else(|| everything.list(), |span| everything.calendar(span)),
        view,
    };
    cx.page(page).await
}
