//! French spaces and apostrophes in running text, put in when a text is shown and never stored.

const THIN: char = '\u{202F}';
const FIXED: char = '\u{A0}';

/// Sets `; ! ?`, the colon, guillemets, `%`, `€` and apostrophes as French does. English has nothing to change.
pub fn french(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len() + 16);
    for (i, &c) in chars.iter().enumerate() {
        let before = i.checked_sub(1).and_then(|j| chars.get(j)).copied();
        let after = chars.get(i + 1).copied();
        match c {
            // `;)` is a smiley.
            ';' | '!' | '?' if after.is_none_or(ends) && (c, after) != (';', Some(')')) => {
                glue(&mut out, before, THIN);
                out.push(c);
            }
            ':' if after.is_none_or(char::is_whitespace) => {
                glue(&mut out, before, FIXED);
                out.push(c);
            }
            '%' | '€' if spaced_number(&out) => {
                glue(&mut out, before, FIXED);
                out.push(c);
            }
            '»' => {
                glue(&mut out, before, FIXED);
                out.push(c);
            }
            '«' => {
                out.push(c);
                if after.is_some_and(|a| !a.is_whitespace()) {
                    out.push(FIXED);
                }
            }
            ' ' if before == Some('«') => out.push(FIXED),
            '\'' if before.is_some_and(char::is_alphabetic) && apostrophe(&out, after) => out.push('’'),
            _ => out.push(c),
        }
    }
    out
}

/// Puts the right space before a sign: instead of a plain one, or where a word touches it.
fn glue(out: &mut String, before: Option<char>, space: char) {
    match before {
        Some(' ' | FIXED | THIN) => {
            let kept = out.trim_end_matches([' ', FIXED, THIN]).len();
            // At the start of a piece the space still follows a word: that of the piece before.
            out.truncate(kept);
            out.push(space);
        }
        Some(c) if c.is_alphanumeric() || matches!(c, ')' | ']' | '»' | '’' | '"' | '”' | '%' | '€') =>
        {
            out.push(space);
        }
        _ => {}
    }
}

/// What may follow `;`, `!` or `?` for it to be punctuation rather than part of an address or a smiley.
fn ends(c: char) -> bool {
    c.is_whitespace() || matches!(c, '!' | '?' | '»' | ')' | ']' | '"' | '”' | '…' | '.' | ',')
}

/// Inside a word, or after the one or two letters of an elision whose word follows in another piece (`l'**été**`).
fn apostrophe(out: &str, after: Option<char>) -> bool {
    match after {
        Some(c) => c.is_alphanumeric(),
        None => out.chars().rev().take_while(|c| c.is_alphabetic()).take(3).count() < 3,
    }
}

fn spaced_number(out: &str) -> bool {
    let number = out.trim_end_matches([' ', FIXED, THIN]);
    number.len() < out.len() && number.ends_with(|c: char| c.is_ascii_digit())
}
