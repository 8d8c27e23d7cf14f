//! Looking through what is written: which texts fit, in which order, and by what they can be narrowed.

use std::collections::HashMap;

use chrono::Datelike as _;
use uuid::Uuid;

use super::{
    asked::{Asked, Period},
    question::Question,
    store::{self, Look, MOST, Text},
};
use crate::{
    db::Db,
    i18n::T,
    kernel::{Fault, LabelId, Timestamp},
    ui::Choice,
    web::Cx,
};

/// How many of the newest texts are read one after the other before the index is asked.
const READ: i64 = 2000;
/// How many found among these say how often the words stand in what is written.
const TELLING: i64 = 5;
/// So many texts are looked for in the index at once, whenever they were written, if they are less than this part of all:
/// the newest would say little of them.
const FEW: f64 = 10_000.0;
const SELDOM: f64 = 0.01;
/// The most months that are asked for by name; from there on all are.
const MOST_MONTHS: i64 = 36;
/// The most groups and people that a filter offers.
const OFFERED: usize = 25;

/// The texts that fit, best first, and the group that was asked for.
#[derive(Default)]
pub(super) struct Written {
    pub(super) texts: Vec<Found>,
    /// Whether there may be more than were looked at.
    pub(super) is_cut: bool,
    group: Option<Uuid>,
}

/// A publication or a comment that fits, by its own words or by those of documents.
pub(super) struct Found {
    pub(super) text: Text,
    /// The documents, best first.
    pub(super) files: Vec<Uuid>,
}

/// Looks for texts. A group or an author that is not to be seen has written nothing.
pub(super) async fn written(
    cx: &Cx,
    db: &mut Db,
    asked: &Asked,
    question: &Question,
) -> Result<Written, Fault> {
    let mut marks: Vec<String> = asked.kind.mark().map(|mark| format!("'{mark}'")).into_iter().collect();
    let mut group = None;
    if !asked.group.is_empty() || cx.me().is_some_and(|me| me.external) {
        let groups = store::readable(db, cx.viewer()).await?;
        let wanted = groups.iter().filter(|(_, slug)| asked.group.is_empty() || *slug == asked.group);
        let ids: Vec<Uuid> = wanted.map(|(id, _)| id.0).collect();
        if ids.is_empty() {
            return Ok(Written::default());
        }
        group = ids.first().copied().filter(|_| !asked.group.is_empty());
        marks.push(of_groups(ids.into_iter()));
    }
    if let Some(author) = asked.author {
        if store::names(db, cx.viewer(), &[], &[author.0]).await?.is_empty() {
            return Ok(Written { group, ..Written::default() });
        }
        marks.push(format!("'@a{author}'"));
    }
    let texts = nearest(cx, db, question, (&marks, asked.label), asked.period).await?;
    let is_cut = enough(&texts);
    let mut texts = with_documents(texts);
    if !asked.recent {
        let now = cx.now();
        texts.sort_by(|a, b| weight(&b.text, now).total_cmp(&weight(&a.text, now)));
    }
    Ok(Written { texts, is_cut, group })
}

/// The newest publications that the viewer reads, whatever they say. The index is asked for them only where it knows few:
/// of the groups that a guest is in.
pub(super) async fn newest(cx: &Cx, db: &mut Db) -> Result<Vec<Text>, Fault> {
    let (anything, posts) = (Question::default(), "'@post'");
    if cx.me().is_some_and(|me| me.external) {
        let groups = store::readable(db, cx.viewer()).await?;
        if groups.is_empty() {
            return Ok(Vec::new());
        }
        let marks = [posts.to_owned(), of_groups(groups.iter().map(|(id, _)| id.0))];
        return nearest(cx, db, &anything, (&marks, None), Period::Always).await;
    }
    let look =
        Look { viewer: cx.viewer(), question: &anything, label: None, since: None, among: Some(READ * 5) };
    store::texts(db, &look, posts).await
}

/// Puts documents to their publications: each is one result, however many of its documents fit.
fn with_documents(texts: Vec<Text>) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::with_capacity(texts.len());
    let mut places: HashMap<Uuid, usize> = HashMap::new();
    let mut files: Vec<Text> = Vec::new();
    for text in texts {
        if !text.file && text.id != text.post_id {
            found.push(Found { text, files: Vec::new() });
            continue;
        }
        let place = *places.entry(text.post_id).or_insert(found.len());
        if let Some(known) = found.get_mut(place) {
            known.text.fit = known.text.fit.max(text.fit);
        } else {
            let post = Text { id: text.post_id, ..text.clone() };
            found.push(Found { text: post, files: Vec::new() });
        }
        if text.file {
            files.push(text);
        }
    }
    files.sort_by(|a, b| b.fit.total_cmp(&a.fit));
    for file in files {
        if let Some(post) = places.get(&file.post_id).and_then(|place| found.get_mut(*place)) {
            post.files.push(file.id);
        }
    }
    found
}

