//! Text files: which code the letters are in and what parts the cells is found out, because the file does not say.

use std::{borrow::Cow, io};

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::{
    Opened, Stop, Wish,
    sink::{self, LOOKED_AT, Row, Sink},
};

/// Whether bytes are text in one of the codes that are read.
pub(super) fn is_text(file: &[u8]) -> bool {
    let code = code(file);
    let head = file.get(..file.len().min(64 * 1024)).unwrap_or_default();
    let (text, _, _) = code.decode(head);
    let odd = text.chars().filter(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{1A}')).count();
    odd * 200 <= text.chars().count()
}

/// The code of the letters: by its mark, by the zeros of UTF-16, else UTF-8 if it is valid and Windows' if not.
fn code(file: &[u8]) -> &'static Encoding {
    if let Some((code, _)) = Encoding::for_bom(file) {
        return code;
    }
    let head = file.get(..file.len().min(4_096)).unwrap_or_default();
    let zeros = |first: usize| head.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let half = head.len() / 2;
    if half > 1 && zeros(1) * 3 > half * 2 {
        UTF_16LE
    } else if half > 1 && zeros(0) * 3 > half * 2 {
        UTF_16BE
    } else if std::str::from_utf8(file).is_ok() {
        UTF_8
    } else {
        WINDOWS_1252
    }
}

/// The text of a file.
pub(super) fn decoded(file: &[u8]) -> Cow<'_, str> {
    code(file).decode(file).0
}

pub(super) fn read(file: &[u8], wish: &Wish, to: &mut dyn io::Write) -> Result<(), Stop> {
    let (text, _, _) = code(file).decode(file);
    let (text, mut separator) = announced(&text);
    let separator = *separator.get_or_insert_with(|| guess(&text));
    let mut head: Vec<Row> = Vec::new();
    walk(&text, separator, |number, record| {
        head.push((number + 1, record.iter().map(str::to_owned).collect()));
        Ok(head.len() < LOOKED_AT)
    })?;
    let (_, header) = sink::guess(&head, wish);
    sink::opened(to, &Opened { sheets: vec![String::new()], sheet: String::new(), header })?;
    let mut sink = Sink::new("", to);
    walk(&text, separator, |number, record| {
        for (column, cell) in record.iter().enumerate() {
            let cell: String = cell.chars().filter(|&c| !c.is_control() || c == '\n' || c == '\t').collect();
            sink.cell(number, u32::try_from(column).unwrap_or(u32::MAX), cell.trim().to_owned())?;
        }
        Ok(true)
    })?;
    sink.finish()
}

/// Goes through the records, each with the number of its row as a spreadsheet program would show it, counted from 0:
/// empty lines count, line ends within a cell do not.
fn walk(
    text: &str,
    separator: u8,
    mut each: impl FnMut(u32, &csv::StringRecord) -> Result<bool, Stop>,
) -> Result<(), Stop> {
    let mut reader = reader(text, separator);
    let mut record = csv::StringRecord::new();
    let mut number = 0;
    while reader.read_record(&mut record).map_err(io::Error::from)? {
        let from = record.position().map_or(0, csv::Position::byte);
        number += empty_lines(text, usize::try_from(from).unwrap_or(usize::MAX));
        if !each(number, &record)? {
            break;
        }
        number += 1;
    }
    Ok(())
}

/// How many empty lines stand between the end of a record and the next one.
fn empty_lines(text: &str, from: usize) -> u32 {
    let rest = text.as_bytes().get(from..).unwrap_or_default();
    // A record is over at the first half of its line's end.
    let second_half =
        from > 0 && text.as_bytes().get(from - 1) == Some(&b'\r') && rest.first() == Some(&b'\n');
    let mut ends = rest
        .iter()
        .skip(usize::from(second_half))
        .take_while(|byte| matches!(byte, b'\r' | b'\n'))
        .peekable();
    let mut count = 0;
    while let Some(end) = ends.next() {
        if *end == b'\r' && ends.peek() == Some(&&b'\n') {
            ends.next();
        }
        count += 1;
    }
    count
}

/// The text without the line by which Excel is told the separator, and that separator.
fn announced<'a>(text: &'a Cow<'a, str>) -> (Cow<'a, str>, Option<u8>) {
    let first = text.lines().next().unwrap_or_default();
    match first.strip_prefix("sep=").map(str::as_bytes) {
        // An empty line stays, so that numbers of lines are those of the file.
        Some([separator]) => (Cow::Borrowed(text.get(first.len()..).unwrap_or_default()), Some(*separator)),
        _ => (Cow::Borrowed(text.as_ref()), None),
    }
}

/// The separator that gives most of the first lines the same number of cells, more than one.
fn guess(text: &str) -> u8 {
    let mut best = (0, b';');
    for separator in [b';', b'\t', b',', b'|'] {
        let mut counts: Vec<usize> = Vec::new();
        let mut reader = reader(text, separator);
        let mut record = csv::StringRecord::new();
        while counts.len() < 60 && reader.read_record(&mut record).unwrap_or(false) {
            counts.push(record.len());
        }
        let often = |wanted: usize| counts.iter().filter(|count| **count == wanted).count();
        let score = counts.iter().filter(|count| **count > 1).map(|count| often(*count) * 10 + count).max();
        let score = score.unwrap_or_default();
        if score > best.0 {
            best = (score, separator);
        }
    }
    best.1
}

fn reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_found() {
        assert_eq!(guess("Nom;Prénom;Ville\nDupont;Ada, Rose;Nantes\n"), b';');
        assert_eq!(guess("a,b,c\n1,2,3\n"), b',');
        assert_eq!(guess("a\tb\n1\t2\n"), b'\t');
    }

    #[test]
    fn the_code_is_found() {
        let utf16: Vec<u8> = "Prénom;Nom\nÉlodie;Œuvré".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(code(&utf16), UTF_16LE);
        assert_eq!(code(&WINDOWS_1252.encode("Prénom;Élodie Œuvré").0), WINDOWS_1252);
        assert_eq!(code("Prénom".as_bytes()), UTF_8);
        assert!(is_text(&utf16) && is_text(b"a;b"));
        assert!(!is_text(&[0, 1, 2, 3, 4, 5, 6, 7, 8, 200, 0, 1]));
    }
}
