//! The text on its way to the parent: cleaned of what nobody can look for, and no longer than is kept.

use std::io;

use super::{MOST_TEXT, TEXT};
use crate::worker::frame;

/// How much is gathered before it is written.
const BLOCK: usize = 16 * 1024;

/// Takes text piece by piece.
pub(super) struct Sink<'a> {
    to: &'a mut dyn io::Write,
    pending: String,
    left: usize,
    error: Option<io::Error>,
}

impl<'a> Sink<'a> {
    pub(super) fn new(to: &'a mut dyn io::Write) -> Self {
        Self { to, pending: String::new(), left: MOST_TEXT, error: None }
    }

    /// Whether no more is taken.
    pub(super) fn is_full(&self) -> bool {
        self.left == 0 || self.error.is_some()
    }

    /// Adds text. Runs of spaces are one, signs without a meaning none.
    pub(super) fn push(&mut self, text: &str) {
        for sign in text.chars() {
            match sign {
                '\n' => self.line(),
                sign if sign.is_whitespace() || sign.is_control() || is_private(sign) => self.space(),
                // Marks of order and joining, and hyphens that show only where a line ends.
                '\u{AD}'
                | '\u{200B}'..='\u{200F}'
                | '\u{202A}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}'
                | '\u{FEFF}' => {}
                sign => self.sign(sign),
            }
            if self.is_full() {
                return;
            }
        }
    }

    /// The end of a word.
    pub(super) fn space(&mut self) {
        if !self.pending.ends_with([' ', '\n']) {
            self.sign(' ');
        }
    }

    /// The end of a line or paragraph. Whole blocks end here, so that no word is in two.
    pub(super) fn line(&mut self) {
        if self.pending.ends_with(' ') {
            self.pending.pop();
        }
        if !self.pending.ends_with('\n') {
            self.sign('\n');
        }
        if self.pending.len() > BLOCK {
            self.write();
        }
    }

    fn sign(&mut self, sign: char) {
        match self.left.checked_sub(sign.len_utf8()) {
            Some(left) => {
                self.left = left;
                self.pending.push(sign);
            }
            None => self.left = 0,
        }
    }

    /// Writes what was gathered, as whatever comes next may be the end.
    pub(super) fn write(&mut self) {
        if self.pending.trim().is_empty() || self.error.is_some() {
            return;
        }
        let mut block = vec![TEXT];
        block.extend_from_slice(self.pending.as_bytes());
        self.pending.clear();
        self.pending.push('\n');
        self.error = frame::write_block(self.to, &block).and_then(|()| self.to.flush()).err();
    }

    /// Writes what is left.
    pub(super) fn finish(&mut self) -> io::Result<()> {
        self.write();
        self.error.take().map_or(Ok(()), Err)
    }
}

/// Signs that mean something in one font alone. Two of them mark what was found, where a text is shown.
fn is_private(sign: char) -> bool {
    matches!(sign, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}' | '\u{FFFD}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cleaned_and_bounded() {
        let mut out = Vec::new();
        let mut sink = Sink::new(&mut out);
        sink.push(" Bud\u{AD}get\u{E000}  de\0l’été \n\n \u{202E}fin");
        sink.finish().unwrap();
        assert_eq!(String::from_utf8_lossy(&out[9..]), " Budget de l’été\nfin");
        let mut out = Vec::new();
        let mut sink = Sink::new(&mut out);
        while !sink.is_full() {
            sink.push("été\n");
        }
        sink.finish().unwrap();
        assert!(out.len() > MOST_TEXT - 8 && out.len() < MOST_TEXT + 1_000, "{}", out.len());
    }
}
