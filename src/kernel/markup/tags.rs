//! Finds `@handles` and `#hashtags` in a piece of plain text.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Longest hashtag and handle, in characters.
const MAX_TAG: usize = 50;
const MAX_HANDLE: usize = 40;

/// A piece of text, cut at handles and hashtags.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Ordinary text.
    Plain(&'a str),
    /// `@` and a candidate handle, as written.
    Handle(&'a str),
    /// `#` and a tag, as written.
    Tag(&'a str),
}

/// Cuts the text. The pieces joined are the text again.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    let (mut from, mut at, mut before) = (0, 0, None);
    while let Some(rest) = text.get(at..) {
        let Some(c) = rest.chars().next() else { break };
        let length = match c {
            '@' if before.is_none_or(opens) => handle(rest),
            '#' if before.is_none_or(opens) => tag(rest),
            _ => None,
        };
        let step = length.unwrap_or(c.len_utf8());
        if length.is_some() {
            push_plain(&mut out, text.get(from..at));
            let found = rest.get(..step).unwrap_or_default();
            out.push(if c == '@' { Piece::Handle(found) } else { Piece::Tag(found) });
            from = at + step;
        }
        before = rest.get(..step).and_then(|taken| taken.chars().next_back());
        at += step;
    }
    push_plain(&mut out, text.get(from..));
    out
}

fn push_plain<'a>(out: &mut Vec<Piece<'a>>, text: Option<&'a str>) {
    if let Some(text) = text.filter(|t| !t.is_empty()) {
        out.push(Piece::Plain(text));
    }
}

/// What may stand before a handle or a tag: nothing that makes it part of a word, an address or an entity.
fn opens(c: char) -> bool {
    !(c.is_alphanumeric()
        || is_combining_mark(c)
        || matches!(c, '_' | '.' | '-' | '+' | '/' | '@' | '#' | '&' | '%' | '=' | '~' | ':'))
}

/// Length in bytes of the handle at the start of the text, with its `@`.
fn handle(text: &str) -> Option<usize> {
    let body = text.get(1..)?;
    let run = body.find(|c: char| !(c.is_ascii_alphanumeric() || c == '.' || c == '-')).unwrap_or(body.len());
    let name = body.get(..run)?.trim_end_matches(['.', '-']);
    let next = body.get(name.len()..)?.chars().next();
    let whole = next.is_none_or(|c| !(c.is_alphanumeric() || matches!(c, '_' | '@')));
    let fits =
        (2..=MAX_HANDLE).contains(&name.len()) && name.starts_with(|c: char| c.is_ascii_alphanumeric());
    (fits && whole).then_some(name.len() + 1)
}

/// Length in bytes of the hashtag at the start of the text, with its `#`.
fn tag(text: &str) -> Option<usize> {
    let body = text.get(1..)?;
    let mut end = 0;
    let mut letters = 0;
    let mut chars = body.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next_is_letter = chars.peek().is_some_and(|(_, n)| n.is_alphabetic());
        let apostrophe = matches!(c, '\'' | '’') && letters > 0 && next_is_letter;
        if !(c.is_alphanumeric() || c == '_' || is_combining_mark(c) || apostrophe) {
            break;
        }
        letters += usize::from(c.is_alphabetic());
        end = at + c.len_utf8();
    }
    let chars = body.get(..end)?.chars().count();
    (letters > 0 && chars <= MAX_TAG).then_some(end + 1)
}

/// The hashtag that a text is, without its `#` and as [`hashtag_key`] has it; nothing where it is none.
pub fn hashtag(text: &str) -> Option<String> {
    let written = format!("#{}", hashtag_key(text));
    match pieces(&written).as_slice() {
        [Piece::Tag(whole)] => Some(hashtag_key(whole)),
        _ => None,
    }
}

/// What two spellings of one hashtag have in common: `#L'Été` and `#l’été` are one.
pub fn hashtag_key(written: &str) -> String {
    written.trim_start_matches('#').nfc().collect::<String>().to_lowercase().replace('\'', "’")
}
