//! A cell as text, as the person who typed it would read it: dates in ISO form, whole numbers without a point, leading
//! zeros where the format of the cell shows them.

use calamine::{Data, ExcelDateTime};

/// The text of a cell. `format` is the number format of the cell, where it is known.
pub(super) fn text(data: &Data, format: Option<&str>) -> String {
    match data {
        Data::Empty => String::new(),
        Data::String(text) | Data::DurationIso(text) => clean(text),
        Data::DateTimeIso(text) => date_iso(text),
        Data::Int(number) => padded(*number, format).unwrap_or_else(|| number.to_string()),
        Data::Float(number) => float(*number, format),
        Data::Bool(yes) => if *yes { "true" } else { "false" }.to_owned(),
        Data::DateTime(at) => date(*at),
        Data::Error(error) => error.to_string(),
    }
}

/// Nothing that a line of JSON, a table or a page cannot hold. Line ends stay: they are part of longer texts.
fn clean(text: &str) -> String {
    text.chars().filter(|&c| !c.is_control() || c == '\n' || c == '\t').collect::<String>().trim().to_owned()
}

fn float(number: f64, format: Option<&str>) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "only whole numbers below 10^15")]
    if number.fract() == 0.0 && number.abs() < 1e15 {
        let whole = number as i64;
        return padded(whole, format).unwrap_or_else(|| whole.to_string());
    }
    number.to_string()
}

/// A date, with its time if it has one.
fn date(at: ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
    if at.is_duration() {
        return at.as_f64().to_string();
    }
    if at.as_f64().fract() == 0.0 {
        return format!("{year:04}-{month:02}-{day:02}");
    }
    if at.as_f64() < 1.0 {
        return format!("{hour:02}:{minute:02}:{second:02}");
    }
    format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
}

fn date_iso(text: &str) -> String {
    let text = clean(text).replace('T', " ");
    text.strip_suffix(" 00:00:00").map_or(text.clone(), str::to_owned)
}

/// A whole number as a format of zeros and spaces shows it: `00000`, or `0#" "##" "##" "##" "##`, which is how French
/// programs write a phone number. Any other format shows no leading zeros.
fn padded(number: i64, format: Option<&str>) -> Option<String> {
    let section = format?.split(';').next().filter(|_| number >= 0)?;
    let mut places = Vec::new();
    let mut signs = section.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' => places.push(signs.next().filter(|c| !c.is_ascii_digit())?),
            '"' => places.extend(signs.by_ref().take_while(|c| *c != '"').filter(|c| !c.is_ascii_digit())),
            '0' | '#' | ' ' | '-' | '(' | ')' | '+' | '\u{A0}' => places.push(sign),
            _ => return None,
        }
    }
    let room = places.iter().filter(|place| matches!(place, '0' | '#')).count();
    let digits = number.to_string();
    if !places.contains(&'0') || digits.len() > room {
        return None;
    }
    let mut left: Vec<char> = digits.chars().collect();
    let mut shown = Vec::new();
    for place in places.into_iter().rev() {
        match place {
            '0' => shown.push(left.pop().unwrap_or('0')),
            '#' => shown.extend(left.pop()),
            other => shown.push(other),
        }
    }
    Some(shown.into_iter().rev().collect::<String>().trim().to_owned())
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType::DateTime;

    use super::*;

    #[test]
    fn leading_zeros_stay_where_the_format_shows_them() {
        let shown = |number: f64, format| text(&Data::Float(number), Some(format));
        assert_eq!(shown(1_234.0, "00000"), "01234");
        assert_eq!(shown(612_345_678.0, "0#\" \"##\" \"##\" \"##\" \"##"), "06 12 34 56 78");
        assert_eq!(shown(612_345_678.0, r"0#\ ##\ ##\ ##\ ##"), "06 12 34 56 78");
        assert_eq!(shown(1_234.0, "General"), "1234");
        assert_eq!(shown(1_234.5, "#,##0.00"), "1234.5");
        assert_eq!(shown(44_000.0, "00"), "44000");
    }

    #[test]
    fn both_epochs_mean_the_same_day() {
        let one = ExcelDateTime::new(46_348.0, DateTime, false);
        let other = ExcelDateTime::new(46_348.0 - 1_462.0, DateTime, true);
        assert_eq!(text(&Data::DateTime(one), None), "2026-11-22");
        assert_eq!(text(&Data::DateTime(other), None), "2026-11-22");
        let noon = ExcelDateTime::new(46_348.5, DateTime, false);
        assert_eq!(text(&Data::DateTime(noon), None), "2026-11-22 12:00:00");
    }
}
