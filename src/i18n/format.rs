//! Dates, times, numbers and lists as French and English write them (DESIGN §5, §14).

use chrono::{Datelike, TimeDelta, Timelike};
use chrono_tz::Tz;

use crate::{i18n::Locale, kernel::Timestamp};

const MONTHS_FR: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const SHORT_FR: [&str; 12] =
    ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];
const SHORT_EN: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAYS_FR: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
const DAYS_EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// A whole number in groups of three: `1 248` (narrow no-break space) or `1,248`.
pub fn number(locale: Locale, n: i64) -> String {
    let digits = n.unsigned_abs().to_string();
    let mut out = String::with_capacity(digits.len() + 8);
    if n < 0 {
        out.push('\u{2212}');
    }
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(if locale == Locale::Fr { '\u{202F}' } else { ',' });
        }
        out.push(digit);
    }
    out
}

/// How heavy a file is: `380 Ko`, `1,2 Mo` (no-break space) or `1.2 MB`.
pub fn weight(locale: Locale, bytes: i64) -> String {
    let units = if locale == Locale::Fr { ["octets", "Ko", "Mo", "Go"] } else { ["bytes", "KB", "MB", "GB"] };
    let point = if locale == Locale::Fr { ',' } else { '.' };
    let (mut tenths, mut unit) = (bytes.max(0).saturating_mul(10), 0);
    while tenths >= 10_240 && unit < 3 {
        tenths = (tenths + 512) / 1_024;
        unit += 1;
    }
    let name = units.get(unit).copied().unwrap_or_default();
    match (unit, tenths / 10, tenths % 10) {
        (1.., whole @ 0..10, part @ 1..) => format!("{whole}{point}{part}\u{A0}{name}"),
        (0, whole, _) => format!("{}\u{A0}{name}", number(locale, whole)),
        (_, whole, part) => format!("{}\u{A0}{name}", number(locale, whole + i64::from(part >= 5))),
    }
}

fn word(words: &'static [&'static str], place: u32) -> &'static str {
    words.get(place as usize).copied().unwrap_or_default()
}

/// `12 novembre 2026`, `12 November 2026`; the first of the month is `1er` in French.
pub fn date(locale: Locale, zone: Tz, at: Timestamp) -> String {
    let day = at.with_timezone(&zone);
    match locale {
        Locale::Fr => {
            format!("{}\u{A0}{} {}", ordinal(day.day()), word(&MONTHS_FR, day.month0()), day.year())
        }
        Locale::En => format!("{}\u{A0}{} {}", day.day(), word(&MONTHS_EN, day.month0()), day.year()),
    }
}

/// A day that has no hour: `12 novembre 2026`, `12 November 2026`.
pub fn day(locale: Locale, day: chrono::NaiveDate) -> String {
    date(locale, Tz::UTC, day.and_time(chrono::NaiveTime::MIN).and_utc())
}

/// Some days from a first to a last: `12 novembre 2026`, or `du 12 novembre 2026 au 3 janvier 2027`.
pub fn days(locale: Locale, first: chrono::NaiveDate, last: chrono::NaiveDate) -> String {
    if first == last {
        return day(locale, first);
    }
    locale.t().format_days(day(locale, first), day(locale, last)).to_string()
}

/// A month and its year: `novembre 2026`, `November 2026`.
pub fn month(locale: Locale, day: chrono::NaiveDate) -> String {
    let months = if locale == Locale::Fr { &MONTHS_FR } else { &MONTHS_EN };
    format!("{} {}", word(months, day.month0()), day.year())
}

/// The days of the week from Monday on.
pub fn weekdays(locale: Locale) -> &'static [&'static str; 7] {
    if locale == Locale::Fr { &DAYS_FR } else { &DAYS_EN }
}

fn ordinal(day: u32) -> String {
    if day == 1 { "1er".to_owned() } else { day.to_string() }
}

/// `9 h 42`, `9:42`.
pub fn time(locale: Locale, zone: Tz, at: Timestamp) -> String {
    let time = at.with_timezone(&zone);
    match locale {
        Locale::Fr if time.minute() == 0 => format!("{}\u{A0}h", time.hour()),
        Locale::Fr => format!("{}\u{A0}h\u{A0}{:02}", time.hour(), time.minute()),
        Locale::En => format!("{}:{:02}", time.hour(), time.minute()),
    }
}

/// `jeudi 12 novembre 2026 à 9 h 42`, `Thursday 12 November 2026 at 9:42`.
pub fn full(locale: Locale, zone: Tz, at: Timestamp) -> String {
    let day = at.with_timezone(&zone).weekday().num_days_from_monday();
    match locale {
        Locale::Fr => {
            format!("{} {} à {}", word(&DAYS_FR, day), date(locale, zone, at), time(locale, zone, at))
        }
        Locale::En => {
            format!("{} {} at {}", word(&DAYS_EN, day), date(locale, zone, at), time(locale, zone, at))
        }
    }
}

