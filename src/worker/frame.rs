//! What goes over the pipes: a small JSON header and blocks of bytes, each with its length in front.

use std::io::{self, Read, Write};

/// Longest header, in bytes.
const MAX_HEADER: u64 = 64 * 1024;
/// Longest block, in bytes.
pub(super) const MAX_BLOCK: u64 = 256 * 1024 * 1024;

/// What the child is asked to do.
#[derive(Debug, Clone, Default)]
pub struct Job {
    /// The request, as JSON.
    pub header: Vec<u8>,
    /// The file.
    pub body: Vec<u8>,
}

/// What the child answers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// The result, as JSON.
    pub header: Vec<u8>,
    /// The files it made.
    pub parts: Vec<Vec<u8>>,
}

/// The length that stands before a block.
pub(super) fn length(block: &[u8]) -> [u8; 8] {
    (block.len() as u64).to_le_bytes()
}

pub(super) fn read_job(from: &mut impl Read) -> io::Result<Job> {
    Ok(Job { header: read_block(from, MAX_HEADER)?, body: read_block(from, MAX_BLOCK)? })
}

pub(super) fn write_answer(to: &mut dyn Write, answer: &Answer) -> io::Result<()> {
    for block in std::iter::once(&answer.header).chain(&answer.parts) {
        write_block(to, block)?;
    }
    to.flush()
}

/// Writes one block of an answer that is given piece by piece.
pub(super) fn write_block(to: &mut dyn Write, block: &[u8]) -> io::Result<()> {
    to.write_all(&length(block))?;
    to.write_all(block)
}

pub(super) fn parse_answer(mut bytes: &[u8]) -> io::Result<Answer> {
    let header = read_block(&mut bytes, MAX_HEADER)?;
    let mut parts = Vec::new();
    while !bytes.is_empty() {
        parts.push(read_block(&mut bytes, MAX_BLOCK)?);
    }
    Ok(Answer { header, parts })
}

fn read_block(from: &mut impl Read, limit: u64) -> io::Result<Vec<u8>> {
    let mut length = [0; 8];
    from.read_exact(&mut length)?;
    let length = u64::from_le_bytes(length);
    if length > limit {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "block too long"));
    }
    let mut block = Vec::new();
    let read = from.take(length).read_to_end(&mut block)?;
    if read as u64 == length { Ok(block) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_survive_the_pipe() {
        let answer = Answer { header: b"{}".to_vec(), parts: vec![vec![1; 300], vec![], vec![2]] };
        let mut bytes = Vec::new();
        write_answer(&mut bytes, &answer).unwrap();
        assert_eq!(parse_answer(&bytes).unwrap(), answer);
        for cut in [0, 5, 12, bytes.len() - 1] {
            assert!(parse_answer(&bytes[..cut]).is_err(), "cut at {cut}");
        }
        assert!(parse_answer(&u64::MAX.to_le_bytes()).is_err());
    }
}
