//! Documents that are packed XML: Word, `PowerPoint`, `LibreOffice`, books; workbooks are read as such.

use std::io::{Cursor, Read as _};

use zip::{ZipArchive, result::ZipError};

use super::{
    MOST_ENTRIES, Unread,
    sink::Sink,
    xml::{self, Marks},
};

/// Most bytes that are unpacked of one.
const MOST_UNPACKED: u64 = 100 * 1024 * 1024;

pub(super) fn read(file: &[u8], sink: &mut Sink<'_>) -> Result<(), Unread> {
    let mut archive = ZipArchive::new(Cursor::new(file)).map_err(|_| Unread::Broken)?;
    if archive.len() > MOST_ENTRIES {
        return Err(Unread::TooBig);
    }
    let names = (0..archive.len()).map(|number| {
        let entry = archive.by_index_raw(number).map_err(|_| Unread::Broken)?;
        Ok(entry.name().unwrap_or_default().replace('\\', "/"))
    });
    let names: Vec<String> = names.collect::<Result<_, Unread>>()?;
    let has = |wanted: &str| names.iter().any(|name| name == wanted);
    if has("xl/workbook.xml") || has("xl/workbook.bin") {
        return super::cells(file, sink);
    }
    let (marks, place): (Marks, fn(&str) -> Option<u32>) = if has("word/document.xml") {
        (Marks::Office, word)
    } else if has("ppt/presentation.xml") {
        (Marks::Office, slide)
    } else if has("META-INF/container.xml") {
        (Marks::Page, chapter)
    } else if has("content.xml") {
        (Marks::Open, |name| (name == "content.xml").then_some(0))
    } else {
        return Err(Unread::NotADocument);
    };
    let mut parts: Vec<(u32, usize)> =
        names.iter().enumerate().filter_map(|(number, name)| Some((place(name)?, number))).collect();
    parts.sort_unstable();
    let mut left = MOST_UNPACKED;
    let mut done = Ok(());
    for (_, number) in parts {
        if sink.is_full() {
            break;
        }
        let mut entry = match archive.by_index(number) {
            Ok(entry) => entry.take(left),
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => return Err(Unread::Password),
            Err(_) => return Err(Unread::Broken),
        };
        // One broken chapter does not hide the others.
        done = xml::read(&mut entry, marks, sink).and(done);
        left = entry.limit();
        sink.line();
        sink.write();
        if left == 0 {
            return Err(Unread::TooBig);
        }
    }
    done
}

/// The text of a letter first, then what stands at its edges.
fn word(name: &str) -> Option<u32> {
    let part = name.strip_prefix("word/")?.strip_suffix(".xml")?;
    match part.trim_end_matches(|c: char| c.is_ascii_digit()) {
        "document" => Some(0),
        "footnotes" | "endnotes" => Some(1),
        "comments" => Some(2),
        "header" | "footer" => Some(3),
        _ => None,
    }
}

/// Slides in their order, each with its notes.
fn slide(name: &str) -> Option<u32> {
    let number = |folder: &str| -> Option<u32> {
        name.strip_prefix(folder)?.strip_suffix(".xml")?.parse::<u32>().ok()?.checked_mul(2)
    };
    number("ppt/slides/slide").or_else(|| number("ppt/notesSlides/notesSlide")?.checked_add(1))
}

/// The pages of a book, in the order in which they are packed.
fn chapter(name: &str) -> Option<u32> {
    let (_, ending) = name.rsplit_once('.')?;
    matches!(ending, "xhtml" | "html" | "htm").then_some(0)
}
