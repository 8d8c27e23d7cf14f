//! A moment in words, with the exact one behind it.

use std::fmt;

use askama::filters::HtmlSafe;
use chrono::SecondsFormat;
use chrono_tz::Tz;

use crate::{
    i18n::{Locale, format},
    kernel::Timestamp,
    web::Cx,
};

/// `<time>`: relative in the text, exact in the title and in `datetime` (PRODUCT E5).
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    at: Timestamp,
    now: Timestamp,
    zone: Tz,
    locale: Locale,
}

impl Moment {
    /// The moment as whoever asked reads it.
    pub fn new(cx: &Cx, at: Timestamp) -> Self {
        Self { at, now: cx.now(), zone: cx.zone(), locale: cx.locale() }
    }

    /// The moment for fragments that many read: in a language and a zone.
    pub fn plain(locale: Locale, zone: Tz, now: Timestamp, at: Timestamp) -> Self {
        Self { at, now, zone, locale }
    }

    /// The whole date and time.
    pub fn full(&self) -> String {
        format::full(self.locale, self.zone, self.at)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            r#"<time data-rel datetime="{}" title="{}">{}</time>"#,
            self.at.to_rfc3339_opts(SecondsFormat::Secs, true),
            self.full(),
            format::ago(self.locale, self.zone, self.now, self.at)
        )
    }
}

impl HtmlSafe for Moment {}
