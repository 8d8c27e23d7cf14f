//! What is offered while somebody types, below the field on top of every page and in the palette.

use askama::Template;
use serde::Deserialize;

use super::super::{
    asked::{Asked, Kind},
    filters,
    hits::{GroupHit, Hit, PersonHit},
    question::Question,
    store,
};
use crate::{
    db::Db,
    features::{fields, hashtags},
    i18n::T,
    kernel::{Fault, Url},
    ui::links,
    web::{Cx, Reply, form::Query, limit::Class},
};

const GROUPS: i64 = 4;
const PEOPLE: i64 = 5;
const POSTS: usize = 4;
const FILES: i64 = 3;
const HASHTAGS: i64 = 3;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct Typed {
    q: String,
}

#[derive(Template)]
#[template(path = "search/suggestions.html")]
struct Suggestions {
    t: T,
    groups: Vec<GroupHit>,
    people: Vec<PersonHit>,
    hashtags: Vec<(String, Url)>,
    posts: Vec<Hit>,
    /// Documents by their names, each with its group and the page of its publication.
    files: Vec<(String, String, Url)>,
    /// What was typed, and the page of everything that fits.
    all: Option<(String, Url)>,
}

/// `GET /search/suggestions?q=`
pub(in super::super) async fn show(cx: Cx, Query(typed): Query<Typed>) -> Reply {
    cx.app.limits.check(&cx, Class::Touch)?;
    let asked = Asked::read(&[("q".to_owned(), typed.q)]).of(Kind::Posts);
    let mut found = Suggestions {
        t: cx.t(),
        groups: Vec::new(),
        people: Vec::new(),
        hashtags: Vec::new(),
        posts: Vec::new(),
        files: Vec::new(),
        all: None,
    };
    if let Some(question) = &asked.question {
        let mut db = cx.db().await?;
        fill(&cx, &mut db, &mut found, question, &asked).await?;
        found.all = Some((asked.q.clone(), asked.of(Kind::All).url()));
    }
    cx.fragment(&found)
}

async fn fill(
    cx: &Cx,
    db: &mut Db,
    found: &mut Suggestions,
    question: &Question,
    asked: &Asked,
) -> Result<(), Fault> {
    let viewer = cx.viewer();
    let groups = store::groups(db, viewer, question, GROUPS, 0).await?;
    found.groups = groups
        .into_iter()
        .map(GroupHit::from)
        .map(|hit| GroupHit { glyph: hit.glyph.small(), ..hit })
        .collect();
    let readable = super::readable(cx, &fields::all(db).await?);
    let (people, _) = store::people(db, viewer, question, &readable, PEOPLE, 0).await?;
    found.people = people
        .into_iter()
        .map(|person| PersonHit::new(cx.t(), person))
        .map(|hit| PersonHit { avatar: hit.avatar.small(), ..hit })
        .collect();
    // Of two letters, no publication is meant yet.
    if let [word] = question.words.as_slice()
        && word.chars().count() > 2
    {
        let like = hashtags::like(db, viewer, word, HASHTAGS).await?;
        found.hashtags = like
            .into_iter()
            .map(|one| {
                let url = links::hashtag(&one.hashtag);
                (one.hashtag, url)
            })
            .collect();
    }
    if question.words.iter().any(|word| word.chars().count() > 2) {
        let written = filters::written(cx, db, asked, question).await?;
        let best: Vec<_> = written.texts.iter().take(POSTS).map(|found| found.text.id).collect();
        let shown = store::shown(db, viewer, question, &best, &[]).await?;
        found.posts = shown.into_iter().map(|shown| Hit::new(cx, shown)).collect();
        let files = store::named_files(db, viewer, question, FILES).await?;
        found.files = files.into_iter().map(|file| (file.name, file.group, links::post(file.post))).collect();
    }
    Ok(())
}
