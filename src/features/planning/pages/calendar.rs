//! A month of what is planned and published: a table of weeks, which on narrow screens reads as a list of days.

use std::collections::BTreeMap;

use askama::{Template, filters::HtmlSafe};
use chrono::{Datelike as _, Days, Months, NaiveDate, NaiveTime};

use super::show::name;
use crate::{
    db::Db,
    features::{
        drafts,
        planning::{holidays, store, urls},
    },
    i18n::{T, format},
    kernel::{Fault, Timestamp, Url, Wall},
    ui::links,
    web::Cx,
};

/// How many entries a month shows at most.
const MOST: i64 = 500;

/// The calendar.
#[derive(Template)]
#[template(path = "planning/calendar.html")]
pub(super) struct Calendar {
    t: T,
    title: String,
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
    holiday: Option<String>,
    entries: Vec<Entry>,
}

struct Entry {
    time: String,
    name: String,
    lang: String,
    group: String,
    url: Url,
    /// Not published yet.
    planned: bool,
    refused: bool,
}

impl Calendar {
    /// A month written `2027-03`; another text is the present one.
    pub(super) async fn load(cx: &Cx, db: &mut Db, month: &str) -> Result<Self, Fault> {
        let today = cx.now().with_timezone(&cx.zone()).date_naive();
        let first = NaiveDate::parse_from_str(&format!("{month}-01"), "%Y-%m-%d").ok();
        let far = |day: &NaiveDate| (2000..2200).contains(&day.year());
        let first = first.filter(far).or_else(|| today.with_day(1)).unwrap_or(today);
        let start = first - Days::new(u64::from(first.weekday().num_days_from_monday()));
        let next = first + Months::new(1);
        let weeks = (next - start).num_days().unsigned_abs().div_ceil(7);
        let midnight = |day: NaiveDate| Wall::read(cx.zone(), day.and_time(NaiveTime::MIN)).at();
        let mut entries = entries(cx, db, (midnight(start), midnight(start + Days::new(weeks * 7)))).await?;
        let day = |date: NaiveDate, entries: Vec<Entry>| Day {
            number: date.day(),
            full: format::day(cx.locale(), date),
            iso: date.to_string(),
            outside: date.month() != first.month(),
            today: date == today,
            holiday: holidays::name(cx.t(), date),
            entries,
        };
        let mut dates = start.iter_days();
        let mut week = || {
            let days = dates.by_ref().take(7);
            days.map(|date| day(date, entries.remove(&date).unwrap_or_default())).collect()
        };
        let month = |day: NaiveDate| urls::month(&day.format("%Y-%m").to_string());
        Ok(Self {
            t: cx.t(),
            title: format::month(cx.locale(), first),
            before: month(first - Months::new(1)),
            after: month(next),
            this: month(today),
            weekdays: format::weekdays(cx.locale()).to_vec(),
            weeks: (0..weeks).map(|_| week()).collect(),
        })
    }
}

/// What is planned and what was published, day by day on the viewer's walls.
async fn entries(
    cx: &Cx,
    db: &mut Db,
    between: (Timestamp, Timestamp),
) -> Result<BTreeMap<NaiveDate, Vec<Entry>>, Fault> {
    let mut days: BTreeMap<NaiveDate, Vec<(Timestamp, Entry)>> = BTreeMap::new();
    let mut add = |at: Timestamp, entry: Entry| {
        days.entry(at.with_timezone(&cx.zone()).date_naive()).or_default().push((at, entry));
    };
    let time = |at: Timestamp| format::time(cx.locale(), cx.zone(), at);
    for draft in drafts::planned(db, cx.viewer(), Some(between), MOST).await? {
        let Some(at) = draft.publish_at else { continue };
        let url = if draft.mine { drafts::urls::write(draft.id) } else { urls::time(draft.id) };
        let entry = Entry {
            time: time(at),
            name: name(cx.t(), &draft),
            lang: draft.lang.clone(),
            group: draft.group_name.clone().unwrap_or_else(|| cx.t().drafts_no_group().to_string()),
            url,
            planned: true,
            refused: draft.refused_at.is_some(),
        };
        add(at, entry);
    }
    for post in store::published(db, cx.viewer(), between, MOST).await? {
        let names = [post.title, post.excerpt].into_iter().find(|text| !text.is_empty());
        let entry = Entry {
            time: time(post.at),
            name: names.unwrap_or_else(|| cx.t().posts_photos_only().to_string()),
            lang: post.lang,
            group: post.group_name,
            url: links::post(post.id),
            planned: false,
            refused: false,
        };
        add(post.at, entry);
    }
    Ok(days
        .into_iter()
        .map(|(day, mut entries)| {
            entries.sort_by_key(|(at, _)| *at);
            (day, entries.into_iter().map(|(_, entry)| entry).collect())
        })
        .collect())
}
