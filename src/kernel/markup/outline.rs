//! The outline of a long text, for its own page: where its parts begin, and how long it takes to read.
//!
//! It is made of the HTML that stands in the database, which our sanitiser wrote: attributes stand in double quotes, headings
//! have none, and a sign that opens a tag anywhere else is escaped or within quotes.

use std::fmt::Write as _;

use unicode_segmentation::UnicodeSegmentation as _;

use super::SafeHtml;

/// How many words a minute are read without haste: a little less than the 238 of adults who read to themselves in silence
/// (Brysbaert, "How many words do we read per minute?", 2019).
const WORDS_A_MINUTE: usize = 220;

/// A part of a text.
#[derive(Debug, PartialEq, Eq)]
pub struct Part {
    /// The id of its heading.
    pub id: String,
    /// What the heading says.
    pub heading: SafeHtml,
    /// Whether it belongs to the part before it.
    pub deep: bool,
}

/// A text with its parts.
#[derive(Debug)]
pub struct Outlined {
    /// The text, each heading with the id of its part.
    pub html: SafeHtml,
    /// Its parts, in their order.
    pub parts: Vec<Part>,
    /// How many minutes it takes to read, at least one.
    pub minutes: i64,
}

/// Finds the parts of a text.
pub fn outline(html: &SafeHtml) -> Outlined {
    let (mut out, mut parts, mut words) = (String::new(), Vec::<Part>::new(), 0);
    let mut heading: Option<(char, String)> = None;
    let mut rest = html.as_str();
    while !rest.is_empty() {
        let (piece, left) = rest.split_at(length(rest));
        rest = left;
        if !piece.starts_with('<') {
            words += piece.unicode_words().count();
            if let Some((_, said)) = &mut heading {
                said.push_str(piece);
            }
        } else if let Some(level) = level(piece, "<h") {
            heading = Some((level, String::new()));
            // Nothing refuses to be written to a string.
            let _ = write!(out, "<h{level} id=\"part-{}\">", parts.len() + 1);
            continue;
        } else if level(piece, "</h").is_some()
            && let Some((level, said)) = heading.take()
        {
            let id = format!("part-{}", parts.len() + 1);
            parts.push(Part { id, heading: SafeHtml::from_stored(said), deep: level > '3' });
        }
        out.push_str(piece);
    }
    let minutes = i64::try_from(words.div_ceil(WORDS_A_MINUTE).max(1)).unwrap_or(i64::MAX);
    Outlined { html: SafeHtml::from_stored(out), parts, minutes }
}

/// How long the tag or the text is with which this begins.
fn length(html: &str) -> usize {
    if !html.starts_with('<') {
        return html.find('<').unwrap_or(html.len());
    }
    let mut quoted = false;
    for (place, sign) in html.char_indices() {
        match sign {
            '"' => quoted = !quoted,
            '>' if !quoted => return place + 1,
            _ => {}
        }
    }
    html.len()
}

/// The level of a heading that a tag opens or closes.
fn level(tag: &str, begin: &str) -> Option<char> {
    let mut signs = tag.strip_prefix(begin)?.strip_suffix('>')?.chars();
    signs.next().filter(|level| level.is_ascii_digit() && signs.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::markup::render;

    fn of(source: &str) -> Outlined {
        outline(&render(source, "fr", &[]).html)
    }

    #[test]
    fn parts_are_found_by_their_headings_and_nothing_else_changes() {
        let text = "Début\n\n# Un *grand* <pas>\n\nDu texte\n\n## Détail & suite\n\n```\n<h3>code</h3>\n```\n\n# Deux";
        let found = of(text);
        let parts: Vec<_> =
            found.parts.iter().map(|part| (part.id.as_str(), part.heading.as_str(), part.deep)).collect();
        assert_eq!(
            parts,
            [
                ("part-1", "Un grand &lt;pas&gt;", false),
                ("part-2", "Détail &amp; suite", true),
                ("part-3", "Deux", false),
            ]
        );
        let mut plain = found.html.as_str().to_owned();
        for part in 1..=3 {
            plain = plain.replace(&format!(" id=\"part-{part}\""), "");
        }
        assert_eq!(plain, render(text, "fr", &[]).html.as_str());
        let untouched =
            outline(&SafeHtml::from_stored("<p><a title=\"<h3> x\" href=\"/a\">h</a></p>".to_owned()));
        assert_eq!(untouched.html.as_str(), "<p><a title=\"<h3> x\" href=\"/a\">h</a></p>");
        assert!(untouched.parts.is_empty());
    }

    #[test]
    fn minutes_follow_the_words() {
        for (words, minutes) in [(0, 1), (1, 1), (220, 1), (221, 2), (2_000, 10)] {
            assert_eq!(of(&"mot ".repeat(words)).minutes, minutes, "{words}");
        }
    }
}
