//! A month or a week of what is planned and published: a table of weeks, which on narrow screens reads as a list of days.

use std::collections::BTreeMap;

use askama::{Template, filters::HtmlSafe};
use chrono::{Datelike as _, Days, NaiveDate, NaiveTime};

use super::{
    asked::{Filter, Found, Span},
    show::name,
};
use crate::{
    db::Db,
    features::{
        absences::{self, Away},
        drafts::{self, Draft},
        key_dates::{self, Marked},
        planning::{
            holidays,
            store::{self, Published},
            urls,
        },
    },
    i18n::{T, format},
    kernel::{DraftId, Fault, MemberId, Timestamp, Url, Wall},
    ui::links,
    web::Cx,
};

/// How many entries of each kind are looked at, at most.
const MOST: i64 = 500;
/// How many of those who are away are named on a day.
const NAMED: usize = 3;

/// The calendar.
#[derive(Template)]
#[template(path = "planning/calendar.html")]
pub(super) struct Calendar {
    t: T,
    title: String,
    week: bool,
    here: Url,
    before: Url,
    after: Url,
    this: Url,
    weekdays: Vec<&'static str>,
    weeks: Vec<Vec<Day>>,
}

impl HtmlSafe for Calendar {}

struct Day {
    number: u32,
    full: String,
    iso: String,
    /// Of the month before or after.
    outside: bool,
    today: bool,
    /// What is planned can be moved here.
    open: bool,
    holiday: Option<String>,
    /// Key dates.
    marks: Vec<String>,
    /// Who is away: in words, or once more for who only listens, where it is as on the day before.
    away: Option<Said>,
    entries: Vec<Entry>,
}

impl Day {
    /// Whether it is said who is away.
    fn begins_away(&self) -> bool {
        self.away.as_ref().is_some_and(|away| !away.still)
    }
}

/// Something that is or will be published.
struct Entry {
    time: String,
    name: String,
    lang: String,
    /// Its name, and its slug if it is chosen.
    group: (String, Option<String>),
    author: Option<(String, MemberId)>,
    url: Url,
    /// Not published yet: it can be moved.
    planned: Option<Planned>,
}

struct Planned {
    id: DraftId,
    /// Where another time is sent to, and the hour that it keeps.
    time: Url,
    hour: String,
    refused: bool,
}

impl Calendar {
    pub(super) async fn load(
        cx: &Cx,
        db: &mut Db,
        span: Span,
        filter: &Filter,
    ) -> Result<(Self, Found), Fault> {
        let today = cx.today();
        let (start, weeks) = (span.start(), span.weeks());
        let midnight = |day: NaiveDate| Wall::read(cx.zone(), day.and_time(NaiveTime::MIN)).at();
        let between = (midnight(start), midnight(start + Days::new(weeks * 7)));
        let (found, mut entries) = entries(cx, db, between, filter).await?;
        let last = start + Days::new(weeks * 7 - 1);
        let marks = Marks::load(cx, db, (start, last), filter).await?;
        let day = |date: NaiveDate, entries: Vec<Entry>| Day {
            number: date.day(),
            full: format::day(cx.locale(), date),
            iso: date.to_string(),
            outside: span.is_outside(date),
            today: date == today,
            open: date >= today,
            holiday: holidays::name(cx.t(), date),
            marks: marks.on(date),
            away: marks.away(cx, date, start),
            entries,
        };
        let mut dates = start.iter_days();
        let mut week = || {
            let days = dates.by_ref().take(7);
            days.map(|date| day(date, entries.remove(&date).unwrap_or_default())).collect()
        };
        let at = |span: Span| filter.calendar(span);
        let calendar = Self {
            t: cx.t(),
            title: span.title(cx),
            week: matches!(span, Span::Week(_)),
            here: at(span),
            before: at(span.before()),
            after: at(span.after()),
            this: at(span.around(today)),
            weekdays: format::weekdays(cx.locale()).to_vec(),
            weeks: (0..weeks).map(|_| week()).collect(),
        };
        Ok((calendar, found))
    }
}

