//! Publishing in several groups: the groups to tick, and how many read in all of them together.

use askama::{Template, filters::HtmlSafe};

use super::{
    model::{MOST_GROUPS, groups},
    urls,
};
use crate::{
    authz::{
        Level,
        audience::{self, Target, Union},
    },
    i18n::T,
    kernel::{Fault, GroupId, Url},
    web::{Cx, FormErrors},
};

/// From so many groups on there is a field to search among them.
const MANY: usize = 8;

/// A group to tick.
struct Tick {
    slug: String,
    name: String,
    readers: String,
    ticked: bool,
}

/// The part of the composer. A script counts as one ticks; without it a button does.
#[derive(Template)]
#[template(path = "composing/several.html")]
pub(super) struct Several {
    t: T,
    ticks: Vec<Tick>,
    together: Together,
    errors: Vec<String>,
    count: Url,
    most: i64,
    /// Whether it becomes one discussion.
    joint: bool,
    /// Whether there are so many that one searches among them.
    many: bool,
}

impl HtmlSafe for Several {}

impl Several {
    /// Over the groups in which one may publish, if they are several.
    pub(super) async fn load(
        cx: &Cx,
        targets: &[Target],
        (group, also, joint): (&str, &[String], bool),
        errors: &FormErrors,
    ) -> Result<Option<Self>, Fault> {
        if targets.len() < 2 {
            return Ok(None);
        }
        let t = cx.t();
        let ticks = targets.iter().map(|target| Tick {
            slug: target.slug.clone(),
            name: target.name.clone(),
            readers: readers(t, target),
            ticked: also.contains(&target.slug),
        });
        let errors = errors.all().iter().filter(|(field, _)| field == "also");
        Ok(Some(Self {
            t,
            ticks: ticks.collect(),
            together: Together::load(cx, targets, &groups(group, also)).await?,
            errors: errors.map(|(_, text)| text.clone()).collect(),
            count: urls::readers(),
            most: i64::try_from(MOST_GROUPS)?,
            joint,
            many: targets.len() > MANY,
        }))
    }

    /// Whether it stands open.
    fn open(&self) -> bool {
        !self.errors.is_empty() || self.ticks.iter().any(|tick| tick.ticked)
    }
}

/// How many read in one of them, in a few words.
fn readers(t: T, target: &Target) -> String {
    match (target.level, target.readers.people) {
        (Level::Open, _) | (_, None) => t.posts_readers_all().to_string(),
        (_, Some(people)) if target.readers.guests > 0 => {
            t.posts_readers_guests(people, target.readers.guests).to_string()
        }
        (_, Some(people)) => t.posts_readers(people).to_string(),
    }
}

/// How many read in several groups together; nothing for fewer than two.
#[derive(Template)]
#[template(path = "composing/together.html")]
pub(super) struct Together {
    said: Option<String>,
}

impl HtmlSafe for Together {}

impl Together {
    /// Over those of the slugs in which one may publish.
    pub(super) async fn load(cx: &Cx, targets: &[Target], slugs: &[&str]) -> Result<Self, Fault> {
        let chosen = targets.iter().filter(|target| slugs.contains(&target.slug.as_str()));
        let ids: Vec<GroupId> = chosen.map(|target| target.group_id).collect();
        if ids.len() < 2 {
            return Ok(Self { said: None });
        }
        let union = audience::union(&mut *cx.db().await?, cx.viewer(), &ids).await?;
        Ok(Self { said: Some(said(cx.t(), union)) })
    }
}

fn said(t: T, Union { groups, open, readers }: Union) -> String {
    match (readers.people, readers.guests) {
        (None, _) => t.composing_readers_all(groups).to_string(),
        (Some(people), 0) if open => t.composing_readers_open(people, groups).to_string(),
        (Some(people), guests) if open => t.composing_readers_open_guests(people, groups, guests).to_string(),
        (Some(people), 0) => t.composing_readers(people, groups).to_string(),
        (Some(people), guests) => t.composing_readers_guests(people, groups, guests).to_string(),
    }
}
