//! What a document says about whoever made it, taken out in the child process before anybody is handed the file: names,
//! companies, programs and hours, as they stand in the properties of Word, Excel, `PowerPoint` (ECMA-376 part 2 §11; before
//! 2007: MS-OLEPS §2.25), their open counterparts (`OpenDocument` 1.3 part 3 §4.3.2) and PDF (ISO 32000-2 §14.3).
//!
//! Everything else stays byte by byte where the format allows it. What is signed or encrypted is left as it is: another byte
//! would break it. So is what cannot be read.
use std::{
    io::{self, Cursor, Read as _, Write as _},
    time::Duration,
};

use cfb::CompoundFile;
use hayro::hayro_interpret::hayro_syntax::Pdf;
use lopdf::{Dictionary, Document, Object, xref::XrefType};
use zip::{CompressionMethod, ZipArchive, ZipWriter, result::ZipError, write::SimpleFileOptions};

use super::{MOST_BYTES, MOST_ENTRIES};
use crate::worker::{Blocks, Input, Job, Limits, WorkerError, Workers, frame};

/// Name of this kind of work.
pub(in crate::worker) const KIND: &str = "metadata";
/// The pieces in which the new file comes, in bytes.
const PIECE: usize = 1024 * 1024;
/// Most bytes of a manifest that are looked at.
const MOST_MANIFEST: u64 = 4 * 1024 * 1024;

/// Entries of packed documents that tell of their makers, and what stands there instead.
const BLANK: [(&str, &str); 4] = [
    (
        "docProps/core.xml",
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>"#,
    ),
    (
        "docProps/app.xml",
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>"#,
    ),
    (
        "docProps/custom.xml",
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>"#,
    ),
    (
        "meta.xml",
        r#"<?xml version="1.0" encoding="UTF-8"?><office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3"><office:meta/></office:document-meta>"#,
    ),
];

/// Where the properties of older documents lie.
const PROPERTIES: [&str; 2] = ["/\u{5}SummaryInformation", "/\u{5}DocumentSummaryInformation"];
/// What older documents hold that were signed, or closed by a password.
const SEALED: [&str; 3] = ["/_signatures", "/_xmlsignatures", "/EncryptionInfo"];

/// Means of the child.
pub fn limits() -> Limits {
    Limits {
        memory: 768 * 1024 * 1024,
        cpu_seconds: 10,
        wall: Duration::from_secs(30),
        queue: Duration::from_secs(30),
        output: 2 * MOST_BYTES,
    }
}

/// The file without what it says of its makers, in pieces; no piece at all where there is nothing to take out.
pub async fn take_out(workers: &Workers, file: Input, limits: Limits) -> Result<Blocks, WorkerError> {
    workers.stream(KIND, b"{}".to_vec(), file, limits).await
}

/// Inside the child.
pub(in crate::worker) fn handle(job: &Job, to: &mut dyn io::Write) -> io::Result<()> {
    let file = job.body.as_slice();
    let without = if file.starts_with(b"%PDF-") {
        printed(file)
    } else if file.starts_with(b"PK") {
        packed(file).ok().flatten()
    } else {
        compound(file).ok().flatten()
    };
    for piece in without.iter().flat_map(|bytes| bytes.chunks(PIECE)) {
        frame::write_block(to, piece)?;
    }
    to.flush()
}

/// An archive with blank properties; all other entries are copied as they are packed.
fn packed(file: &[u8]) -> Result<Option<Vec<u8>>, ZipError> {
    let mut archive = ZipArchive::new(Cursor::new(file))?;
    if archive.len() > MOST_ENTRIES || is_sealed(&mut archive)? {
        return Ok(None);
    }
    let (mut to, mut changed) = (ZipWriter::new(Cursor::new(Vec::with_capacity(file.len()))), false);
    to.set_raw_comment(archive.comment().into())?;
    for number in 0..archive.len() {
        let entry = archive.by_index_raw(number)?;
        let name = entry.name()?.into_owned();
        let Some((_, blank)) = BLANK.iter().find(|(known, _)| *known == name) else {
            to.raw_copy_file(entry)?;
            continue;
        };
        drop(entry);
        changed |= !holds(&mut archive, number, blank)?;
        to.start_file(name, SimpleFileOptions::default().compression_method(CompressionMethod::Deflated))?;
        to.write_all(blank.as_bytes())?;
    }
    Ok(if changed { Some(to.finish()?.into_inner()) } else { None })
}

