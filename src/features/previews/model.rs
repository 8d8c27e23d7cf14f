//! What is known of a page on the web.

use serde::Deserialize;

use crate::kernel::PictureId;

/// The longest title, description and name of a site, in visible characters.
pub(super) const MOST_TITLE: usize = 160;
pub(super) const MOST_DESCRIPTION: usize = 240;
pub(super) const MOST_SITE: usize = 60;

/// What a page says of itself. Without a title there is nothing to show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Its title.
    pub title: String,
    /// What it is about; may be empty.
    pub description: String,
    /// What its site calls itself; may be empty.
    pub site: String,
    /// Whether it is there to watch something, as the pages of sites for videos say of themselves.
    pub film: bool,
    /// Where its picture lies, as an address on the web.
    pub picture: Option<String>,
}

/// A preview as the card of a post carries it.
#[derive(Clone, Debug, Deserialize)]
pub struct Face {
    pub(super) url: String,
    pub(super) title: String,
    pub(super) description: String,
    pub(super) site: String,
    pub(super) film: bool,
    pub(super) picture: Option<PictureRow>,
}

/// The picture of a preview.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct PictureRow {
    pub(super) id: PictureId,
    pub(super) width: i32,
    pub(super) height: i32,
}
