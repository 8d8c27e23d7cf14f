//! The photos of a post: up to five tiles in lists, all of them on the post's own page.

use askama::{Template, filters::HtmlSafe};

use super::store::PictureRow;
use crate::{
    features::posts::urls,
    i18n::T,
    kernel::{PostId, Url},
    ui::links,
};

/// How many tiles the grid has.
const TILES: usize = 5;

/// A grid of photos. Each links to the page of the photo; a script opens them in a dialog instead. Where there are no
/// photos its place is there and empty: live updates may fill it.
#[derive(Template)]
#[template(path = "posts/gallery.html")]
pub(in super::super) struct Gallery {
    t: T,
    post: PostId,
    class: usize,
    tiles: Vec<Tile>,
}

impl HtmlSafe for Gallery {}

struct Tile {
    page: Url,
    full: Url,
    small: Url,
    medium: Url,
    alt: String,
    width: i32,
    height: i32,
    /// Beyond the grid: only the dialog shows it.
    hidden: bool,
    /// How many follow beyond the grid, on its last tile.
    more: i64,
}

impl Gallery {
    /// The grid over these photos.
    pub(in super::super) fn of(t: T, post: PostId, pictures: Vec<PictureRow>, whole: bool) -> Self {
        let count = pictures.len();
        let shown = if whole { count } else { count.min(TILES) };
        let beyond = i64::try_from(count - shown).unwrap_or_default();
        let tile = |(place, picture)| Tile {
            hidden: place >= shown,
            more: if place + 1 == shown { beyond } else { 0 },
            ..Tile::of(post, picture)
        };
        let tiles: Vec<Tile> = pictures.into_iter().enumerate().map(tile).collect();
        Self { t, post, class: count.min(TILES), tiles }
    }

    /// The id of its element.
    pub(in super::super) fn element(post: PostId) -> String {
        format!("post-photos-{post}")
    }
}

impl Tile {
    fn of(post: PostId, picture: PictureRow) -> Self {
        Self {
            page: urls::photo(post, picture.id),
            full: links::picture(picture.id, 2160),
            small: links::picture(picture.id, 480),
            medium: links::picture(picture.id, 1080),
            alt: picture.alt,
            width: picture.width,
            height: picture.height,
            hidden: false,
            more: 0,
        }
    }
}

/// The photo at the head of an article.
#[derive(Template)]
#[template(path = "posts/cover.html")]
pub(in super::super) struct Cover {
    t: T,
    tile: Tile,
}

impl HtmlSafe for Cover {}

impl Cover {
    /// What has a title and is as long as this, in bytes, is an article: about a minute and more to read.
    const ARTICLE: i32 = 1_400;

    /// Whether a text is an article.
    pub(super) fn belongs(title: &str, length: i32) -> bool {
        !title.is_empty() && length >= Self::ARTICLE
    }

    /// Takes the first photo of an article from the others.
    pub(in super::super) fn take(
        t: T,
        post: PostId,
        (title, length): (&str, i32),
        pictures: &mut Vec<PictureRow>,
    ) -> Option<Self> {
        let is_there = Self::belongs(title, length) && !pictures.is_empty();
        is_there.then(|| Self { t, tile: Tile::of(post, pictures.remove(0)) })
    }
}

/// The dialog in which photos open, once in a page that shows galleries.
#[derive(Template)]
#[template(path = "posts/lightbox.html")]
pub struct Lightbox {
    t: T,
}

impl HtmlSafe for Lightbox {}

impl Lightbox {
    /// The dialog.
    pub fn new(t: T) -> Self {
        Self { t }
    }
}