/// Whether somebody signed it, or closed it by a password.
fn is_sealed(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<bool, ZipError> {
    for name in archive.file_names() {
        let name = name?;
        if name.starts_with("_xmlsignatures/") || name == "META-INF/documentsignatures.xml" {
            return Ok(true);
        }
    }
    let mut manifest = String::new();
    match archive.by_name("META-INF/manifest.xml") {
        Ok(entry) => entry.take(MOST_MANIFEST).read_to_string(&mut manifest)?,
        Err(ZipError::FileNotFound) => return Ok(false),
        Err(other) => return Err(other),
    };
    Ok(manifest.contains("encryption-data"))
}

/// Whether an entry says just this.
fn holds(archive: &mut ZipArchive<Cursor<&[u8]>>, number: usize, text: &str) -> Result<bool, ZipError> {
    let mut found = Vec::new();
    archive.by_index(number)?.take(text.len() as u64 + 1).read_to_end(&mut found)?;
    Ok(found == text.as_bytes())
}

/// What Word, Excel or `PowerPoint` wrote before 2007, its properties written over and gone.
fn compound(file: &[u8]) -> io::Result<Option<Vec<u8>>> {
    let mut document = CompoundFile::open(Cursor::new(file.to_vec()))?;
    if SEALED.iter().any(|place| document.exists(place)) {
        return Ok(None);
    }
    let mut changed = false;
    for place in PROPERTIES {
        if !document.is_stream(place) {
            continue;
        }
        let mut properties = document.open_stream(place)?;
        let length = properties.len();
        io::copy(&mut io::repeat(0).take(length), &mut properties)?;
        properties.flush()?;
        drop(properties);
        document.remove_stream(place)?;
        changed = true;
    }
    document.flush()?;
    Ok(if changed { Some(document.into_inner().into_inner()) } else { None })
}

/// A PDF without its properties; nothing where it has none, where its pages would not survive, or where it is sealed.
fn printed(file: &[u8]) -> Option<Vec<u8>> {
    if file.windows(10).any(|bytes| bytes == b"/ByteRange") {
        return None;
    }
    let mut document = Document::load_mem(file).ok()?;
    if document.is_encrypted() || document.was_encrypted() {
        return None;
    }
    let mut gone = Vec::new();
    let mut changed = take(&mut document.trailer, b"Info", &mut gone);
    for object in document.objects.values_mut() {
        let dictionary = match object {
            Object::Dictionary(dictionary) => dictionary,
            Object::Stream(stream) => &mut stream.dict,
            _ => continue,
        };
        changed |= take(dictionary, b"Metadata", &mut gone);
    }
    if !changed {
        return None;
    }
    for id in gone {
        document.objects.remove(&id);
    }
    let mut without = Vec::with_capacity(file.len());
    // As tightly as it came: the table of a tight file is a stream itself.
    match document.reference_table.cross_reference_type {
        XrefType::CrossReferenceStream => document.save_modern(&mut without).ok()?,
        XrefType::CrossReferenceTable => document.save_to(&mut without).ok()?,
    }
    is_the_same(file, &without).then_some(without)
}

/// Whether two PDF have the same pages, with the same on them.
fn is_the_same(one: &[u8], other: &[u8]) -> bool {
    let (Ok(one), Ok(other)) = (Pdf::new(one.to_vec()), Pdf::new(other.to_vec())) else { return false };
    let (one, other) = (one.pages(), other.pages());
    !one.is_empty()
        && one.len() == other.len()
        && one.iter().zip(other.iter()).all(|(one, other)| {
            one.render_dimensions() == other.render_dimensions() && one.page_stream() == other.page_stream()
        })
}

/// Takes an entry out of a dictionary and remembers where it led; says whether there was one.
fn take(dictionary: &mut Dictionary, key: &[u8], gone: &mut Vec<lopdf::ObjectId>) -> bool {
    let found = dictionary.remove(key);
    gone.extend(found.iter().filter_map(|found| found.as_reference().ok()));
    found.is_some()
}
