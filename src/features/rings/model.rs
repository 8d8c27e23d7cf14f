//! Kinds of rings, and what may be chosen for them.

use crate::{features::fields::Bilingual, ui::Ring};

/// The hues, all of which stand out from both grounds (3:1 and more, WCAG 1.4.11).
pub(super) const HUES: [&str; 10] =
    ["rose", "brique", "ocre", "olive", "feuille", "lagune", "estuaire", "bleuet", "lilas", "bruyere"];

/// The patterns, so that a ring is told apart without its colour.
pub(super) const PATTERNS: [&str; 5] = ["solid", "double", "dashed", "dotted", "arcs"];

/// Who gives a ring, and where it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Administrators; everywhere.
    Platform,
    /// Managers; in their group.
    Group,
}

impl Scope {
    pub(super) const ALL: [Self; 2] = [Self::Platform, Self::Group];

    /// The word it is stored under.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Platform => "platform",
            Self::Group => "group",
        }
    }

    pub(super) fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.as_str() == word)
    }
}

/// A kind of ring.
#[derive(Clone, Debug)]
pub(crate) struct Kind {
    pub(crate) id: i32,
    pub(crate) label: Bilingual,
    pub(super) meaning: Bilingual,
    pub(super) hue: String,
    pub(super) pattern: String,
    pub(crate) scope: Scope,
    pub(super) archived: bool,
    /// How many wear it now.
    pub(super) wearers: i64,
}

impl Kind {
    /// As it is drawn.
    pub(super) fn ring(&self, locale: crate::i18n::Locale) -> Ring {
        Ring {
            id: self.id,
            hue: self.hue.clone(),
            pattern: self.pattern.clone(),
            label: self.label.of(locale).to_owned(),
        }
    }
}

/// What a kind is made of.
#[derive(Clone, Debug)]
pub(crate) struct NewKind {
    pub(crate) label: Bilingual,
    pub(crate) meaning: Bilingual,
    pub(crate) hue: String,
    pub(crate) pattern: String,
    pub(crate) scope: Scope,
}
