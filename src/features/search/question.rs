//! What is looked for, as the statements take it.

use crate::kernel::Line;

/// The fewest letters of which a part of a word is looked for.
const LEAST_BEGINNING: usize = 3;
/// The most words that names are searched for.
const MOST_WORDS: usize = 8;

/// The words someone looks for: two letters at least.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Question {
    /// As they were typed, ready for `websearch_to_tsquery`.
    pub(super) whole: String,
    /// The words before the last one, and the last one itself where it may be the beginning of a longer word.
    pub(super) before: String,
    pub(super) beginning: String,
    /// All words, letters and digits alone.
    pub(super) words: Vec<String>,
}

impl Question {
    /// Reads what was typed.
    pub(super) fn parse(typed: &str) -> Option<Self> {
        let line = Line::<100>::parse(typed).ok()?;
        let words: Vec<String> = line
            .as_str()
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .take(MOST_WORDS)
            .map(str::to_owned)
            .collect();
        if words.iter().map(|word| word.chars().count()).sum::<usize>() < 2 {
            return None;
        }
        let only_without = line.as_str().split(' ').all(|word| word.starts_with('-'));
        // In French, "or" is a word like others; and nobody asks for everything but one thing.
        let tokens = line.as_str().split(' ').map(|token| match token {
            or if or.eq_ignore_ascii_case("or") => format!("\"{or}\""),
            without if only_without => without.trim_start_matches('-').to_owned(),
            token => token.to_owned(),
        });
        let whole = tokens.collect::<Vec<_>>().join(" ");
        let exact = whole.contains('"') || whole.split(' ').any(|token| token.starts_with('-'));
        let typing = line.as_str().ends_with(char::is_alphanumeric) && !exact;
        let (before, beginning) = match words.split_last() {
            Some((last, before)) if typing && last.chars().count() >= LEAST_BEGINNING => {
                let long = before.iter().filter(|word| word.chars().count() > 1).cloned();
                (long.collect::<Vec<_>>().join(" "), last.clone())
            }
            _ => (String::new(), String::new()),
        };
        Some(Self { whole, before, beginning, words })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(typed: &str) -> Option<(String, String, String)> {
        Question::parse(typed).map(|found| (found.whole, found.before, found.beginning))
    }

    fn three(a: &str, b: &str, c: &str) -> (String, String, String) {
        (a.to_owned(), b.to_owned(), c.to_owned())
    }

    #[test]
    fn the_last_word_may_be_unfinished() {
        assert_eq!(
            parts("compte  rendu de l'assem"),
            Some(three("compte rendu de l'assem", "compte rendu de", "assem"))
        );
        assert_eq!(parts("été"), Some(three("été", "", "été")));
        assert_eq!(parts("été à"), Some(three("été à", "", "")));
        assert_eq!(parts("réunion ?"), Some(three("réunion ?", "", "")));
    }

    #[test]
    fn quotes_and_minus_are_exact() {
        assert_eq!(parts("\"assemblée générale\""), Some(three("\"assemblée générale\"", "", "")));
        assert_eq!(parts("budget -2025"), Some(three("budget -2025", "", "")));
        assert_eq!(parts("-budget"), Some(three("budget", "", "budget")));
        assert_eq!(parts("bijoux or"), Some(three("bijoux \"or\"", "", "")));
    }

    #[test]
    fn too_little_is_nothing() {
        for typed in ["", " ", "a", "?!", "- '", "\u{202E}"] {
            assert_eq!(Question::parse(typed), None, "{typed:?}");
        }
        assert!(Question::parse(&"mot ".repeat(20)).is_some());
        assert_eq!(Question::parse(&"x".repeat(101)), None);
    }
}
