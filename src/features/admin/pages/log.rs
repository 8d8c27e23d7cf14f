//! What was done: by whom, to whom, in which group, when, from where. Never what was written.

use askama::Template;
use serde::Deserialize;

use crate::{
    authz::{OperateSite, Permit},
    features::admin::{
        kinds,
        store::{self, Entry, Wanted},
    },
    i18n::T,
    kernel::Url,
    ui::{
        Moment, Page, Place,
        admin::{Nav, Tab},
        links,
    },
    web::{Cx, Reply, form::Query},
};

const MOST: usize = 50;

#[derive(Default, Deserialize)]
pub(in super::super) struct Wish {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    person: String,
    before: Option<i64>,
}

/// Someone or something in a line: a name with its address where the reader may know it.
enum Named {
    Known(String, Url),
    Unknown(String),
    Nothing,
}

struct Line {
    what: String,
    who: Named,
    whom: Named,
    group: Named,
    at: Moment,
    address: String,
}

#[derive(Template)]
#[template(path = "admin/log.html")]
struct Log {
    t: T,
    nav: Nav,
    kinds: Vec<(&'static str, String)>,
    kind: String,
    person: String,
    nobody: bool,
    lines: Vec<Line>,
    older: Option<Url>,
}

impl Page for Log {
    fn title(&self) -> String {
        self.t.admin_log().to_string()
    }

    fn place(&self) -> Place {
        Place::Admin
    }
}

/// `GET /admin/log`
pub(in super::super) async fn show(cx: Cx, permit: Permit<OperateSite>, Query(wish): Query<Wish>) -> Reply {
    let t = cx.t();
    let mut db = cx.db().await?;
    let typed = wish.person.trim().trim_start_matches('@');
    let person = if typed.is_empty() { None } else { store::person(&mut db, cx.viewer(), typed).await? };
    let nobody = !typed.is_empty() && person.is_none();
    let wanted =
        Wanted { kind: Some(wish.kind.clone()).filter(|kind| !kind.is_empty()), person, before: wish.before };
    let slice = store::log(&mut db, cx.viewer(), &wanted, if nobody { 0 } else { MOST }).await?;
    drop(db);
    let older = slice.items.last().filter(|_| slice.more).map(|last| {
        Url::path("/admin/log").with("kind", &wish.kind).with("person", &wish.person).with("before", last.id)
    });
    let page = Log {
        t,
        nav: Nav::new(t, permit.who(), Tab::Log),
        kinds: kinds::all(t),
        kind: wish.kind,
        person: wish.person,
        nobody,
        lines: slice.items.into_iter().map(|entry| line(&cx, entry)).collect(),
        older,
    };
    cx.page(page).await
}

fn line(cx: &Cx, entry: Entry) -> Line {
    let t = cx.t();
    let who = match (entry.actor, entry.actor_name) {
        (Some(id), Some(name)) => Named::Known(name, links::person(id)),
        (Some(_), None) => Named::Unknown(t.admin_log_former().to_string()),
        (None, _) if entry.why.is_empty() => Named::Unknown(t.admin_log_visitor().to_string()),
        (None, _) => Named::Unknown(t.admin_log_house(entry.why.as_str()).to_string()),
    };
    let whom = match (entry.subject, entry.subject_name) {
        (Some(id), Some(name)) if entry.actor != Some(id) => Named::Known(name, links::person(id)),
        _ => Named::Nothing,
    };
    let group = match (entry.group_slug, entry.group_name) {
        (Some(slug), Some(name)) => Named::Known(name, links::group(&slug)),
        _ if entry.in_group => Named::Unknown(t.admin_log_hidden_group().to_string()),
        _ => Named::Nothing,
    };
    Line {
        what: kinds::words(t, &entry.kind),
        who,
        whom,
        group,
        at: Moment::new(cx, entry.at),
        address: entry.address,
    }
}
