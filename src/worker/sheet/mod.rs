//! Spreadsheets from strangers: Excel (`.xlsx`, `.xlsb`, `.xls`), `LibreOffice` (`.ods`) and text (`.csv`, `.tsv`), read
//! in the child process into one form: rows of text, each with its number in the sheet.
//!
//! Which columns mean what is the affair of whoever asks; here a sheet and its row of headings are only proposed, as
//! those that hold most of the words the caller knows. What a file is, its bytes say, never its name.
pub mod archive;
mod book;
mod cell;
mod sink;
mod text;

use std::{io, time::Duration};

use serde::{Deserialize, Serialize};

use super::{Blocks, Input, Job, Limits, Refusal, WorkerError, Workers, frame};

/// Name of this kind of work.
pub(super) const KIND: &str = "sheet";
/// The last row that may hold something: fifty thousand people with some lines above them.
pub const MOST_ROWS: u32 = 50_100;
/// Most columns.
pub const MOST_COLUMNS: u32 = 200;
/// Most characters of a cell, as in Excel.
pub const MOST_CHARACTERS: usize = 32_767;
/// Most bytes of an unpacked workbook.
pub const MOST_UNPACKED: u64 = 400 * 1024 * 1024;

/// What is asked of the reader.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Wish {
    /// The sheet to read; by default the one that looks right.
    pub sheet: Option<String>,
    /// Words that headings are made of, in the form that [`heading`] gives.
    pub words: Vec<String>,
}

/// What the file holds, and which part of it is read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// The names of its sheets; a text file has one without a name.
    pub sheets: Vec<String>,
    /// The one that is read.
    pub sheet: String,
    /// The number of the row that looks like headings, counted from 1.
    pub header: u32,
}

/// Why a file was not read, or not to its end. Rows and columns are counted from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are named as what they are")]
pub enum SheetRefused {
    /// Its bytes are no spreadsheet.
    NotASheet,
    /// A web page that calls itself a spreadsheet.
    WebPage,
    /// Encrypted.
    Password,
    /// Damaged, or made by a program that breaks the rules.
    Broken,
    /// Nothing in it.
    Empty,
    /// More than can be read within the limits of memory, such as a packed bomb.
    TooBig,
    /// More than can be read within the limits of time.
    TooSlow,
    /// The sheet that was asked for is not there.
    NoSuchSheet { sheet: String },
    /// More rows than allowed.
    TooManyRows { sheet: String, most: u32 },
    /// Something stands far below everything else.
    FarCell { sheet: String, row: u32, column: u32 },
    /// Something stands in a column beyond the last allowed.
    TooManyColumns { sheet: String, row: u32, most: u32 },
    /// More characters in a cell than any program allows: a quotation mark is missing somewhere.
    LongCell { sheet: String, row: u32, column: u32 },
}

/// A piece of the answer.
#[derive(Debug)]
pub enum Piece {
    /// Comes first.
    Opened(Opened),
    /// Some rows, as JSON: `[[number, [cell, …]], …]`.
    Rows(Vec<u8>),
}

/// Why there is no further piece.
#[derive(Debug)]
pub enum SheetError {
    /// The file is to blame: tell the person.
    Refused(SheetRefused),
    /// We are to blame: busy or broken.
    Unavailable(WorkerError),
}

/// What a block of the answer is, by its first byte.
const OPENED: u8 = b'o';
const ROWS: u8 = b'r';
const REFUSED: u8 = b'x';

/// A file that is being read.
pub struct Reading(Blocks);

/// Means of the child: 256 MiB hold a workbook of fifty thousand people many times over.
pub fn limits() -> Limits {
    Limits {
        memory: 256 * 1024 * 1024,
        cpu_seconds: 30,
        wall: Duration::from_secs(120),
        queue: Duration::from_secs(60),
        output: 512 * 1024 * 1024,
    }
}

/// Begins to read a file.
pub async fn open(workers: &Workers, wish: &Wish, file: Input) -> Result<Reading, SheetError> {
    let header = serde_json::to_vec(wish)
        .map_err(|error| SheetError::Unavailable(WorkerError::Unavailable(error.into())))?;
    let blocks = workers.stream(KIND, header, file, limits()).await.map_err(SheetError::Unavailable)?;
    Ok(Reading(blocks))
}

