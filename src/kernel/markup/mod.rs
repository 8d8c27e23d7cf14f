//! Member-written Markdown to HTML that may stand on a page.
//!
//! Source text is stored as typed; everything here happens when it is shown: parse (comrak), change the tree
//! (links, mentions, hashtags, headings, French spaces), write HTML, sanitise (ammonia) into [`SafeHtml`].
//! The sanitiser is the second lock: the tree already holds nothing but what we put there, raw HTML is text.
//! Who may be mentioned is not decided here: the caller resolves the handles that [`mentions`] finds.
mod clean;
#[cfg(test)]
mod hostile;
mod limits;
mod link;
mod outline;
mod safe;
mod tags;
#[cfg(test)]
mod tests;
mod tree;
mod typo;

pub use limits::{MAX_CHARS, MAX_DEPTH, TooMuch, check};
pub use outline::{Outlined, Part, outline};
pub use safe::SafeHtml;
pub use tags::{hashtag, hashtag_key};
pub use typo::french;

use unicode_segmentation::UnicodeSegmentation;
use url::Url;

/// Longest excerpt, in visible characters.
pub const EXCERPT_CHARS: usize = 200;

/// Somebody (or a group) who may be mentioned: resolved by the caller from [`mentions`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// As written after the `@`, lower case.
    pub handle: String,
    /// The name shown instead of the handle.
    pub name: String,
    /// Where the name leads: a path on this site.
    pub url: String,
}

/// A text, ready to be shown and indexed.
#[derive(Debug, Clone)]
pub struct Rendered {
    /// To embed in a page.
    pub html: SafeHtml,
    /// Plain text of at most [`EXCERPT_CHARS`] characters, one line.
    pub excerpt: String,
    /// The whole as plain text, one line: for search and mail.
    pub plain: String,
    /// Keys of the hashtags (see [`hashtag_key`]), in order, each once.
    pub hashtags: Vec<String>,
    /// Handles that became a mention, in order, each once.
    pub mentions: Vec<String>,
    /// The first outside link, for a preview.
    pub first_link: Option<Url>,
    /// Number of words.
    pub words: u32,
}

/// Renders a text written in the language `lang` (a tag such as `fr`), with the people that may be mentioned in it.
///
/// Never fails: a text that [`check`] would refuse is shown as plain paragraphs.
pub fn render(source: &str, lang: &str, people: &[Mention]) -> Rendered {
    let text = clean::clean(source);
    let style = tree::Style { french: lang.eq_ignore_ascii_case("fr") || lang.starts_with("fr-"), people };
    let page =
        if limits::fits(&text).is_ok() { tree::render(&text, &style) } else { tree::render_plain(&text) };
    Rendered {
        html: SafeHtml::sanitised(&page.html),
        excerpt: excerpt(&page.plain, EXCERPT_CHARS),
        words: u32::try_from(page.plain.unicode_words().count()).unwrap_or(u32::MAX),
        plain: page.plain,
        hashtags: page.hashtags,
        mentions: page.mentions,
        first_link: page.first_link,
    }
}

/// The `@handle` candidates of a text, lower case, in order, each once: not in code, links or e-mail addresses.
pub fn mentions(source: &str) -> Vec<String> {
    let text = clean::clean(source);
    if limits::fits(&text).is_ok() { tree::mention_candidates(&text) } else { Vec::new() }
}

/// The beginning of a plain text, cut between words where that is possible, never inside a visible character.
pub fn excerpt(plain: &str, limit: usize) -> String {
    let mut ends = plain.grapheme_indices(true).skip(limit.saturating_sub(1));
    let (Some((cut, _)), Some(_)) = (ends.next(), ends.next()) else {
        return plain.to_owned();
    };
    let head = plain.get(..cut).unwrap_or_default();
    let at_word = head.rfind(char::is_whitespace).filter(|&i| i > cut / 2).unwrap_or(cut);
    format!("{}…", head.get(..at_word).unwrap_or(head).trim_end_matches(|c: char| !c.is_alphanumeric()))
}
