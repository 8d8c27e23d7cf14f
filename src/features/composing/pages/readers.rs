//! How many read in the groups that are ticked, as `<several-groups>` asks while one ticks them.

use serde::Deserialize;

use crate::{
    authz::audience,
    features::composing::{
        model::{MOST_GROUPS, groups},
        several::Together,
    },
    web::{Cx, Reply, form::Query, limit::Class},
};

/// The groups that are chosen.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct Chosen {
    group: String,
    also: Vec<String>,
}

/// `GET /publish/readers`
pub(in super::super) async fn show(cx: Cx, Query(chosen): Query<Chosen>) -> Reply {
    cx.app.limits.check(&cx, Class::Touch)?;
    let targets = audience::targets(&mut *cx.db().await?, cx.viewer()).await?;
    let mut slugs = groups(&chosen.group, &chosen.also);
    slugs.truncate(MOST_GROUPS);
    let together = Together::load(&cx, &targets, &slugs).await?;
    cx.fragment(&together)
}
