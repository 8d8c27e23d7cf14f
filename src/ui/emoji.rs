//! Emoji as reactions: which texts are one, what they are called, and the grid to choose from.
//!
//! Whether a text is an emoji is asked of the Unicode list; the grid is our own choice of the ones people look for,
//! each with a name in both languages. Others can be sent too and are shown without a name.

use askama::{Template, filters::HtmlSafe};

use crate::i18n::T;

/// The grid: the emoji and the key of its name in `comments-emoji`. The first row is what is given most.
#[rustfmt::skip]
const GRID: &[(&str, &str)] = &[
    ("👍", "thumbs-up"), ("👏", "clap"), ("❤️", "heart"), ("💡", "idea"), ("🙌", "hands"), ("😊", "smile"),
    ("😂", "joy"), ("😄", "grin"), ("😉", "wink"), ("😍", "love"), ("🥰", "tender"), ("🤩", "starstruck"),
    ("😎", "cool"), ("🤗", "hug"), ("🤔", "thinking"), ("😮", "surprise"), ("😢", "sad"), ("😭", "crying"),
    ("😅", "sweat"), ("🙄", "eyes-up"), ("😱", "scream"), ("🥳", "party-face"), ("😇", "angel"), ("🤝", "handshake"),
    ("🙏", "thanks"), ("👌", "ok"), ("✌️", "victory"), ("🤞", "fingers"), ("💪", "strong"), ("👋", "wave"),
    ("👎", "thumbs-down"), ("👀", "eyes"), ("🔥", "fire"), ("✨", "sparkles"), ("⭐", "star"), ("🎉", "party"),
    ("🎂", "cake"), ("🎁", "gift"), ("🏆", "trophy"), ("🥇", "medal"), ("🚀", "rocket"), ("🎯", "target"),
    ("✅", "done"), ("❌", "no"), ("❓", "question"), ("❗", "important"), ("💯", "hundred"), ("💬", "speech"),
    ("💚", "green-heart"), ("💙", "blue-heart"), ("💛", "yellow-heart"), ("💜", "violet-heart"), ("🌱", "sprout"), ("🌻", "flower"),
    ("🌊", "sea"), ("☀️", "sun"), ("🌈", "rainbow"), ("🌍", "earth"), ("☕", "coffee"), ("🍀", "luck"),
    ("📌", "pin"), ("📣", "megaphone"), ("🎵", "music"), ("⏳", "hourglass"),
];

/// One emoji, in the one form that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Emoji(String);

impl Emoji {
    /// Reads a text that is one emoji and nothing else. Variants of colour stay what they are; a missing variation
    /// selector is put in, so that ❤ and ❤️ count as one.
    pub fn parse(text: &str) -> Option<Self> {
        emojis::get(text.trim()).map(|emoji| Self(emoji.as_str().to_owned()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What an emoji is called, for those who hear the page.
pub fn name(t: T, emoji: &str) -> String {
    let key = GRID.iter().find(|(known, _)| *known == emoji).map_or("other", |(_, key)| *key);
    t.comments_emoji(key).to_string()
}

/// The grid once in a page, from which every picker fills itself.
#[derive(Clone, Debug, Template)]
#[template(
    source = r#"<template id="emoji"><div><input type="search" class="input input--s picker__find" aria-label="{{ t.comments_emoji_find() }}" placeholder="{{ t.comments_emoji_find() }}" autocomplete="off">{{ grid }}</div></template>"#,
    ext = "html"
)]
pub struct EmojiTemplate {
    t: T,
    grid: EmojiGrid,
}

impl HtmlSafe for EmojiTemplate {}

impl EmojiTemplate {
    /// The grid in a language.
    pub fn new(t: T) -> Self {
        Self { t, grid: EmojiGrid::new(t) }
    }
}

/// The grid of buttons.
#[derive(Clone, Debug, Template)]
#[template(
    source = r#"<div class="picker__grid" role="group" aria-label="{{ t.comments_emoji_grid() }}">{% for (emoji, name) in all %}<button type="submit" name="on" value="{{ emoji }}" title="{{ name }}" aria-label="{{ name }}">{{ emoji }}</button>{% endfor %}</div>"#,
    ext = "html"
)]
pub struct EmojiGrid {
    t: T,
    all: Vec<(&'static str, String)>,
}

impl HtmlSafe for EmojiGrid {}

impl EmojiGrid {
    /// The grid in a language.
    pub fn new(t: T) -> Self {
        Self {
            t,
            all: GRID.iter().map(|(emoji, key)| (*emoji, t.comments_emoji(*key).to_string())).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;

    #[test]
    fn the_grid_holds_emoji_that_each_have_a_name() {
        for locale in Locale::ALL {
            let nameless = locale.t().comments_emoji("other").to_string();
            for (emoji, key) in GRID {
                assert_eq!(Emoji::parse(emoji).map(|e| e.0).as_deref(), Some(*emoji), "{emoji}");
                assert_ne!(locale.t().comments_emoji(*key).to_string(), nameless, "{key}");
            }
        }
    }

    #[test]
    fn only_one_emoji_is_one() {
        for bad in ["", "a", "👍👍", "👍 bravo", "1", "<b>", "\u{FE0F}"] {
            assert_eq!(Emoji::parse(bad), None, "{bad:?}");
        }
        assert_eq!(Emoji::parse("❤"), Emoji::parse("❤️"));
        assert!(Emoji::parse("👩🏽‍🚀").is_some());
    }
}
