//! Packed files: what a workbook is before it is unpacked, and the photos of an archive, one after the other.

use std::io::{self, Cursor, Read as _};

use serde::{Deserialize, Serialize};
use zip::ZipArchive;

use super::{Kind, MOST_UNPACKED, SheetRefused, block};
use crate::worker::{Blocks, Input, Job, WorkerError, Workers};

/// Name of this kind of work.
pub(in crate::worker) const KIND: &str = "archive";
/// Most files of an archive.
pub const MOST_FILES: usize = 5_000;
/// Most bytes of one of its files.
pub const MOST_BYTES: u64 = 20 * 1024 * 1024;

/// Why an archive, or a file of it, was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ArchiveRefused {
    /// Its bytes are no archive.
    NotAnArchive,
    /// Encrypted.
    Password,
    /// More files than allowed.
    TooMany,
    /// A file that is larger than allowed.
    TooBig,
    /// A file that cannot be unpacked.
    Broken,
}

/// A file of an archive: its name without folders, and its bytes or why there are none.
#[derive(Debug)]
pub struct Packed {
    /// The name.
    pub name: String,
    /// The bytes.
    pub bytes: Result<Vec<u8>, ArchiveRefused>,
}

/// The files of an archive, as they come.
pub struct Unpacking(Blocks);

/// Begins to unpack an archive.
pub async fn unpack(workers: &Workers, file: Input) -> Result<Unpacking, WorkerError> {
    let limits = super::Limits {
        output: 4 * 1024 * 1024 * 1024,
        wall: std::time::Duration::from_secs(1_200),
        ..super::limits()
    };
    Ok(Unpacking(workers.stream(KIND, b"{}".to_vec(), file, limits).await?))
}

impl Unpacking {
    /// The next file; none at the end. An archive that is none has one file without a name.
    pub async fn next(&mut self) -> Result<Option<Packed>, WorkerError> {
        let Some(mut head) = self.0.next().await? else {
            return Ok(None);
        };
        let nonsense = || WorkerError::Unavailable(io::ErrorKind::InvalidData.into());
        let good = head.first() == Some(&b'f');
        let head: Vec<u8> = head.drain(1.min(head.len())..).collect();
        if !good {
            let (name, why) = serde_json::from_slice(&head).map_err(|_| nonsense())?;
            return Ok(Some(Packed { name, bytes: Err(why) }));
        }
        let name = serde_json::from_slice(&head).map_err(|_| nonsense())?;
        let mut bytes = self.0.next().await?.ok_or_else(nonsense)?;
        let bytes = bytes.drain(1.min(bytes.len())..).collect();
        Ok(Some(Packed { name, bytes: Ok(bytes) }))
    }
}

/// Inside the child.
pub(in crate::worker) fn handle(job: &Job, to: &mut dyn io::Write) -> io::Result<()> {
    let refuse = |to: &mut dyn io::Write, name: &str, why: ArchiveRefused| {
        block(to, b'x', &serde_json::to_vec(&(name, why))?)
    };
    let Ok(mut archive) = ZipArchive::new(Cursor::new(job.body.as_slice())) else {
        return refuse(to, "", ArchiveRefused::NotAnArchive);
    };
    if archive.len() > MOST_FILES {
        return refuse(to, "", ArchiveRefused::TooMany);
    }
    for number in 0..archive.len() {
        let Ok(mut file) = archive.by_index(number) else {
            let why = archive.by_index_raw(number).is_ok_and(|file| file.encrypted());
            refuse(to, "", if why { ArchiveRefused::Password } else { ArchiveRefused::Broken })?;
            continue;
        };
        let path = file.name().unwrap_or_default().replace('\\', "/");
        let name = path.rsplit('/').next().unwrap_or_default().to_owned();
        if file.is_dir() || name.is_empty() || name.starts_with('.') || path.starts_with("__MACOSX") {
            continue;
        }
        let mut bytes = Vec::new();
        match file.by_ref().take(MOST_BYTES + 1).read_to_end(&mut bytes) {
            Ok(_) if bytes.len() as u64 > MOST_BYTES => refuse(to, &name, ArchiveRefused::TooBig)?,
            Ok(_) => {
                block(to, b'f', &serde_json::to_vec(&name)?)?;
                block(to, b'b', &bytes)?;
            }
            Err(_) => refuse(to, &name, ArchiveRefused::Broken)?,
        }
    }
    to.flush()
}

/// Which kind of workbook a packed file is, if it stays within bounds when it is unpacked.
pub(super) fn workbook(file: &[u8]) -> Result<Kind, SheetRefused> {
    let mut archive = ZipArchive::new(Cursor::new(file)).map_err(|_| SheetRefused::Broken)?;
    let mut kind = None;
    let mut unpacked = 0_u64;
    for number in 0..archive.len() {
        let entry = archive.by_index_raw(number).map_err(|_| SheetRefused::Broken)?;
        let name = entry.name().unwrap_or_default().to_lowercase().replace('\\', "/");
        // Pictures and macros are never unpacked.
        let ending = name.rsplit('.').next().unwrap_or_default();
        if matches!(ending, "xml" | "rels") || (ending == "bin" && !name.contains("media/")) {
            unpacked = unpacked.saturating_add(entry.size());
        }
        match name.as_str() {
            name if name.ends_with("workbook.xml") => kind = kind.or(Some(Kind::Xlsx)),
            name if name.ends_with("workbook.bin") => kind = Some(Kind::Xlsb),
            "content.xml" => kind = Some(Kind::Ods),
            _ => {}
        }
    }
    if unpacked > MOST_UNPACKED {
        return Err(SheetRefused::TooBig);
    }
    kind.ok_or(SheetRefused::NotASheet)
}
