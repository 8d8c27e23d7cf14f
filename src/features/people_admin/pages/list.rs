//! All accounts, with filters.

use askama::Template;
use serde::Deserialize;

use crate::{
    authz::{ListAccounts, Permit, SiteRole},
    features::people_admin::{
        State, export,
        store::{self, Row, Wanted},
        urls,
    },
    i18n::T,
    kernel::{Line, Url},
    ui::{
        Avatar, Moment, Page, Place,
        admin::{Nav, Tab},
    },
    web::{Cx, Reply, form::Query},
};

/// How many accounts stand on a page.
const PAGE: i64 = 50;
/// The last page that can be asked for.
const LAST: i64 = 5_000;

/// What the address asks for.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct Asked {
    q: String,
    state: String,
    role: String,
    page: String,
}

struct AccountLine {
    url: Url,
    avatar: Avatar,
    name: String,
    email: String,
    role: Option<String>,
    external: bool,
    state: State,
    made: Moment,
}

/// A filter, or a page.
struct Chip {
    label: String,
    url: Url,
    here: bool,
}

#[derive(Template)]
#[template(path = "people_admin/list.html")]
struct ListPage {
    t: T,
    nav: Nav,
    q: String,
    state: String,
    role: String,
    states: Vec<Chip>,
    roles: Vec<(String, String)>,
    lines: Vec<AccountLine>,
    total: i64,
    previous: Option<Url>,
    next: Option<Url>,
    all: Url,
}

impl Page for ListPage {
    fn title(&self) -> String {
        self.t.people_admin_title().to_string()
    }

    fn place(&self) -> Place {
        Place::Admin
    }
}

/// `GET /admin/people`
pub(in super::super) async fn list(
    cx: Cx,
    permit: Permit<ListAccounts>,
    Query(asked): Query<Asked>,
) -> Reply {
    let t = cx.t();
    let page = asked.page.parse().unwrap_or(1).clamp(1, LAST);
    let state = State::parse(&asked.state);
    let role = Some(asked.role.clone()).filter(|role| role == "guest" || SiteRole::parse(role).is_some());
    let q = Line::<100>::parse(&asked.q).map(|line| line.as_str().to_owned()).unwrap_or_default();
    let wanted = Wanted {
        words: q.clone(),
        state: state.map(State::as_str),
        role: role.clone(),
        most: PAGE,
        skip: (page - 1) * PAGE,
    };
    let rows = store::list(&mut *cx.db().await?, &wanted).await?;
    let total = rows.first().map_or(0, |row| row.total);
    let asked = Asked { q, state: asked.state, role: role.unwrap_or_default(), page: String::new() };
    let at = |page: i64| address(&asked, &asked.state).with("page", page);
    let chip = |word: &str, label: String| Chip {
        label,
        url: address(&asked, word),
        here: word == state.map_or("", State::as_str),
    };
    let states = std::iter::once(chip("", t.people_admin_all().to_string()))
        .chain(State::ALL.map(|(word, state)| chip(word, words(t, state))))
        .collect();
    let roles = SiteRole::ALL
        .iter()
        .map(|role| (role.as_str().to_owned(), export::role(t, *role)))
        .chain([("guest".to_owned(), t.people_admin_guest().to_string())])
        .collect();
    cx.page(ListPage {
        t,
        nav: Nav::new(t, permit.who(), Tab::People),
        states,
        roles,
        previous: (page > 1).then(|| at(page - 1)),
        next: (page * PAGE < total).then(|| at(page + 1)),
        lines: rows.into_iter().map(|row| line(&cx, row)).collect(),
        total,
        all: urls::people(),
        q: asked.q,
        state: asked.state,
        role: asked.role,
    })
    .await
}

fn address(asked: &Asked, state: &str) -> Url {
    let mut url = urls::people();
    for (name, value) in [("q", asked.q.as_str()), ("state", state), ("role", asked.role.as_str())] {
        if !value.is_empty() {
            url = url.with(name, value);
        }
    }
    url
}

/// How an account stands, in words.
pub(super) fn words(t: T, state: State) -> String {
    match state {
        State::Active => t.people_admin_state_active(),
        State::Waiting => t.people_admin_state_waiting(),
        State::Suspended => t.people_admin_state_suspended(),
    }
    .to_string()
}

fn line(cx: &Cx, row: Row) -> AccountLine {
    let role = SiteRole::from(row.site_role);
    AccountLine {
        url: urls::account(row.id),
        avatar: Avatar::of(row.id, &row.name, row.photo_version).ringed(cx.t(), &row.rings, None).small(),
        name: row.name,
        email: row.email,
        role: (role != SiteRole::Member).then(|| export::role(cx.t(), role)),
        external: row.external,
        state: State::of(row.suspended, row.entered),
        made: Moment::new(cx, row.created_at),
    }
}
