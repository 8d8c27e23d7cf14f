//! The day and the hour at which something is to be published, as a field and as an answer.

use askama::{Template, filters::HtmlSafe};
use chrono::{NaiveDate, NaiveTime, TimeDelta};
use chrono_tz::Tz;

use super::model::Draft;
use crate::{
    i18n::{T, format},
    kernel::{Timestamp, Wall},
    web::{Cx, FormErrors},
};

/// How far ahead one can plan: two years.
const FAR: TimeDelta = TimeDelta::days(731);

/// The field: a day, an hour, and on whose walls.
#[derive(Template)]
#[template(path = "drafts/when.html")]
pub struct WhenField {
    t: T,
    label: String,
    day: String,
    hour: String,
    least: String,
    zone: &'static str,
    error: Option<String>,
}

impl HtmlSafe for WhenField {}

impl WhenField {
    /// The field with what was typed, or with tomorrow morning.
    pub fn new(cx: &Cx, (day, hour): (&str, &str), errors: &FormErrors) -> Self {
        let tomorrow = (cx.now() + TimeDelta::days(1)).with_timezone(&cx.zone());
        let or = |text: &str, other: String| if text.is_empty() { other } else { text.to_owned() };
        Self {
            t: cx.t(),
            label: cx.t().drafts_when().to_string(),
            day: or(day, tomorrow.format("%Y-%m-%d").to_string()),
            hour: or(hour, "09:00".to_owned()),
            least: cx.now().with_timezone(&cx.zone()).format("%Y-%m-%d").to_string(),
            zone: cx.zone().name(),
            error: errors.on("when").map(str::to_owned),
        }
    }
}

impl WhenField {
    /// With another name over it.
    pub fn called(self, label: impl ToString) -> Self {
        Self { label: label.to_string(), ..self }
    }
}

/// The day and the hour of an instant, as the field takes them.
pub fn typed(cx: &Cx, at: Timestamp) -> (String, String) {
    let local = at.with_timezone(&cx.zone());
    (local.format("%Y-%m-%d").to_string(), local.format("%H:%M").to_string())
}

/// The instant someone chose on the walls of their time zone.
#[derive(Clone, Copy, Debug)]
pub struct When {
    /// The instant and the zone.
    pub at: (Timestamp, Tz),
    wall: Wall,
}

impl When {
    /// Reads what was typed, or says beside the field what is wrong with it.
    pub fn read(cx: &Cx, (day, hour): (&str, &str), errors: &mut FormErrors) -> Option<Self> {
        let t = cx.t();
        let day = NaiveDate::parse_from_str(day.trim(), "%Y-%m-%d").ok();
        let hour =
            ["%H:%M", "%H:%M:%S"].iter().find_map(|as_| NaiveTime::parse_from_str(hour.trim(), as_).ok());
        let (Some(day), Some(hour)) = (day, hour) else {
            errors.add("when", t.drafts_when_needed());
            return None;
        };
        let wall = Wall::read(cx.zone(), day.and_time(hour));
        if wall.at() <= cx.now() {
            errors.add("when", t.drafts_when_past());
            return None;
        }
        if wall.at() > cx.now() + FAR {
            errors.add("when", t.drafts_when_far());
            return None;
        }
        Some(Self { at: (wall.at(), cx.zone()), wall })
    }

    /// What was decided, in a sentence; also what became of an hour that is none, or two.
    pub fn said(self, cx: &Cx) -> String {
        let (t, (at, zone)) = (cx.t(), self.at);
        let when = format::full(cx.locale(), zone, at);
        let planned = t.drafts_planned_for(when, zone.name()).to_string();
        match self.wall {
            Wall::Once(_) => planned,
            Wall::Twice(_) => format!("{planned} {}", t.drafts_hour_twice()),
            Wall::Skipped(_) => format!("{planned} {}", t.drafts_hour_skipped()),
        }
    }
}

impl Draft {
    /// For when it is planned, in a sentence.
    pub fn planned_for(&self, cx: &Cx) -> Option<String> {
        let zone = cx.zone();
        let when = format::full(cx.locale(), zone, self.publish_at?);
        Some(cx.t().drafts_planned_for(when, zone.name()).to_string())
    }
}
