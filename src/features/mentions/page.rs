//! The people that a mention may name, as options for the mention box.

use askama::Template;
use serde::Deserialize;

use super::store::{self, MentionRow};
use crate::{
    authz::{Denied, ReadGroup, permit, standing::GroupPath},
    i18n::T,
    web::{Cx, Reply, form::Query, limit::Class},
};

/// What was typed behind the `@`, and where.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    q: String,
    group: Option<String>,
}

#[derive(Template)]
#[template(path = "mentions/options.html")]
struct Mentions {
    t: T,
    people: Vec<MentionRow>,
}

/// `GET /mentions?q=…&group=…`: a group that the viewer does not read has nobody.
pub(super) async fn show(cx: Cx, Query(typed): Query<Typed>) -> Reply {
    cx.app.limits.check(&cx, Class::Touch)?;
    let words: String = typed.q.trim().chars().take(40).collect();
    let mut db = cx.db().await?;
    let group = match typed.group.filter(|group| !group.is_empty()) {
        None => None,
        Some(named) => {
            // Elements of the page carry the group's id, addresses its slug.
            let group = match named.parse() {
                Ok(id) => store::slug(&mut db, cx.viewer(), id).await?.unwrap_or(named),
                Err(_) => named,
            };
            match permit::<ReadGroup>(&mut db, &cx.actor(), GroupPath { group }).await {
                Ok(permit) => Some(permit.about().id),
                Err(Denied::Fault(fault)) => return Err(fault.into()),
                Err(_) => return cx.fragment(&Mentions { t: cx.t(), people: Vec::new() }),
            }
        }
    };
    let people = if words.is_empty() {
        Vec::new()
    } else {
        store::mentions(&mut db, cx.viewer(), group, &words).await?
    };
    cx.fragment(&Mentions { t: cx.t(), people })
}
