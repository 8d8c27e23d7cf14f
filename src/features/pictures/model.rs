//! What a picture is: prepared, then kept, then placed. Reading the file is the child process's work.

use std::borrow::Cow;

use super::store;
use crate::{
    app::App,
    authz::Viewer,
    blobs::picture_key,
    i18n::T,
    kernel::{CommentId, Failure, Fault, GroupId, PictureId, PostId, Url},
    ui::links,
    worker::{
        WorkerError,
        picture::{self, Format, PictureError, PictureRefused, Variant},
    },
};

/// Where a picture can be placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a post.
    Post(PostId),
    /// In a comment.
    Comment(CommentId),
    /// On a group, as its cover.
    Group(GroupId),
    /// With a choice of the poll of a post.
    Choice(PostId, i16),
}

/// A picture whose sizes lie in the store and that has no row yet. Left at that, it is swept away.
#[derive(Debug)]
pub struct Prepared {
    /// Its id to be.
    pub id: PictureId,
    /// Of the upright original, in pixels.
    pub width: i32,
    /// Of the upright original, in pixels.
    pub height: i32,
    pub(super) tint: String,
    pub(super) media_type: Cow<'static, str>,
    pub(super) edges: Vec<i32>,
}

/// A picture in its place, as cards show it.
#[derive(Clone, Debug)]
pub struct Picture {
    /// Which.
    pub id: PictureId,
    /// What it shows, for those who do not see it; empty if it only decorates.
    pub alt: String,
    /// Of the upright original, in pixels.
    pub width: i32,
    /// Of the upright original, in pixels.
    pub height: i32,
    /// Its mean colour as `#rrggbb`.
    pub tint: String,
}

impl Picture {
    /// Its address, for a long edge of at least so many pixels.
    pub fn url(&self, edge: u32) -> Url {
        links::picture(self.id, edge)
    }
}

/// Why a picture was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UploadRefused {
    /// The form came without one.
    Missing,
    /// The file is to blame.
    File(PictureRefused),
    /// Too many at once.
    Busy,
    /// There is nowhere to keep it for now.
    Away,
}

impl UploadRefused {
    /// The sentence for the member.
    pub fn words(self, t: T) -> String {
        match self {
            Self::Missing => t.pictures_missing().to_string(),
            Self::Busy => t.pictures_busy().to_string(),
            Self::Away => t.error_away_text().to_string(),
            Self::File(PictureRefused::NotAPicture) => t.pictures_not_a_picture().to_string(),
            Self::File(PictureRefused::Heic) => t.pictures_heic().to_string(),
            Self::File(PictureRefused::TooManyPixels { .. }) => t.pictures_too_many_pixels().to_string(),
            Self::File(PictureRefused::Broken) => t.pictures_broken().to_string(),
            Self::File(PictureRefused::TooSlow) => t.pictures_too_slow().to_string(),
            Self::File(PictureRefused::TooBig) => t.pictures_too_big().to_string(),
        }
    }
}

/// Why pictures were not placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceRefused {
    /// One of them is gone, placed elsewhere, or someone else's.
    NotLoose,
    /// A description longer than `ALT_MOST` characters.
    LongAlt,
}

impl PlaceRefused {
    /// The sentence for the member.
    pub fn words(self, t: T) -> String {
        match self {
            Self::NotLoose => t.pictures_not_loose().to_string(),
            Self::LongAlt => t.pictures_long_alt(i64::try_from(ALT_MOST).unwrap_or_default()).to_string(),
        }
    }
}

/// The most pictures of one post.
pub const MOST: usize = 50;
/// The longest description of a picture, in characters.
pub(super) const ALT_MOST: usize = 400;

/// Reads a file in a child process and keeps its sizes. Comes before the transaction: it may take seconds.
pub async fn prepare(app: &App, bytes: Vec<u8>) -> Result<Prepared, Failure<UploadRefused>> {
    let made = picture::variants(&app.workers, bytes, &picture::POST_EDGES).await.map_err(refusal)?;
    let id = PictureId::new(app.clock.now());
    let media_type = made.variants.first().map_or(Format::Jpeg, |variant| variant.format).media_type();
    let (width, height) = (i32::try_from(made.width)?, i32::try_from(made.height)?);
    let mut edges = Vec::new();
    for variant in made.variants {
        let edge = long_edge(&variant)?;
        app.blobs.put(&picture_key(id, edge), variant.bytes).await.map_err(not_kept)?;
        edges.push(edge);
    }
    Ok(Prepared { id, width, height, tint: made.colour, media_type: media_type.into(), edges })
}

/// A picture of a post once more.
#[derive(Debug)]
pub struct Copied {
    /// The picture.
    pub picture: Prepared,
    /// What it shows.
    pub alt: String,
    /// The choice of the poll it stands with, if it does.
    pub choice: Option<i16>,
}

/// The pictures of a post and of its poll once more, each with what it shows, to be made somebody's own.
pub async fn copies(app: &App, viewer: Viewer, post: PostId) -> Result<Vec<Copied>, Fault> {
    let found = store::prepared(&mut *app.db.acquire().await?, viewer, post).await?;
    let mut copies = Vec::new();
    for Copied { picture, alt, choice } in found {
        if let Some(picture) = copy(app, picture).await? {
            copies.push(Copied { picture, alt, choice });
        }
    }
    Ok(copies)
}

/// A picture of one's own that has no place yet once more, to be made one's own too; none if it is none of these.
pub async fn again(app: &App, viewer: Viewer, id: PictureId) -> Result<Option<Prepared>, Fault> {
    let found = store::prepared_loose(&mut *app.db.acquire().await?, viewer, id).await?;
    match found {
        Some(picture) => copy(app, picture).await,
        None => Ok(None),
    }
}

/// The bytes of a picture under another id; none where they are gone.
async fn copy(app: &App, picture: Prepared) -> Result<Option<Prepared>, Fault> {
    let id = PictureId::new(app.clock.now());
    let mut edges = Vec::new();
    for edge in &picture.edges {
        if app.blobs.copy(&picture_key(picture.id, *edge), &picture_key(id, *edge)).await? {
            edges.push(*edge);
        }
    }
    Ok((!edges.is_empty()).then_some(Prepared { id, edges, ..picture }))
}

fn long_edge(variant: &Variant) -> Result<i32, Fault> {
    Ok(i32::try_from(variant.width.max(variant.height))?)
}

/// A store that is away is no fault of the form it came with.
pub fn not_kept(fault: Fault) -> Failure<UploadRefused> {
    if !fault.is_away() {
        return Failure::Fault(fault);
    }
    tracing::error!(error = %fault, "a picture could not be kept");
    Failure::Refused(UploadRefused::Away)
}

/// What the child process answered, as a refusal or a fault.
pub fn refusal(error: PictureError) -> Failure<UploadRefused> {
    match error {
        PictureError::Refused(why) => Failure::Refused(UploadRefused::File(why)),
        PictureError::Unavailable(WorkerError::Busy) => Failure::Refused(UploadRefused::Busy),
        PictureError::Unavailable(error) => Failure::Fault(Fault::from(error)),
    }
}
