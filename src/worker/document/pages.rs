//! What the pages of a PDF look like, drawn in the child process: the first ones of a document, each in two sizes.
//!
//! Pages come one by one. Those that were drawn before a document turned out to be broken, too large or too slow are good.

use std::{io, time::Duration};

use hayro::{
    PixmapSettings, RenderCache, RenderSettings,
    hayro_interpret::InterpreterSettings,
    hayro_syntax::{Pdf, page::Page},
    render,
    vello_cpu::{Pixmap, color::palette::css::WHITE},
};
use image::{
    DynamicImage, RgbImage,
    codecs::{jpeg::JpegEncoder, webp::WebPEncoder},
};

use super::MOST_BYTES;
use crate::worker::{Blocks, Input, Job, Limits, WorkerError, Workers, frame, picture};

/// Name of this kind of work.
pub(in crate::worker) const KIND: &str = "pages";
/// Most pages that are drawn.
pub const MOST_PAGES: usize = 30;

/// A page is drawn so wide, in pixels, unless it were higher than this.
const WIDTH: f32 = 1240.0;
const HEIGHT: f32 = 3720.0;
/// The longer edge of the small size, in pixels.
const SMALL: u32 = 320;
const QUALITY: u8 = 80;

/// A page as it looks.
#[derive(Debug)]
pub struct Drawn {
    /// Which, from 1.
    pub number: i16,
    /// Of the large size, in pixels.
    pub width: i32,
    /// Of the large size, in pixels.
    pub height: i32,
    /// A picture to read it on.
    pub large: Vec<u8>,
    /// A picture to know it by.
    pub small: Vec<u8>,
}

/// Pages as they come. Dropped, the child is killed.
pub struct Drawing {
    blocks: Blocks,
    /// How many pages the document has.
    pub count: i32,
}

/// Means of the child.
pub fn limits() -> Limits {
    Limits {
        memory: 1024 * 1024 * 1024,
        cpu_seconds: 30,
        wall: Duration::from_secs(90),
        queue: Duration::from_secs(60),
        output: 96 * 1024 * 1024,
    }
}

/// Begins to draw a document; nothing where it has no pages to be drawn. Only what is no fault of the file's is an error.
pub async fn draw(workers: &Workers, file: Input, limits: Limits) -> Result<Option<Drawing>, WorkerError> {
    if file.length > MOST_BYTES {
        return Ok(None);
    }
    let mut blocks = workers.stream(KIND, b"{}".to_vec(), file, limits).await?;
    let count = match next(&mut blocks).await? {
        Some(head) => i32::from_le_bytes(head.as_slice().try_into().map_err(|_| nonsense())?),
        None => return Ok(None),
    };
    Ok(Some(Drawing { blocks, count }))
}

impl Drawing {
    /// The next page; none after the last that can be drawn.
    pub async fn next(&mut self) -> Result<Option<Drawn>, WorkerError> {
        let Some(head) = next(&mut self.blocks).await? else { return Ok(None) };
        let (Some(large), Some(small)) = (next(&mut self.blocks).await?, next(&mut self.blocks).await?)
        else {
            return Ok(None);
        };
        let (number, width, height) = serde_json::from_slice(&head).map_err(|_| nonsense())?;
        Ok(Some(Drawn { number, width, height, large, small }))
    }
}

/// The next block. A child that its file was too much for has no more.
async fn next(blocks: &mut Blocks) -> Result<Option<Vec<u8>>, WorkerError> {
    match blocks.next().await {
        Err(WorkerError::Refused(why)) => {
            tracing::info!(?why, "a document was not drawn to its end");
            Ok(None)
        }
        other => other,
    }
}

fn nonsense() -> WorkerError {
    WorkerError::Unavailable(io::ErrorKind::InvalidData.into())
}

/// Inside the child.
pub(in crate::worker) fn handle(job: &Job, to: &mut dyn io::Write) -> io::Result<()> {
    let Ok(pdf) = Pdf::new(job.body.clone()) else { return to.flush() };
    let pages = pdf.pages();
    if pages.is_empty() {
        return to.flush();
    }
    frame::write_block(to, &i32::try_from(pages.len()).unwrap_or(i32::MAX).to_le_bytes())?;
    let cache = RenderCache::new();
    for (page, number) in pages.iter().take(MOST_PAGES).zip(1_i16..) {
        let Some(large) = drawn(page, &cache) else { continue };
        let head = serde_json::to_vec(&(number, large.width(), large.height()))?;
        let small = picture::shrink(large.clone(), SMALL).map_err(|_| io::ErrorKind::InvalidData)?;
        for block in [head, encoded(&large)?, encoded(&small)?] {
            frame::write_block(to, &block)?;
        }
        to.flush()?;
    }
    Ok(())
}

/// A page on white paper; nothing where it has no size.
fn drawn<'a>(page: &'a Page<'a>, cache: &RenderCache<'a>) -> Option<DynamicImage> {
    let (width, height) = page.render_dimensions();
    let scale = (WIDTH / width).min(HEIGHT / height);
    if !scale.is_normal() || width * scale < 1.0 || height * scale < 1.0 {
        return None;
    }
    let size = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let pixmap = render(page, cache, &InterpreterSettings::default(), &RenderSettings::default(), &size);
    opaque(&pixmap).map(DynamicImage::ImageRgb8)
}

/// The colours alone: on paper nothing shines through.
fn opaque(pixmap: &Pixmap) -> Option<RgbImage> {
    let pixels = pixmap.data().iter().flat_map(|pixel| [pixel.r, pixel.g, pixel.b]).collect();
    RgbImage::from_raw(pixmap.width().into(), pixmap.height().into(), pixels)
}

/// Letters are smaller without loss, photos with: whichever is shorter.
fn encoded(image: &DynamicImage) -> io::Result<Vec<u8>> {
    let (mut sharp, mut soft) = (Vec::new(), Vec::new());
    image.write_with_encoder(WebPEncoder::new_lossless(&mut sharp)).map_err(io::Error::other)?;
    image.write_with_encoder(JpegEncoder::new_with_quality(&mut soft, QUALITY)).map_err(io::Error::other)?;
    Ok(if sharp.len() <= soft.len() { sharp } else { soft })
}
