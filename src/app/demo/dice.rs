//! Chance that always falls the same way: a number out of words. And the hours at which people write.

use chrono::{DateTime, Datelike as _, Days, NaiveTime, TimeDelta, Timelike as _, Weekday};
use chrono_tz::{Europe::Paris, Tz};

use crate::kernel::Timestamp;

/// A number that depends on these words alone.
pub(super) fn roll(about: &str, salt: &str) -> u64 {
    let mut state = 0xcbf2_9ce4_8422_2325_u64;
    for byte in about.bytes().chain([0]).chain(salt.bytes()) {
        state = (state ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    // The last words must reach all bits.
    state ^= state >> 30;
    state = state.wrapping_mul(0xbf58_476d_1ce4_e5b9);
    state ^= state >> 27;
    state = state.wrapping_mul(0x94d0_49bb_1331_11eb);
    state ^ (state >> 31)
}

/// A number below `most`.
pub(super) fn below(most: usize, about: &str, salt: &str) -> usize {
    let most = u64::try_from(most).unwrap_or(u64::MAX).max(1);
    usize::try_from(roll(about, salt) % most).unwrap_or_default()
}

/// Yes, so many times out of a hundred.
pub(super) fn chance(percent: u64, about: &str, salt: &str) -> bool {
    roll(about, salt) % 100 < percent
}

/// A number of minutes below `most`.
pub(super) fn minutes(most: u64, about: &str, salt: &str) -> TimeDelta {
    TimeDelta::minutes(i64::try_from(roll(about, salt) % most.max(1)).unwrap_or_default())
}

/// The hour at which a post of that day is written: mornings, lunch, the end of the afternoon; weekends are quieter,
/// Thursdays busier.
pub(super) fn writing_hour(day: Timestamp, about: &str) -> Timestamp {
    const HOURS: [u32; 20] = [7, 8, 8, 8, 9, 9, 10, 10, 11, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 21];
    let mut local = day.with_timezone(&Paris);
    let weekend = matches!(local.weekday(), Weekday::Sat | Weekday::Sun);
    if weekend && chance(60, about, "weekend") {
        let back = if local.weekday() == Weekday::Sat { 2 } else { 3 };
        local = local.checked_sub_days(Days::new(back)).unwrap_or(local);
    }
    let hour = HOURS.get(below(HOURS.len(), about, "hour")).copied().unwrap_or(9);
    let minute = u32::try_from(below(60, about, "minute")).unwrap_or_default();
    at_time(&local, hour, minute)
}

/// The same instant, or the next morning where people sleep.
pub(super) fn waking(at: Timestamp, about: &str) -> Timestamp {
    let local = at.with_timezone(&Paris);
    let minute = local.hour() * 60 + local.minute();
    if (400..1_350).contains(&minute) {
        return at;
    }
    let day = if minute >= 1_350 { local.checked_add_days(Days::new(1)).unwrap_or(local) } else { local };
    at_time(&day, 7, 0) + minutes(110, about, "morning")
}

fn at_time(day: &DateTime<Tz>, hour: u32, minute: u32) -> Timestamp {
    let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
    let local = day.date_naive().and_time(time).and_local_timezone(Paris);
    local.earliest().map_or_else(|| day.to_utc(), |local| local.to_utc())
}

/// Puts dates in the place of `{jeu}` (the next such day, in three days or later) and `{+12}` (in so many days).
pub(super) fn dated(text: &str, at: Timestamp, english: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((word, tail)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        if let Some(day) = day_of(word, at) {
            out.push_str(&written(&day, english));
        } else {
            out.push('{');
            out.push_str(word);
            out.push('}');
        }
        rest = tail;
    }
    out + rest
}

fn day_of(word: &str, at: Timestamp) -> Option<DateTime<Tz>> {
    let today = at.with_timezone(&Paris);
    if let Some(days) = word.strip_prefix('+').and_then(|days| days.parse().ok()) {
        return today.checked_add_days(Days::new(days));
    }
    let wanted = match word {
        "lun" | "mon" => Weekday::Mon,
        "mar" | "tue" => Weekday::Tue,
        "mer" | "wed" => Weekday::Wed,
        "jeu" | "thu" => Weekday::Thu,
        "ven" | "fri" => Weekday::Fri,
        "sam" | "sat" => Weekday::Sat,
        "dim" | "sun" => Weekday::Sun,
        _ => return None,
    };
    (3..10).filter_map(|days| today.checked_add_days(Days::new(days))).find(|day| day.weekday() == wanted)
}

fn written(day: &DateTime<Tz>, english: bool) -> String {
    const FRENCH: [&str; 12] = [
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
    const DAYS: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
    if english {
        return day.format("%A %-d %B").to_string();
    }
    let index = |number: u32| usize::try_from(number).unwrap_or_default();
    let name = DAYS.get(index(day.weekday().num_days_from_monday())).copied().unwrap_or_default();
    let month = FRENCH.get(index(day.month0())).copied().unwrap_or_default();
    let number = if day.day() == 1 { "1er".to_owned() } else { day.day().to_string() };
    format!("{name} {number} {month}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_follow_the_day_they_are_written() {
        let at: Timestamp = "2026-11-24T09:00:00Z".parse().unwrap();
        assert_eq!(dated("Rendez-vous {jeu} à 8 h.", at, false), "Rendez-vous jeudi 3 décembre à 8 h.");
        assert_eq!(dated("le {+7} et {rien}", at, false), "le mardi 1er décembre et {rien}");
        assert_eq!(dated("on {sat}", at, true), "on Saturday 28 November");
    }

    #[test]
    fn nobody_writes_at_night() {
        let night: Timestamp = "2026-11-24T02:10:00Z".parse().unwrap();
        let late: Timestamp = "2026-11-24T22:10:00Z".parse().unwrap();
        for (at, day) in [(night, 24), (late, 25)] {
            let woken = waking(at, "x").with_timezone(&Paris);
            assert_eq!(woken.day(), day);
            assert!((7..9).contains(&woken.hour()));
        }
        let noon: Timestamp = "2026-11-24T12:00:00Z".parse().unwrap();
        assert_eq!(waking(noon, "x"), noon);
    }
}
