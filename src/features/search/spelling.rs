//! Another spelling, from words that the viewer could have read themselves: no word of a hidden text is ever offered.

use std::collections::HashMap;

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// Small letters without accents.
fn folded(word: &str) -> String {
    word.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

/// The words of these texts, folded, each with its spelling and how often it stands there.
fn known(texts: &[String]) -> HashMap<String, (String, usize)> {
    let mut known: HashMap<String, (String, usize)> = HashMap::new();
    for word in texts.iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric())) {
        if word.chars().count() >= 3 {
            let entry = known.entry(folded(word)).or_insert_with(|| (word.to_lowercase(), 0));
            entry.1 += 1;
        }
    }
    known
}

/// How far a word may be from the one that was meant.
fn reach(word: &str) -> usize {
    match word.chars().count() {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// What may have been meant: each word that is in none of the texts takes the place of the nearest one that is. Nothing
/// where all words are known, or one of them is near to none.
pub(super) fn suggest(words: &[String], texts: &[String]) -> Option<String> {
    let known = known(texts);
    let mut changed = false;
    let mut out = Vec::with_capacity(words.len());
    for word in words {
        let plain = folded(word);
        if plain.chars().count() < 3 || known.contains_key(&plain) {
            out.push(word.clone());
            continue;
        }
        let near = known
            .iter()
            .map(|(other, (spelt, times))| (strsim::damerau_levenshtein(&plain, other), times, spelt))
            .filter(|(distance, ..)| *distance <= reach(&plain))
            .min_by_key(|(distance, times, spelt)| {
                (*distance, std::cmp::Reverse(**times), (*spelt).clone())
            })?;
        out.push(near.2.clone());
        changed = true;
    }
    changed.then(|| out.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(words: &str) -> Option<String> {
        let texts =
            ["Événement d'été au jardin".to_owned(), "Le jardin partagé, l'assemblée générale".to_owned()];
        suggest(&words.split(' ').map(str::to_owned).collect::<Vec<_>>(), &texts)
    }

    #[test]
    fn a_slip_finds_the_word_that_was_meant() {
        assert_eq!(ask("evènment jardn").as_deref(), Some("événement jardin"));
        assert_eq!(ask("asemblee generle").as_deref(), Some("assemblée générale"));
    }

    #[test]
    fn nothing_is_made_up() {
        assert_eq!(ask("jardin"), None);
        assert_eq!(ask("tracteur"), None);
        assert_eq!(ask("jardn tracteur"), None);
    }
}
