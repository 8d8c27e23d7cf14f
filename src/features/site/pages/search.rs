//! Looking for groups and people: a page of its own, and options for the palette.

use askama::Template;
use serde::Deserialize;

use crate::{
    features::site::store::{self, FoundGroup},
    i18n::T,
    kernel::{Fault, Url},
    ui::{Avatar, Glyph, Page, Person, links},
    web::{Cx, Reply, form::Query, limit::Class},
};

#[derive(Default, Deserialize)]
pub(in super::super) struct Words {
    #[serde(default)]
    q: String,
}

impl Words {
    /// What is looked for: a line of at most a hundred characters, two at least.
    fn sought(&self) -> Option<String> {
        let words: String = self
            .q
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .chars()
            .filter(|c| !c.is_control())
            .take(100)
            .collect();
        (words.chars().count() >= 2).then_some(words)
    }
}

struct GroupHit {
    name: String,
    purpose: String,
    private: bool,
    url: Url,
    glyph: Glyph,
}

impl From<FoundGroup> for GroupHit {
    fn from(found: FoundGroup) -> Self {
        Self {
            url: links::group(&found.slug),
            glyph: Glyph::new(&found.icon, &found.hue),
            private: found.level != "open",
            name: found.name,
            purpose: found.purpose,
        }
    }
}

struct PersonHit {
    name: String,
    headline: String,
    url: Url,
    avatar: Avatar,
}

impl PersonHit {
    fn new(t: T, person: Person) -> Self {
        Self { url: person.url(), avatar: person.avatar(t), name: person.name, headline: person.headline }
    }
}

#[derive(Template)]
#[template(path = "site/search.html")]
struct SearchPage {
    t: T,
    q: String,
    asked: bool,
    groups: Vec<GroupHit>,
    people: Vec<PersonHit>,
}

impl Page for SearchPage {
    fn title(&self) -> String {
        if self.asked {
            self.t.site_search_title_for(self.q.as_str()).to_string()
        } else {
            self.t.site_search_title().to_string()
        }
    }
}

#[derive(Template)]
#[template(path = "site/palette.html")]
struct Palette {
    t: T,
    groups: Vec<GroupHit>,
    people: Vec<PersonHit>,
}

async fn hits(cx: &Cx, words: Option<&str>) -> Result<(Vec<GroupHit>, Vec<PersonHit>), Fault> {
    let Some(words) = words else {
        return Ok((Vec::new(), Vec::new()));
    };
    let mut db = cx.db().await?;
    let groups = store::groups(&mut db, cx.viewer(), words).await?;
    let people = store::people(&mut db, cx.viewer(), words).await?;
    let hit = |person| PersonHit::new(cx.t(), person);
    Ok((groups.into_iter().map(Into::into).collect(), people.into_iter().map(hit).collect()))
}

/// `GET /search?q=`
pub(in super::super) async fn show(cx: Cx, Query(words): Query<Words>) -> Reply {
    cx.app.limits.check(&cx, Class::Touch)?;
    let sought = words.sought();
    let (groups, people) = hits(&cx, sought.as_deref()).await?;
    let asked = sought.is_some();
    cx.page(SearchPage { t: cx.t(), q: sought.unwrap_or(words.q), asked, groups, people }).await
}

/// `GET /palette?q=`
pub(in super::super) async fn palette(cx: Cx, Query(words): Query<Words>) -> Reply {
    cx.app.limits.check(&cx, Class::Touch)?;
    let (groups, people) = hits(&cx, words.sought().as_deref()).await?;
    let small = |hit: GroupHit| GroupHit { glyph: hit.glyph.small(), ..hit };
    let tiny = |hit: PersonHit| PersonHit { avatar: hit.avatar.small(), ..hit };
    cx.fragment(&Palette {
        t: cx.t(),
        groups: groups.into_iter().map(small).collect(),
        people: people.into_iter().map(tiny).collect(),
    })
}