impl Reading {
    /// The next piece; none at the end.
    pub async fn next(&mut self) -> Result<Option<Piece>, SheetError> {
        let Some(mut block) = self.0.next().await.map_err(of_worker)? else {
            return Ok(None);
        };
        let kind = if block.is_empty() { 0 } else { block.remove(0) };
        let nonsense =
            |error: serde_json::Error| SheetError::Unavailable(WorkerError::Unavailable(error.into()));
        match kind {
            OPENED => Ok(Some(Piece::Opened(serde_json::from_slice(&block).map_err(nonsense)?))),
            ROWS => Ok(Some(Piece::Rows(block))),
            REFUSED => Err(SheetError::Refused(serde_json::from_slice(&block).map_err(nonsense)?)),
            _ => Err(SheetError::Unavailable(WorkerError::Unavailable(io::ErrorKind::InvalidData.into()))),
        }
    }
}

/// A child that died is the file's fault.
fn of_worker(error: WorkerError) -> SheetError {
    match error {
        WorkerError::Refused(Refusal::Slow) => SheetError::Refused(SheetRefused::TooSlow),
        WorkerError::Refused(Refusal::Died { signal: None, .. }) => SheetError::Refused(SheetRefused::Broken),
        WorkerError::Refused(_) => SheetError::Refused(SheetRefused::TooBig),
        other => SheetError::Unavailable(other),
    }
}

/// A heading as it is compared: without accents, case, marks and spaces at the ends.
pub fn heading(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    let plain: String = text
        .nfkd()
        .filter(|c| !matches!(c, '\u{300}'..='\u{36F}'))
        .flat_map(char::to_lowercase)
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Inside the child.
pub(super) fn handle(job: &Job, to: &mut dyn io::Write) -> io::Result<()> {
    let wish: Wish = serde_json::from_slice(&job.header).unwrap_or_default();
    let done = match kind(&job.body) {
        Ok(Kind::Text) => text::read(&job.body, &wish, to),
        Ok(kind) => book::read(kind, &job.body, &wish, to),
        Err(refused) => Err(Stop::Refused(refused)),
    };
    match done {
        Ok(()) => to.flush(),
        Err(Stop::Io(error)) => Err(error),
        Err(Stop::Refused(refused)) => {
            block(to, REFUSED, &serde_json::to_vec(&refused)?)?;
            to.flush()
        }
    }
}

/// Goes through the cells of a workbook that hold something, as long as it is told to: the number of the sheet, that of the
/// row, and the text.
pub(super) fn cells(file: &[u8], each: &mut dyn FnMut(usize, u32, &str) -> bool) -> Result<(), SheetRefused> {
    match book::cells(kind(file)?, file, each) {
        Err(Stop::Refused(refused)) => Err(refused),
        Ok(()) | Err(Stop::Io(_)) => Ok(()),
    }
}

/// What is written in a file of nothing but text, if it is one.
pub(super) fn plain(file: &[u8]) -> Option<std::borrow::Cow<'_, str>> {
    text::is_text(file).then(|| text::decoded(file))
}

/// Why reading stopped, inside the child.
enum Stop {
    Refused(SheetRefused),
    Io(io::Error),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<SheetRefused> for Stop {
    fn from(refused: SheetRefused) -> Self {
        Self::Refused(refused)
    }
}

fn block(to: &mut dyn io::Write, kind: u8, bytes: &[u8]) -> io::Result<()> {
    let mut whole = Vec::with_capacity(bytes.len() + 1);
    whole.push(kind);
    whole.extend_from_slice(bytes);
    frame::write_block(to, &whole)
}

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Xlsx,
    Xlsb,
    Xls,
    Ods,
    Text,
}

/// What a file is, by its bytes.
fn kind(file: &[u8]) -> Result<Kind, SheetRefused> {
    if file.is_empty() {
        return Err(SheetRefused::Empty);
    }
    if file.starts_with(b"PK") {
        return archive::workbook(file);
    }
    if file.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        // An encrypted workbook of the newer kinds is wrapped in the container of the old one.
        let packed: Vec<u8> = "EncryptedPackage".bytes().flat_map(|byte| [byte, 0]).collect();
        let encrypted = file.windows(packed.len()).any(|window| window == packed);
        return if encrypted { Err(SheetRefused::Password) } else { Ok(Kind::Xls) };
    }
    let head: String =
        String::from_utf8_lossy(file.get(..file.len().min(400)).unwrap_or_default()).to_lowercase();
    if ["<!doctype html", "<html", "<table", "<?xml"].iter().any(|mark| head.contains(mark)) {
        return Err(SheetRefused::WebPage);
    }
    if text::is_text(file) { Ok(Kind::Text) } else { Err(SheetRefused::NotASheet) }
}