/// How long ago, in the words of DESIGN §14: minutes under an hour, then the time today, yesterday, the day of this
/// week, and a short date before that.
pub fn ago(locale: Locale, zone: Tz, now: Timestamp, at: Timestamp) -> String {
    let (then, today) = (at.with_timezone(&zone), now.with_timezone(&zone));
    let passed = now - at;
    if passed < TimeDelta::minutes(1) && passed > TimeDelta::minutes(-1) {
        return pick(locale, "à l’instant", "just now").to_owned();
    }
    if passed < TimeDelta::hours(1) && passed > TimeDelta::zero() {
        let minutes = passed.num_minutes();
        return match locale {
            Locale::Fr => format!("il y a {minutes}\u{A0}min"),
            Locale::En => format!("{minutes}\u{A0}min ago"),
        };
    }
    let days = (today.date_naive() - then.date_naive()).num_days();
    match days {
        0 => time(locale, zone, at),
        1 => format!("{} {}", pick(locale, "hier à", "yesterday at"), time(locale, zone, at)),
        2..=6 => word(
            if locale == Locale::Fr { &DAYS_FR } else { &DAYS_EN },
            then.weekday().num_days_from_monday(),
        )
        .to_owned(),
        _ => short_date(locale, zone, now, at),
    }
}

/// `12 nov.`, with the year where it is not this one.
pub fn short_date(locale: Locale, zone: Tz, now: Timestamp, at: Timestamp) -> String {
    let (then, today) = (at.with_timezone(&zone), now.with_timezone(&zone));
    let (day, month) = match locale {
        Locale::Fr => (ordinal(then.day()), word(&SHORT_FR, then.month0())),
        Locale::En => (then.day().to_string(), word(&SHORT_EN, then.month0())),
    };
    if then.year() == today.year() {
        format!("{day}\u{A0}{month}")
    } else {
        format!("{day}\u{A0}{month} {}", then.year())
    }
}

fn pick(locale: Locale, fr: &'static str, en: &'static str) -> &'static str {
    match locale {
        Locale::Fr => fr,
        Locale::En => en,
    }
}

/// `Ada, Bob et Carole`, `Ada, Bob, and Carol`.
pub fn list(locale: Locale, items: &[impl AsRef<str>]) -> String {
    let Some((last, rest)) = items.split_last() else {
        return String::new();
    };
    let mut out = rest.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", ");
    if !rest.is_empty() {
        out.push_str(match locale {
            Locale::Fr => " et ",
            Locale::En if rest.len() > 1 => ", and ",
            Locale::En => " and ",
        });
    }
    out.push_str(last.as_ref());
    out
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;
    use chrono_tz::Europe::Paris;

    use super::*;

    fn at(month: u32, day: u32, hour: u32, minute: u32) -> Timestamp {
        chrono::Utc.with_ymd_and_hms(2026, month, day, hour, minute, 0).unwrap()
    }

    #[test]
    fn numbers_are_grouped() {
        assert_eq!(number(Locale::Fr, 1_248), "1\u{202F}248");
        assert_eq!(number(Locale::En, -1_234_567), "\u{2212}1,234,567");
        assert_eq!(number(Locale::Fr, 999), "999");
    }

    #[test]
    fn weights_are_rounded() {
        for (bytes, fr, en) in [
            (1, "1\u{A0}octets", "1\u{A0}bytes"),
            (1_000, "1\u{202F}000\u{A0}octets", "1,000\u{A0}bytes"),
            (1_024, "1\u{A0}Ko", "1\u{A0}KB"),
            (389_120, "380\u{A0}Ko", "380\u{A0}KB"),
            (1_258_291, "1,2\u{A0}Mo", "1.2\u{A0}MB"),
            (536_870_912, "512\u{A0}Mo", "512\u{A0}MB"),
        ] {
            assert_eq!(
                (weight(Locale::Fr, bytes), weight(Locale::En, bytes)),
                (fr.to_owned(), en.to_owned())
            );
        }
    }

    #[test]
    fn dates_are_written_out() {
        assert_eq!(
            full(Locale::Fr, Paris, at(11, 12, 8, 42)),
            "jeudi 12\u{A0}novembre 2026 à 9\u{A0}h\u{A0}42"
        );
        assert_eq!(full(Locale::En, Paris, at(11, 1, 8, 0)), "Sunday 1\u{A0}November 2026 at 9:00");
        assert_eq!(date(Locale::Fr, Paris, at(11, 1, 8, 0)), "1er\u{A0}novembre 2026");
    }

    #[test]
    fn time_passes_in_words() {
        let now = at(11, 12, 12, 0);
        let ago = |then| ago(Locale::Fr, Paris, now, then);
        assert_eq!(ago(at(11, 12, 11, 48)), "il y a 12\u{A0}min");
        assert_eq!(ago(at(11, 12, 7, 5)), "8\u{A0}h\u{A0}05");
        assert_eq!(ago(at(11, 11, 16, 20)), "hier à 17\u{A0}h\u{A0}20");
        assert_eq!(ago(at(11, 10, 9, 0)), "mardi");
        assert_eq!(ago(at(11, 3, 9, 0)), "3\u{A0}nov.");
    }

    #[test]
    fn lists_read_aloud() {
        assert_eq!(list(Locale::Fr, &["Ada", "Bob", "Carole"]), "Ada, Bob et Carole");
        assert_eq!(list(Locale::En, &["Ada", "Bob", "Carol"]), "Ada, Bob, and Carol");
        assert_eq!(list(Locale::En, &["Ada", "Bob"]), "Ada and Bob");
        assert_eq!(list(Locale::En, &[] as &[&str]), "");
    }
}