impl Entry {
    fn of_draft(cx: &Cx, draft: &Draft, at: Timestamp) -> Self {
        let time = urls::time(draft.id);
        let local = at.with_timezone(&cx.zone());
        Self {
            time: format::time(cx.locale(), cx.zone(), at),
            name: name(cx.t(), draft),
            lang: draft.lang.clone(),
            group: (
                draft.destination(cx.t()).unwrap_or_else(|| cx.t().drafts_no_group().to_string()),
                draft.group_slug.clone(),
            ),
            author: draft.author_name.clone().map(|name| (name, draft.author)),
            url: if draft.mine { drafts::urls::write(draft.id) } else { time.clone() },
            planned: Some(Planned {
                id: draft.id,
                time,
                hour: local.format("%H:%M").to_string(),
                refused: draft.refused_at.is_some(),
            }),
        }
    }

    fn of_post(cx: &Cx, post: Published) -> Self {
        let names = [post.title, post.excerpt].into_iter().find(|text| !text.is_empty());
        Self {
            time: format::time(cx.locale(), cx.zone(), post.at),
            name: names.unwrap_or_else(|| cx.t().posts_photos_only().to_string()),
            lang: post.lang,
            group: (post.group_name, Some(post.group_slug)),
            author: post.author_name.map(|name| (name, post.author)),
            url: links::post(post.id),
            planned: None,
        }
    }
}

/// Who is away on a day.
struct Said {
    words: String,
    /// As on the day before.
    still: bool,
}

/// What else there is to think of on some days.
struct Marks {
    dates: Vec<Marked>,
    absences: Vec<Away>,
}

impl Marks {
    /// Narrowed to a group its key dates and those of the platform; to an author, their absences.
    async fn load(
        cx: &Cx,
        db: &mut Db,
        days: (NaiveDate, NaiveDate),
        filter: &Filter,
    ) -> Result<Self, Fault> {
        let mut dates = key_dates::between(db, cx.viewer(), days).await?;
        let mut absences = absences::between(db, cx.viewer(), days).await?;
        let other = |group: &String| !filter.group.is_empty() && *group != filter.group;
        dates.retain(|date| !date.group.as_ref().is_some_and(other));
        absences.retain(|away| filter.author.is_none_or(|author| author == away.id));
        Ok(Self { dates, absences })
    }

    fn on(&self, day: NaiveDate) -> Vec<String> {
        let now = self.dates.iter().filter(|date| (date.from..=date.until).contains(&day));
        now.map(|date| date.name.clone()).collect()
    }

    fn names(&self, day: NaiveDate) -> Vec<String> {
        let away = self.absences.iter().filter(|away| (away.from..=away.until).contains(&day));
        let mut names: Vec<String> = away.map(|away| away.name.clone()).collect();
        names.dedup();
        names
    }

    /// Told by name where it begins or changes, and at the beginning of a week.
    fn away(&self, cx: &Cx, day: NaiveDate, start: NaiveDate) -> Option<Said> {
        let mut names = self.names(day);
        let still = (day - start).num_days() % 7 != 0 && names == self.names(day - Days::new(1));
        let more = i64::try_from(names.len().saturating_sub(NAMED)).unwrap_or_default();
        names.truncate(NAMED);
        if more > 0 {
            names.push(cx.t().planning_away_more(more).to_string());
        }
        let (t, listed) = (cx.t(), format::list(cx.locale(), &names));
        let words = if still { t.planning_away_still(listed) } else { t.planning_away(listed) };
        (!names.is_empty()).then(|| Said { words: words.to_string(), still })
    }
}

/// What is planned and what was published, day by day on the viewer's walls, and what it can be narrowed to.
async fn entries(
    cx: &Cx,
    db: &mut Db,
    between: (Timestamp, Timestamp),
    filter: &Filter,
) -> Result<(Found, BTreeMap<NaiveDate, Vec<Entry>>), Fault> {
    let planned = drafts::planned(db, cx.viewer(), Some(between), MOST).await?;
    let planned = planned.iter().filter_map(|draft| Some((draft.publish_at?, draft)));
    let mut all: Vec<_> = planned.map(|(at, draft)| (at, Entry::of_draft(cx, draft, at))).collect();
    for post in store::published(db, cx.viewer(), between, MOST).await? {
        all.push((post.at, Entry::of_post(cx, post)));
    }
    all.sort_by_key(|(at, _)| *at);
    let mut found = Found::default();
    let mut days: BTreeMap<NaiveDate, Vec<Entry>> = BTreeMap::new();
    for (at, entry) in all {
        let (name, slug) = entry.group.clone();
        if found.takes(filter, slug.map(|slug| (name, slug)), entry.author.clone()) {
            days.entry(at.with_timezone(&cx.zone()).date_naive()).or_default().push(entry);
        }
    }
    Ok((found, days))
}