/// The newest texts. Words that are everywhere are found among the newest of all; those seen there at times are looked
/// for in as many months as will do, judging by that; seldom ones at once in all of time.
async fn nearest(
    cx: &Cx,
    db: &mut Db,
    question: &Question,
    (marks, label): (&[String], Option<LabelId>),
    period: Period,
) -> Result<Vec<Text>, Fault> {
    let whole = marks.join(" & ");
    let within = |months: Option<String>| marks.iter().cloned().chain(months).collect::<Vec<_>>().join(" & ");
    let look = Look { viewer: cx.viewer(), question, label, since: period.since(cx.now()), among: None };
    if look.since.is_some() {
        let count = if period == Period::Year { 13 } else { 2 };
        return store::texts(db, &look, &within(Some(months(cx.now(), count)))).await;
    }
    let guess = store::guess(db, question, &whole).await?;
    if guess.expected <= FEW && guess.expected < guess.every * SELDOM {
        return store::texts(db, &look, &whole).await;
    }
    let newest = store::texts(db, &Look { among: Some(READ), ..look }, &whole).await?;
    if enough(&newest) {
        return Ok(newest);
    }
    // What was written last may be long ago.
    if let (Some(last), Some(mut back)) = (newest.first().map(|text| text.at), months_needed(&newest)) {
        while back <= MOST_MONTHS {
            let texts = store::texts(db, &look, &within(Some(months(last, back)))).await?;
            if enough(&texts) {
                return Ok(texts);
            }
            back *= 3;
        }
    }
    store::texts(db, &look, &whole).await
}

/// How many months hold as many as are looked at and half as many again, if what was found among the newest goes on like
/// that. Of words that hardly stand there nothing can be said.
fn months_needed(newest: &[Text]) -> Option<i64> {
    let found = i64::try_from(newest.len()).ok().filter(|found| *found >= TELLING)?;
    let days = (newest.first()?.at - newest.last()?.at).num_days().max(1);
    // The month that is just beginning is hardly one.
    Some(days * (MOST * 3 / 2) / found / 30 + 2)
}

/// Whether there are as many as are looked at.
fn enough(texts: &[Text]) -> bool {
    i64::try_from(texts.len()).is_ok_and(|count| count >= MOST)
}

/// The marks of this month and those before it.
fn months(now: Timestamp, count: i64) -> String {
    let month = i64::from(now.year()) * 12 + i64::from(now.month0());
    any((0..count).map(|back| {
        let month = month - back;
        format!("@m{:04}-{:02}", month.div_euclid(12), month.rem_euclid(12) + 1)
    }))
}

/// The marks of these groups.
fn of_groups(ids: impl Iterator<Item = Uuid>) -> String {
    any(ids.map(|id| format!("@g{id}")))
}

/// Any of these marks. They are made of ids and numbers: nothing in them needs quoting.
fn any(marks: impl Iterator<Item = String>) -> String {
    format!("({})", marks.map(|mark| format!("'{mark}'")).collect::<Vec<_>>().join("|"))
}

/// How far up a text stands: how well it fits, and half as much for each year of its age.
fn weight(text: &Text, now: Timestamp) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "days")]
    let days = (now - text.at).num_days().max(0) as f64;
    f64::from(text.fit) / (1.0 + days / 365.0)
}

/// The selects that narrow what was found: groups and authors among the results, and how many of them are theirs.
pub(super) async fn choices(
    cx: &Cx,
    db: &mut Db,
    asked: &Asked,
    written: &Written,
) -> Result<Vec<Choice>, Fault> {
    let t = cx.t();
    let groups = most_frequent(written.texts.iter().map(|found| found.text.group_id.0), written.group);
    let people = most_frequent(
        written.texts.iter().filter_map(|found| found.text.author_id.map(|id| id.0)),
        asked.author.map(|id| id.0),
    );
    let ids = |counts: &[(Uuid, i64)]| counts.iter().map(|(id, _)| *id).collect::<Vec<_>>();
    let names = store::names(db, cx.viewer(), &ids(&groups), &ids(&people)).await?;
    let filled = |select: Choice, counts: &[(Uuid, i64)], people: bool| {
        counts.iter().fold(select, |select, (id, count)| {
            match names.iter().find(|name| name.person == people && name.id == *id) {
                Some(name) => select.option(&name.value, t.search_option(name.name.as_str(), *count), ""),
                None => select,
            }
        })
    };
    let group = Choice::select("group", t.search_group()).option("", t.search_group_any(), "");
    let author = Choice::select("author", t.search_author()).option("", t.search_author_any(), "");
    let author_now = asked.author.map(|id| id.to_string()).unwrap_or_default();
    let label = label(cx, db, asked, written).await?;
    let mut choices = vec![
        filled(group, &groups, false).chosen(&asked.group),
        filled(author, &people, true).chosen(author_now),
    ];
    choices.extend(label);
    choices.extend([
        period(t, asked.period),
        Choice::select("sort", t.search_sort())
            .option("", t.search_sort_best(), "")
            .option("recent", t.search_sort_recent(), "")
            .chosen(if asked.recent { "recent" } else { "" }),
    ]);
    Ok(choices)
}

