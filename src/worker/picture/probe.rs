//! What a file is and how large it says it is, before anything is decoded.

use std::io::Cursor;

use image::{ImageDecoder, ImageFormat, ImageReader, Limits};

use super::{MAX_EDGE, MAX_PIXELS, PictureRefused};

/// Most bytes of decoded pixels: the child's memory must also hold the file and the variants.
const MAX_DECODED: u64 = 300 * 1024 * 1024;

/// The format by its first bytes; the name and the declared type say nothing.
pub(super) fn format(file: &[u8]) -> Result<ImageFormat, PictureRefused> {
    let brand = file.get(8..12).unwrap_or_default();
    if file.starts_with(&[0xFF, 0xD8, 0xFF]) {
        Ok(ImageFormat::Jpeg)
    } else if file.starts_with(b"\x89PNG\r\n\x1a\n") {
        Ok(ImageFormat::Png)
    } else if file.starts_with(b"GIF87a") || file.starts_with(b"GIF89a") {
        Ok(ImageFormat::Gif)
    } else if file.starts_with(b"RIFF") && brand == b"WEBP" {
        Ok(ImageFormat::WebP)
    } else if file.get(4..8) == Some(b"ftyp") && HEIC_BRANDS.contains(&brand) {
        Err(PictureRefused::Heic)
    } else {
        Err(PictureRefused::NotAPicture)
    }
}

const HEIC_BRANDS: [&[u8]; 10] =
    [b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif", b"avis"];

/// A decoder whose header has been read and found bearable.
pub(super) fn decoder(file: &[u8]) -> Result<impl ImageDecoder + '_, PictureRefused> {
    let format = format(file)?;
    let mut reader = ImageReader::with_format(Cursor::new(file), format);
    // Our own check of the dimensions comes first: it can say what is wrong.
    reader.no_limits();
    let mut decoder = reader.into_decoder().map_err(|_| PictureRefused::Broken)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if width == 0 || height == 0 {
        return Err(PictureRefused::Broken);
    }
    if pixels > MAX_PIXELS || width > MAX_EDGE || height > MAX_EDGE {
        return Err(PictureRefused::TooManyPixels { width, height });
    }
    if decoder.total_bytes() > MAX_DECODED {
        return Err(PictureRefused::TooBig);
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_DECODED);
    decoder.set_limits(limits).map_err(|_| PictureRefused::TooBig)?;
    Ok(decoder)
}
