//! Icons from the one sprite, and the glyphs that stand for groups.

use std::fmt;

use askama::filters::HtmlSafe;

use crate::web::assets;

/// An icon of the sprite. Decorative: the name of the thing is in the text beside it.
#[derive(Clone, Copy, Debug)]
pub struct Icon {
    name: &'static str,
    class: &'static str,
}

/// The icon of this name, in the size of its surroundings.
pub fn icon(name: &'static str) -> Icon {
    Icon { name, class: "i" }
}

impl Icon {
    /// 16 px, for metadata.
    pub fn small(self) -> Self {
        Self { class: "i i--s", ..self }
    }

    /// 14 px, inside tags.
    pub fn tiny(self) -> Self {
        Self { class: "i i--xs", ..self }
    }

    /// 24 px, for the tab bar.
    pub fn large(self) -> Self {
        Self { class: "i i--l", ..self }
    }
}

impl fmt::Display for Icon {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            r#"<svg class="{}" aria-hidden="true"><use href="{}#{}"/></svg>"#,
            self.class,
            assets::asset("icons.svg"),
            self.name
        )
    }
}

impl HtmlSafe for Icon {}

/// The icons a group may choose, as they stand in the sprite.
pub const GROUP_ICONS: &[&str] = &[
    "shapes",
    "megaphone",
    "leaf",
    "briefcase",
    "laptop",
    "landmark",
    "sparkles",
    "handshake",
    "heart",
    "music",
    "sprout",
    "bike",
    "book-open",
    "camera",
    "hammer",
    "ship",
    "waves",
    "coffee",
    "graduation-cap",
    "users",
];

/// The ten hues that groups and labels share (DESIGN §4.3).
pub const HUES: &[&str] =
    &["rose", "brique", "ocre", "olive", "feuille", "lagune", "estuaire", "bleuet", "lilas", "bruyere"];

/// A group's square: its icon on its hue.
#[derive(Clone, Debug)]
pub struct Glyph {
    icon: &'static str,
    hue: &'static str,
    class: &'static str,
}

impl Glyph {
    /// The square for an icon and a hue as the database keeps them.
    pub fn new(icon: &str, hue: &str) -> Self {
        let known = |names: &[&'static str], name: &str, fallback| {
            names.iter().copied().find(|n| *n == name).unwrap_or(fallback)
        };
        Self { icon: known(GROUP_ICONS, icon, "shapes"), hue: known(HUES, hue, "estuaire"), class: "glyph" }
    }

    /// 20 px.
    pub fn tiny(self) -> Self {
        Self { class: "glyph glyph--xs", ..self }
    }

    /// 24 px.
    pub fn small(self) -> Self {
        Self { class: "glyph glyph--s", ..self }
    }

    /// 40 px.
    pub fn medium(self) -> Self {
        Self { class: "glyph glyph--m", ..self }
    }

    /// 72 px.
    pub fn large(self) -> Self {
        Self { class: "glyph glyph--l", ..self }
    }
}

impl fmt::Display for Glyph {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, r#"<span class="{}" data-h="{}">{}</span>"#, self.class, self.hue, icon(self.icon))
    }
}

impl HtmlSafe for Glyph {}
