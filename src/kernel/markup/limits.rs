//! How much one text may be, found out before anything expensive happens.

use std::fmt;

use comrak::Arena;

use super::{clean, tree};

/// Longest text, in characters.
pub const MAX_CHARS: usize = 60_000;
/// Deepest nesting of quotations, lists and emphasis, in elements.
pub const MAX_DEPTH: usize = 60;

/// Why a text is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TooMuch {
    /// More than [`MAX_CHARS`] characters.
    Long,
    /// Nested deeper than [`MAX_DEPTH`].
    Deep,
}

impl fmt::Display for TooMuch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Long => "text too long",
            Self::Deep => "text nested too deep",
        })
    }
}

impl std::error::Error for TooMuch {}

/// Whether a text may be stored: ask before accepting it from a form, a letter or a feed.
pub fn check(source: &str) -> Result<(), TooMuch> {
    if source.len() > MAX_CHARS * 4 {
        return Err(TooMuch::Long);
    }
    fits(&clean::clean(source))
}

/// The same for a text that is already clean.
pub(super) fn fits(text: &str) -> Result<(), TooMuch> {
    if text.len() > MAX_CHARS && text.chars().count() > MAX_CHARS {
        return Err(TooMuch::Long);
    }
    if text.lines().any(|line| opens(line) > MAX_DEPTH) {
        return Err(TooMuch::Deep);
    }
    let arena = Arena::new();
    let root = tree::parse(&arena, text);
    if tree::deeper_than(root, MAX_DEPTH) { Err(TooMuch::Deep) } else { Ok(()) }
}

/// How many quotations and lists one line may open: an upper bound read from its first characters.
fn opens(line: &str) -> usize {
    let mut count = 0;
    let mut digits = false;
    for c in line.chars() {
        match c {
            ' ' | '\t' => {}
            '>' | '-' | '+' | '*' => count += 1,
            '0'..='9' => digits = true,
            '.' | ')' if digits => {
                digits = false;
                count += 1;
            }
            _ => break,
        }
    }
    // A rule or an underline (`-----`) opens nothing.
    let first = line.trim_start().chars().next().unwrap_or(' ');
    let rule = matches!(first, '-' | '*' | '+') && line.trim().chars().all(|c| c == first);
    if rule { 0 } else { count }
}
