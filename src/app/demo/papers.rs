//! The documents of the demonstration, written by code: a page of PDF with the words of its post, or a small sheet.

use std::fmt::Write as _;

use super::plan::Post;
use crate::{
    app::App,
    authz::{Actor, UploadFile, standing::NoPath},
    blobs::file_key,
    db::Tx,
    features::files::{self, NewFile},
    i18n::Locale,
    kernel::{Fault, FileId, id::new_uuid},
    sheets::{Format, Writer},
    web::stream::Kept,
};

/// How many letters stand in a line, and how many lines on a page.
const LINE: usize = 84;
const LINES: usize = 46;
/// How many letters of a title do.
const TITLE: usize = 46;

/// Uploads the documents of a post in its author's name.
pub(super) async fn upload(
    app: &App,
    tx: &mut Tx,
    author: &Actor,
    post: &Post,
) -> Result<Vec<FileId>, Fault> {
    let mut placed = Vec::new();
    for name in &post.documents {
        let bytes = match name.rsplit('.').next() {
            Some("pdf") => pdf(&post.title, &post.text),
            Some("xlsx") => sheet(Format::Xlsx)?,
            Some("csv") => sheet(Format::Csv)?,
            _ => post.text.clone().into_bytes(),
        };
        let id = new_uuid(tx.now());
        let (length, head) = (bytes.len() as u64, bytes.iter().copied().take(4096).collect());
        let kept = Kept { id, name: name.clone(), bytes: length, digest: Vec::new(), head };
        let new = NewFile::of(&kept).map_err(|why| Fault::new(format!("{name}: {why:?}")))?;
        app.blobs.put(&file_key(new.id), bytes).await?;
        let may = super::play::ask::<UploadFile>(tx, author, NoPath {}).await?;
        placed.push(files::verbs::upload(tx, &may, &new).await?);
    }
    Ok(placed)
}

/// What a small group spends and on what.
fn sheet(format: Format) -> Result<Vec<u8>, Fault> {
    let words = |words: [&str; 3]| words.map(str::to_owned);
    let mut sheet = Writer::new(format, Locale::Fr, "Budget", &words(["Poste", "Prévu (€)", "Dépensé (€)"]))?;
    for row in [
        ["Location de la salle", "1200", "1150"],
        ["Matériel", "860", "912"],
        ["Déplacements", "430", "285"],
        ["Repas partagé", "310", "298"],
        ["Imprévus", "200", "0"],
    ] {
        sheet.row(&words(row))?;
    }
    sheet.finish()
}

/// A page with a title and a text, in the letters that every reader of PDF has.
fn pdf(title: &str, text: &str) -> Vec<u8> {
    let text = text.replace(['*', '#', '_', '`'], "");
    let mut page = b"BT /F2 18 Tf 60 780 Td 24 TL\n".to_vec();
    let shown = |line: String| [b"(", letters(&line).as_slice(), b") Tj T*\n"].concat();
    page.extend(wrapped(title, TITLE).into_iter().flat_map(shown));
    page.extend_from_slice(b"/F1 10.5 Tf 0 -10 Td 15 TL\n");
    let lines = text.lines().filter_map(printed).flat_map(|line| wrapped(&line, LINE));
    page.extend(lines.take(LINES).flat_map(shown));
    page.extend_from_slice(b"ET");
    let font = |name: &str| {
        format!("<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>").into_bytes()
    };
    let mut content = format!("<< /Length {} >>\nstream\n", page.len()).into_bytes();
    content.extend(page);
    content.extend_from_slice(b"\nendstream");
    let objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
          /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>"
            .to_vec(),
        content,
        font("Helvetica"),
        font("Helvetica-Bold"),
    ];
    assembled(&objects)
}

/// Objects with the table that says where each begins.
fn assembled(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (number, object) in (1..).zip(objects) {
        let _ = writeln!(table, "{:010} 00000 n ", file.len());
        file.extend(format!("{number} 0 obj\n").into_bytes());
        file.extend_from_slice(object);
        file.extend_from_slice(b"\nendobj\n");
    }
    let (start, size) = (file.len(), objects.len() + 1);
    file.extend(table.into_bytes());
    file.extend(format!("trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").into_bytes());
    file
}

/// A line of Markdown as it is printed: cells with a colon between them, links without their address.
fn printed(line: &str) -> Option<String> {
    if line.starts_with("|--") {
        return None;
    }
    let mut line = line.trim_matches(['|', ' ']).replace(" | ", " : ");
    while let Some((before, rest)) = line.split_once("](") {
        let (Some((before, words)), Some((_, after))) = (before.rsplit_once('['), rest.split_once(')'))
        else {
            break;
        };
        line = format!("{before}{words}{after}");
    }
    Some(line)
}

/// A paragraph in lines that fit.
fn wrapped(paragraph: &str, most: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in paragraph.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if line.chars().count() + word.chars().count() < most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A text in the encoding of Windows, as PDF reads it between brackets.
fn letters(text: &str) -> Vec<u8> {
    let text = text.replace(['\u{202F}', '\u{A0}'], " ");
    let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(&text);
    bytes
        .iter()
        .flat_map(|byte| if b"()\\".contains(byte) { vec![b'\\', *byte] } else { vec![*byte] })
        .collect()
}
