//! Pictures from members: looked at, turned upright, stripped of everything but pixels, made smaller.
//!
//! Nothing that was uploaded is ever shown as it came. [`variants`] is for pictures in posts and files,
//! [`avatar`] for squares of people and groups. Colour profiles are dropped with all other metadata.
mod make;
mod probe;

pub(super) use make::shrink;

use serde::{Deserialize, Serialize};

use super::{Answer, Job, Limits, Refusal, WorkerError, Workers, frame};

/// Name of this kind of work.
pub(super) const KIND: &str = "picture";
/// Longest file, in bytes.
pub const MAX_BYTES: usize = 40 * 1024 * 1024;
/// Most pixels, width times height.
pub const MAX_PIXELS: u64 = 50_000_000;
/// Longest edge, in pixels.
pub const MAX_EDGE: u32 = 20_000;
/// Long edges of the variants of a picture in a post.
pub const POST_EDGES: [u32; 3] = [480, 1080, 2160];
/// Edges of the variants of an avatar.
pub const AVATAR_EDGES: [u32; 3] = [96, 192, 384];

/// The square of a picture that becomes an avatar, in fractions of the upright picture.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Square {
    /// Left edge, as a fraction of the width.
    pub x: f64,
    /// Upper edge, as a fraction of the height.
    pub y: f64,
    /// Its edge, as a fraction of the shorter edge.
    pub size: f64,
}

/// What the child is asked.
#[derive(Debug, Serialize, Deserialize)]
enum Request {
    Variants { edges: Vec<u32> },
    Avatar { edges: Vec<u32>, square: Option<Square> },
}

/// Format of a variant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// For opaque pictures.
    Jpeg,
    /// Without loss, for pictures with transparency.
    Webp,
}

impl Format {
    /// The media type to serve it with.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Webp => "image/webp",
        }
    }

    /// The extension of its file name.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Webp => "webp",
        }
    }
}

/// One size of a picture.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Variant {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// How the bytes are coded.
    pub format: Format,
    /// The file.
    #[serde(skip)]
    pub bytes: Vec<u8>,
}

/// A picture, ready to be stored and served.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Picture {
    /// Width of the upright original.
    pub width: u32,
    /// Height of the upright original.
    pub height: u32,
    /// Its mean colour as `#rrggbb`, to stand in its place while it loads.
    pub colour: String,
    /// Smallest first; never larger than the original; at least one.
    pub variants: Vec<Variant>,
}

/// What is wrong with a file; the words are in `pictures.ftl`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PictureRefused {
    /// Not a JPEG, PNG, GIF or WebP file, whatever its name says.
    NotAPicture,
    /// HEIC or AVIF: what some phones make.
    Heic,
    /// More pixels than we take.
    TooManyPixels {
        /// As its header says.
        width: u32,
        /// As its header says.
        height: u32,
    },
    /// It begins like a picture and cannot be read.
    Broken,
    /// Reading it took too long.
    TooSlow,
    /// The file, or what it takes to read it, is too large.
    TooBig,
}

impl PictureRefused {
    /// The id of the message for the member.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::NotAPicture => "pictures-not-a-picture",
            Self::Heic => "pictures-heic",
            Self::TooManyPixels { .. } => "pictures-too-many-pixels",
            Self::Broken => "pictures-broken",
            Self::TooSlow => "pictures-too-slow",
            Self::TooBig => "pictures-too-big",
        }
    }
}

/// Why there is no picture.
#[derive(Debug)]
pub enum PictureError {
    /// The file is to blame: tell the member.
    Refused(PictureRefused),
    /// We are to blame: busy or broken.
    Unavailable(WorkerError),
}

/// Makes the sizes of a picture whose long edges are given.
pub async fn variants(workers: &Workers, file: Vec<u8>, edges: &[u32]) -> Result<Picture, PictureError> {
    process(workers, file, &Request::Variants { edges: edges.to_vec() }, Limits::default()).await
}

/// Makes the sizes of an avatar from a square of the picture, by default the middle.
pub async fn avatar(
    workers: &Workers,
    file: Vec<u8>,
    square: Option<Square>,
) -> Result<Picture, PictureError> {
    // Numbers from a browser may be anything; JSON knows no infinity.
    let square = square.filter(|s| [s.x, s.y, s.size].iter().all(|n| n.is_finite()));
    let request = Request::Avatar { edges: AVATAR_EDGES.to_vec(), square };
    process(workers, file, &request, Limits::default()).await
}

/// [`variants`] with other limits than the usual.
pub async fn variants_within(
    workers: &Workers,
    file: Vec<u8>,
    edges: &[u32],
    limits: Limits,
) -> Result<Picture, PictureError> {
    process(workers, file, &Request::Variants { edges: edges.to_vec() }, limits).await
}

async fn process(
    workers: &Workers,
    file: Vec<u8>,
    request: &Request,
    limits: Limits,
) -> Result<Picture, PictureError> {
    if file.len() > MAX_BYTES {
        return Err(PictureError::Refused(PictureRefused::TooBig));
    }
    // Cheap, without any decoder: most mistakes are found before a process is started.
    probe::format(&file).map_err(PictureError::Refused)?;
    let nonsense =
        |error: serde_json::Error| PictureError::Unavailable(WorkerError::Unavailable(error.into()));
    let job = Job { header: serde_json::to_vec(request).map_err(nonsense)?, body: file };
    let answer = workers.call(KIND, job, limits).await.map_err(|error| match error {
        WorkerError::Refused(Refusal::Slow) => PictureError::Refused(PictureRefused::TooSlow),
        WorkerError::Refused(Refusal::LongAnswer | Refusal::Died { .. }) => {
            PictureError::Refused(PictureRefused::TooBig)
        }
        other => PictureError::Unavailable(other),
    })?;
    let result: Result<Picture, PictureRefused> = serde_json::from_slice(&answer.header).map_err(nonsense)?;
    let mut picture = result.map_err(PictureError::Refused)?;
    for (variant, bytes) in picture.variants.iter_mut().zip(answer.parts) {
        variant.bytes = bytes;
    }
    Ok(picture)
}

/// Inside the child.
pub(super) fn handle(job: &Job, to: &mut dyn std::io::Write) -> std::io::Result<()> {
    let mut result = match serde_json::from_slice(&job.header) {
        Ok(Request::Variants { edges }) => make::variants(&job.body, &edges),
        Ok(Request::Avatar { edges, square }) => make::avatar(&job.body, &edges, square),
        Err(_) => Err(PictureRefused::Broken),
    };
    let parts = match &mut result {
        Ok(picture) => picture.variants.iter_mut().map(|v| std::mem::take(&mut v.bytes)).collect(),
        Err(_) => Vec::new(),
    };
    let answer = Answer { header: serde_json::to_vec(&result).unwrap_or_default(), parts };
    frame::write_answer(to, &answer)
}
