//! Characters that would lie about what is read: direction overrides, invisible controls, towers of accents.
//!
//! What people really write stays: joiners inside emoji and in scripts that need them, flags, ordinary accents.

use unicode_normalization::char::is_combining_mark;

/// Most combining marks on one character.
const MAX_MARKS: usize = 8;

/// The text without them; line ends become `\n`.
pub(super) fn clean(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut marks = 0;
    let mut chars = source.chars().peekable();
    while let Some(c) = chars.next() {
        let c = match c {
            '\r' => {
                chars.next_if_eq(&'\n');
                '\n'
            }
            '\u{2028}' | '\u{2029}' | '\u{85}' => '\n',
            other => other,
        };
        if is_combining_mark(c) {
            marks += 1;
        } else {
            marks = 0;
        }
        if marks <= MAX_MARKS && keeps(c, out.chars().next_back(), chars.peek().copied()) {
            out.push(c);
        }
    }
    out
}

fn keeps(c: char, before: Option<char>, after: Option<char>) -> bool {
    match c {
        '\n' | '\t' => true,
        // Zero-width joiner and non-joiner: between emoji, or in Arabic, Persian and Indic scripts.
        '\u{200C}' | '\u{200D}' => before.is_some_and(joins) && after.is_some_and(joins),
        // Flags of regions: tag characters stand behind a black flag.
        '\u{E0020}'..='\u{E007F}' => {
            before.is_some_and(|b| b == '\u{1F3F4}' || ('\u{E0020}'..='\u{E007E}').contains(&b))
        }
        _ => !c.is_control() && !invisible(c),
    }
}

fn joins(c: char) -> bool {
    ('\u{0590}'..='\u{0DFF}').contains(&c) || ('\u{2190}'..='\u{2BFF}').contains(&c) || c >= '\u{FE00}'
}

fn invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'
            ..='\u{180F}'
                | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'
            ..='\u{202E}' | '\u{2060}'
            ..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'
            ..='\u{FFFB}' | '\u{E0000}'
            ..='\u{E001F}' | '\u{E0080}'
            ..='\u{E00FF}' | '\u{E0100}'
            ..='\u{E01EF}'
    )
}