/// The labels of what was found, those most often there first; no select where there is none.
async fn label(cx: &Cx, db: &mut Db, asked: &Asked, written: &Written) -> Result<Option<Choice>, Fault> {
    let t = cx.t();
    let posts: Vec<Uuid> = written.texts.iter().map(|found| found.text.post_id).collect();
    let labels = store::labels(db, cx.viewer(), &posts, asked.label, OFFERED).await?;
    let any = Choice::select("label", t.search_label()).option("", t.search_label_any(), "");
    let filled = labels.iter().fold(any, |select, label| {
        let name = match &label.group {
            Some(group) => t.search_label_of(label.name.as_str(), group.as_str()).to_string(),
            None => label.name.clone(),
        };
        select.option(label.id.to_string(), t.search_option(name, label.count), "")
    });
    let chosen = asked.label.map(|id| id.to_string()).unwrap_or_default();
    Ok((!labels.is_empty()).then(|| filled.chosen(chosen)))
}

fn period(t: T, chosen: Period) -> Choice {
    Period::ALL
        .into_iter()
        .fold(Choice::select("period", t.search_period()), |select, period| {
            let word = if period == Period::Always { "always" } else { period.as_str() };
            select.option(period.as_str(), t.search_since(word), "")
        })
        .chosen(chosen.as_str())
}

/// Which of these are most often there, with the number of times; the one that was asked for in any case.
fn most_frequent(ids: impl Iterator<Item = Uuid>, asked: Option<Uuid>) -> Vec<(Uuid, i64)> {
    let mut counts: HashMap<Uuid, i64> = asked.map(|id| (id, 0)).into_iter().collect();
    for id in ids {
        *counts.entry(id).or_default() += 1;
    }
    let mut counts: Vec<(Uuid, i64)> = counts.into_iter().collect();
    counts.sort_by_key(|(id, count)| (asked != Some(*id), std::cmp::Reverse(*count), *id));
    counts.truncate(OFFERED);
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::GroupId;

    #[test]
    fn months_are_counted_over_the_end_of_a_year() {
        let now = "2026-01-15T00:00:00Z".parse().unwrap();
        assert_eq!(months(now, 3), "('@m2026-01'|'@m2025-12'|'@m2025-11')");
    }

    #[test]
    fn as_many_months_are_asked_as_will_do() {
        let texts = |count: i64, days: i64| -> Vec<Text> {
            let day = |at| Timestamp::default() + chrono::TimeDelta::days(at);
            let text = |n| Text {
                id: Uuid::nil(),
                post_id: Uuid::nil(),
                file: false,
                group_id: GroupId(Uuid::nil()),
                author_id: None,
                at: day(days * (count - n - 1) / (count - 1).max(1)),
                fit: 0.0,
            };
            (0..count).map(text).collect()
        };
        assert_eq!(months_needed(&texts(4, 10)), None);
        assert_eq!(months_needed(&texts(300, 30)), Some(4));
        assert_eq!(months_needed(&texts(60, 3)), Some(3));
        assert_eq!(months_needed(&texts(6, 30)), Some(102));
    }

    #[test]
    fn documents_stand_with_their_publication() {
        let text = |id: u128, post: u128, file, fit| Text {
            id: Uuid::from_u128(id),
            post_id: Uuid::from_u128(post),
            file,
            group_id: GroupId(Uuid::nil()),
            author_id: None,
            at: Timestamp::default(),
            fit,
        };
        let texts = vec![
            text(11, 1, true, 0.1),
            text(12, 1, true, 0.3),
            text(20, 1, false, 0.2),
            text(1, 1, false, 0.2),
            text(31, 3, true, 0.1),
        ];
        let found: Vec<_> = with_documents(texts)
            .into_iter()
            .map(|found| {
                (found.text.id.as_u128(), found.text.fit, found.files.iter().map(Uuid::as_u128).collect())
            })
            .collect();
        assert_eq!(found, [(1, 0.3, vec![12, 11]), (20, 0.2, vec![]), (3, 0.1, vec![31])]);
    }

    #[test]
    fn what_was_asked_for_stays_in_the_filter() {
        let [a, b, c] = [1, 2, 3].map(Uuid::from_u128);
        assert_eq!(most_frequent([a, b, b].into_iter(), Some(c)), [(c, 0), (b, 2), (a, 1)]);
    }
}
