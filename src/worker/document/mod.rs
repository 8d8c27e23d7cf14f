//! The text of documents from strangers, read in the child process so that it can be searched, and what their pages look
//! like ([`pages`]); and what they say of their makers is taken out ([`metadata`]). Read are PDF, Word, Excel, `PowerPoint`,
//! their open counterparts, books and plain text. What a file is, its bytes say, never its name.
//!
//! Only the beginning of a very long text is kept. What was read before a document turned out to be broken, too large or
//! too slow counts: somebody may look for just that.
pub mod metadata;
mod packed;
pub mod pages;
mod pdf;
mod sink;
mod xml;

use std::{io, time::Duration};

use super::{Blocks, Input, Job, Limits, Refusal, WorkerError, Workers, frame, sheet};
use sink::Sink;

/// Name of this kind of work.
pub(super) const KIND: &str = "document";
/// The largest file that is read, in bytes.
pub const MOST_BYTES: u64 = 64 * 1024 * 1024;
/// Most entries of an archive.
const MOST_ENTRIES: usize = 10_000;
/// The longest text that is kept, in bytes.
pub const MOST_TEXT: usize = 300_000;

/// Why a document was not read, or not to its end. Nobody is told: it is found by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// Nothing that holds text.
    NotADocument,
    /// Encrypted.
    Password,
    /// Damaged, or made by a program that breaks the rules.
    Broken,
    /// More than can be read within the limits of memory, such as a packed bomb.
    TooBig,
    /// More than can be read within the limits of time.
    TooSlow,
}

/// What was read of a document.
#[derive(Debug, Default)]
pub struct Read {
    /// The text, its paragraphs parted by line ends.
    pub text: String,
    /// Why there is no more of it.
    pub why: Option<Unread>,
}

/// What a block of the answer is, by its first byte.
const TEXT: u8 = b't';
const UNREAD: u8 = b'x';

/// Means of the child.
pub fn limits() -> Limits {
    Limits {
        memory: 512 * 1024 * 1024,
        cpu_seconds: 20,
        wall: Duration::from_secs(60),
        queue: Duration::from_secs(60),
        output: 4 * 1024 * 1024,
    }
}

/// Reads the text of a document. Only what is no fault of the file's is an error.
pub async fn read(workers: &Workers, file: Input, limits: Limits) -> Result<Read, WorkerError> {
    if file.length > MOST_BYTES {
        return Ok(Read { why: Some(Unread::TooBig), ..Read::default() });
    }
    let mut blocks = workers.stream(KIND, b"{}".to_vec(), file, limits).await?;
    let mut read = Read::default();
    loop {
        match next(&mut blocks, &mut read).await {
            Ok(true) => {}
            Ok(false) => return Ok(read),
            Err(WorkerError::Refused(refusal)) => {
                read.why = Some(of_refusal(refusal));
                return Ok(read);
            }
            Err(other) => return Err(other),
        }
    }
}

/// Takes one block of the answer; says whether there was one.
async fn next(blocks: &mut Blocks, read: &mut Read) -> Result<bool, WorkerError> {
    let Some(block) = blocks.next().await? else {
        return Ok(false);
    };
    match block.split_first() {
        Some((&TEXT, text)) if read.text.len() <= MOST_TEXT => {
            read.text.push_str(&String::from_utf8_lossy(text));
        }
        Some((&UNREAD, [why])) => read.why = Unread::ALL.get(usize::from(*why)).copied(),
        _ => return Err(WorkerError::Unavailable(io::ErrorKind::InvalidData.into())),
    }
    Ok(true)
}

fn of_refusal(refusal: Refusal) -> Unread {
    match refusal {
        Refusal::Slow => Unread::TooSlow,
        Refusal::Died { signal: None, .. } => Unread::Broken,
        Refusal::Died { .. } | Refusal::LongAnswer => Unread::TooBig,
    }
}

impl Unread {
    const ALL: [Self; 5] = [Self::NotADocument, Self::Password, Self::Broken, Self::TooBig, Self::TooSlow];
}

/// Inside the child.
pub(super) fn handle(job: &Job, to: &mut dyn io::Write) -> io::Result<()> {
    let file = job.body.as_slice();
    let mut sink = Sink::new(to);
    let done = if file.starts_with(b"%PDF-") {
        pdf::read(file, &mut sink)
    } else if file.starts_with(b"PK") {
        packed::read(file, &mut sink)
    } else if file.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        cells(file, &mut sink)
    } else if let Some(text) = sheet::plain(file) {
        sink.push(&text);
        Ok(())
    } else {
        Err(Unread::NotADocument)
    };
    sink.finish()?;
    if let Err(why) = done {
        let number = Unread::ALL.iter().position(|other| *other == why).unwrap_or_default();
        frame::write_block(to, &[UNREAD, u8::try_from(number).unwrap_or_default()])?;
    }
    to.flush()
}

/// The cells of a workbook, a line for each row.
fn cells(file: &[u8], sink: &mut Sink<'_>) -> Result<(), Unread> {
    let mut before = None;
    let done = sheet::cells(file, &mut |sheet, row, text| {
        if before.is_some_and(|before| before != (sheet, row)) {
            sink.line();
        }
        before = Some((sheet, row));
        sink.push(text);
        sink.space();
        !sink.is_full()
    });
    done.map_err(|refused| match refused {
        sheet::SheetRefused::Password => Unread::Password,
        sheet::SheetRefused::TooBig => Unread::TooBig,
        sheet::SheetRefused::NotASheet => Unread::NotADocument,
        _ => Unread::Broken,
    })
}
