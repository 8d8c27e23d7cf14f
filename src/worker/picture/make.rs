//! Decoding, turning, cropping, resizing, encoding. Runs in the child only.

use fast_image_resize::{FilterType, ResizeAlg, ResizeOptions, Resizer};
use image::codecs::jpeg::JpegEncoder;
use image::codecs::webp::WebPEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, GenericImageView, ImageDecoder, Rgb, RgbImage};

use super::{Format, Picture, PictureRefused, Square, Variant, probe};

const QUALITY: u8 = 82;

/// Sizes with the given long edges, none larger than the original.
pub(super) fn variants(file: &[u8], edges: &[u32]) -> Result<Picture, PictureRefused> {
    let (original, orientation) = decode(file)?;
    let long = original.width().max(original.height());
    let mut wanted: Vec<u32> = edges.iter().map(|&edge| edge.clamp(1, long)).collect();
    wanted.sort_unstable();
    wanted.dedup();
    let size = upright(&original, orientation);
    // From large to small: each is made from the one before, after the first the work is little.
    let mut source = original;
    let mut made = Vec::new();
    for &edge in wanted.iter().rev() {
        source = shrink(source, edge)?;
        made.push(source.clone());
    }
    made.reverse();
    let upright: Vec<_> = made.into_iter().map(|image| turned(image, orientation)).collect();
    finish(size, &upright)
}

/// Squares with the given edges.
pub(super) fn avatar(file: &[u8], edges: &[u32], square: Option<Square>) -> Result<Picture, PictureRefused> {
    let (original, orientation) = decode(file)?;
    let size = upright(&original, orientation);
    let largest = edges.iter().copied().max().unwrap_or(1);
    // The whole is shrunk first, to twice what is needed, and only then turned: turning copies.
    let fraction = square.map_or(1.0, |s| s.size.clamp(0.01, 1.0));
    let short = f64::from(original.width().min(original.height()));
    let scale = (f64::from(largest) * 2.0 / (short * fraction)).min(1.0);
    let long = original.width().max(original.height());
    let image = turned(shrink(original, pixels(f64::from(long) * scale, long))?, orientation);
    let crop = cropped(&image, square, fraction);
    let edge = crop.width();
    let mut wanted: Vec<u32> = edges.iter().map(|&wanted| wanted.clamp(1, edge)).collect();
    wanted.sort_unstable();
    wanted.dedup();
    let made: Vec<_> = wanted.into_iter().map(|edge| shrink(crop.clone(), edge)).collect::<Result<_, _>>()?;
    finish(size, &made)
}

fn decode(file: &[u8]) -> Result<(DynamicImage, Orientation), PictureRefused> {
    let mut decoder = probe::decoder(file)?;
    // A broken EXIF block is no reason to refuse the picture.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let image = DynamicImage::from_decoder(decoder).map_err(|_| PictureRefused::Broken)?;
    let image = if image.color().has_alpha() {
        let image = DynamicImage::ImageRgba8(image.into_rgba8());
        let opaque = image.as_rgba8().is_some_and(|rgba| rgba.pixels().all(|p| p.0[3] == 255));
        if opaque { DynamicImage::ImageRgb8(image.into_rgb8()) } else { image }
    } else {
        DynamicImage::ImageRgb8(image.into_rgb8())
    };
    Ok((image, orientation))
}

/// Width and height as seen.
fn upright(image: &DynamicImage, orientation: Orientation) -> (u32, u32) {
    use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
    let (width, height) = image.dimensions();
    match orientation {
        Rotate90 | Rotate270 | Rotate90FlipH | Rotate270FlipH => (height, width),
        _ => (width, height),
    }
}

fn turned(mut image: DynamicImage, orientation: Orientation) -> DynamicImage {
    image.apply_orientation(orientation);
    image
}

/// The picture with that long edge.
pub(in crate::worker) fn shrink(image: DynamicImage, edge: u32) -> Result<DynamicImage, PictureRefused> {
    let (width, height) = image.dimensions();
    let long = width.max(height);
    if edge >= long {
        return Ok(image);
    }
    let scale = f64::from(edge) / f64::from(long);
    let (w, h) = (pixels(f64::from(width) * scale, edge), pixels(f64::from(height) * scale, edge));
    let mut out = DynamicImage::new(w, h, image.color());
    // Far down, an average is as good as a fine filter and many times faster.
    let filter = if scale < 0.2 { FilterType::Box } else { FilterType::Lanczos3 };
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(filter));
    Resizer::new().resize(&image, &mut out, &options).map_err(|_| PictureRefused::Broken)?;
    Ok(out)
}

fn cropped(image: &DynamicImage, square: Option<Square>, fraction: f64) -> DynamicImage {
    let (width, height) = image.dimensions();
    let short = width.min(height);
    let edge = pixels(f64::from(short) * fraction, short);
    let place = |at: Option<f64>, length: u32| match at {
        // Counted from 1, as lengths are, to have 0 within reach.
        Some(at) => pixels(f64::from(length) * at.clamp(0.0, 1.0) + 1.0, length - edge + 1) - 1,
        None => (length - edge) / 2,
    };
    image.crop_imm(place(square.map(|s| s.x), width), place(square.map(|s| s.y), height), edge, edge)
}

/// A length in pixels between 1 and `most`.
fn pixels(length: f64, most: u32) -> u32 {
    let bounded = length.round().clamp(1.0, f64::from(most.max(1)));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded by the line above")]
    let whole = bounded as u32;
    whole
}

fn finish((width, height): (u32, u32), images: &[DynamicImage]) -> Result<Picture, PictureRefused> {
    let colour = images.first().map(mean_colour).unwrap_or_default();
    let variants = images.iter().map(encode).collect::<Result<_, _>>()?;
    Ok(Picture { width, height, colour, variants })
}

fn encode(image: &DynamicImage) -> Result<Variant, PictureRefused> {
    let mut bytes = Vec::new();
    let (format, done) = if image.color().has_alpha() {
        (Format::Webp, image.write_with_encoder(WebPEncoder::new_lossless(&mut bytes)))
    } else {
        (Format::Jpeg, image.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, QUALITY)))
    };
    done.map_err(|_| PictureRefused::Broken)?;
    Ok(Variant { width: image.width(), height: image.height(), format, bytes })
}

/// The mean of what is seen; what is transparent counts as white.
fn mean_colour(image: &DynamicImage) -> String {
    let mut sums = [0_u64; 3];
    let mut count = 0_u64;
    let mut add = |rgb: &Rgb<u8>, alpha: u64| {
        for (sum, &channel) in sums.iter_mut().zip(&rgb.0) {
            *sum += (u64::from(channel) * alpha + 255 * (255 - alpha)) / 255;
        }
        count += 1;
    };
    match image {
        DynamicImage::ImageRgba8(rgba) => {
            rgba.pixels().for_each(|p| add(&Rgb([p.0[0], p.0[1], p.0[2]]), u64::from(p.0[3])));
        }
        other => {
            let rgb: &RgbImage = &other.to_rgb8();
            rgb.pixels().for_each(|p| add(p, 255));
        }
    }
    let mean = sums.map(|sum| sum / count.max(1));
    format!("#{:02x}{:02x}{:02x}", mean[0], mean[1], mean[2])
}
