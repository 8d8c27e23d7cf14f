//! Pictures through the real child process.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests")]

mod limits;

use std::io::Cursor;

use image::{DynamicImage, GenericImageView, ImageBuffer, ImageFormat, Rgb, RgbImage, Rgba};
use parvis::worker::Workers;
use parvis::worker::picture::{self, Format, PictureError, Square};

fn workers() -> Workers {
    Workers::of(env!("CARGO_BIN_EXE_parvis"), 2)
}

fn file(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    image.write_to(&mut Cursor::new(&mut bytes), format).unwrap();
    bytes
}

/// Red on the left, blue on the right, with a green band below: shows which way is up.
fn flag(width: u32, height: u32) -> DynamicImage {
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |x, y| {
        match (x < width / 2, y < height * 3 / 4) {
            (_, false) => Rgb([0, 200, 0]),
            (true, _) => Rgb([220, 0, 0]),
            (false, _) => Rgb([0, 0, 220]),
        }
    }))
}

/// An EXIF segment with an orientation, a GPS block and a comment, put behind the start of a JPEG.
fn with_exif(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let mut tiff = b"Exif\0\0II*\0\x08\0\0\0\x02\0".to_vec();
    tiff.extend_from_slice(&[0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
    tiff.extend_from_slice(&[0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0, 0, 0, 0, 0]);
    // The GPS block at offset 38: latitude reference N, then two loose strings.
    tiff.extend_from_slice(&[1, 0, 1, 0, 2, 0, 2, 0, 0, 0, b'N', 0, 0, 0, 0, 0, 0, 0]);
    tiff.extend_from_slice(b"GPS-CANARY 47.2184N 1.5536W Louise-Phone");
    let mut out = jpeg[..2].to_vec();
    for (marker, data) in [(0xE1_u8, tiff.as_slice()), (0xFE, b"COMMENT-CANARY"), (0xED, b"IPTC-CANARY")] {
        out.extend_from_slice(&[0xFF, marker]);
        out.extend_from_slice(&u16::try_from(data.len() + 2).unwrap().to_be_bytes());
        out.extend_from_slice(data);
    }
    out.extend_from_slice(&jpeg[2..]);
    out
}

fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle)
}

async fn tried(bytes: Vec<u8>) -> Result<picture::Picture, PictureError> {
    picture::variants(&workers(), bytes, &picture::POST_EDGES).await
}

fn close(pixel: Rgba<u8>, wanted: [i16; 3]) -> bool {
    pixel.0.iter().zip(wanted).all(|(&got, want)| (i16::from(got) - want).abs() < 40)
}

#[tokio::test]
async fn a_photo_becomes_its_sizes() {
    let done = tried(file(&flag(3000, 2000), ImageFormat::Jpeg)).await.unwrap();
    assert_eq!((done.width, done.height), (3000, 2000));
    let sizes: Vec<_> = done.variants.iter().map(|v| (v.width, v.height)).collect();
    assert_eq!(sizes, [(480, 320), (1080, 720), (2160, 1440)]);
    for variant in &done.variants {
        assert_eq!(variant.format, Format::Jpeg);
        let seen = image::load_from_memory_with_format(&variant.bytes, ImageFormat::Jpeg).unwrap();
        assert_eq!(seen.dimensions(), (variant.width, variant.height));
        assert!(close(seen.get_pixel(10, 10), [220, 0, 0]));
        assert!(close(seen.get_pixel(variant.width - 10, 10), [0, 0, 220]));
    }
    assert!(done.colour.starts_with('#') && done.colour.len() == 7, "{}", done.colour);
}

#[tokio::test]
async fn small_pictures_are_not_blown_up() {
    let done = tried(file(&flag(300, 20), ImageFormat::Png)).await.unwrap();
    let sizes: Vec<_> = done.variants.iter().map(|v| (v.width, v.height)).collect();
    assert_eq!(sizes, [(300, 20)]);
    let line = tried(file(&flag(2000, 1), ImageFormat::Png)).await.unwrap();
    assert_eq!(
        line.variants.iter().map(|v| (v.width, v.height)).collect::<Vec<_>>(),
        [(480, 1), (1080, 1), (2000, 1)]
    );
}

#[tokio::test]
async fn photos_stand_upright_and_tell_nothing() {
    // (orientation, where the red corner of the stored picture is seen)
    let corners = [
        (1, (0, 0)),
        (2, (1, 0)),
        (3, (1, 1)),
        (4, (0, 1)),
        (5, (0, 0)),
        (6, (1, 0)),
        (7, (1, 1)),
        (8, (0, 1)),
    ];
    let stored = file(&flag(600, 400), ImageFormat::Jpeg);
    for (orientation, (right, below)) in corners {
        let source = with_exif(&stored, orientation);
        for canary in [b"GPS-CANARY".as_slice(), b"COMMENT-CANARY", b"IPTC-CANARY", b"Exif"] {
            assert!(contains(&source, canary));
        }
        let workers = workers();
        let whole = picture::variants(&workers, source.clone(), &[200, 500]).await.unwrap();
        let square = picture::avatar(&workers, source, None).await.unwrap();
        let turned = orientation >= 5;
        assert_eq!(
            (whole.width, whole.height),
            if turned { (400, 600) } else { (600, 400) },
            "{orientation}"
        );
        assert_eq!(whole.variants.len(), 2);
        for variant in whole.variants.iter().chain(&square.variants) {
            for canary in [b"CANARY".as_slice(), b"Exif", b"Louise", b"ICC_PROFILE", b"xpacket"] {
                assert!(!contains(&variant.bytes, canary), "{orientation}");
            }
        }
        let seen = image::load_from_memory(&whole.variants[1].bytes).unwrap();
        let at = (right * (seen.width() - 20) + 10, below * (seen.height() - 20) + 10);
        assert!(close(seen.get_pixel(at.0, at.1), [220, 0, 0]), "orientation {orientation}");
    }
}

#[tokio::test]
async fn avatars_are_the_chosen_square() {
    let workers = workers();
    let source = file(&flag(2000, 1000), ImageFormat::Jpeg);
    let centre = picture::avatar(&workers, source.clone(), None).await.unwrap();
    let sizes: Vec<_> = centre.variants.iter().map(|v| (v.width, v.height)).collect();
    assert_eq!(sizes, [(96, 96), (192, 192), (384, 384)]);
    let seen = image::load_from_memory(&centre.variants[2].bytes).unwrap();
    assert!(close(seen.get_pixel(10, 10), [220, 0, 0]) && close(seen.get_pixel(370, 10), [0, 0, 220]));
    let right = Square { x: 0.6, y: 0.0, size: 0.5 };
    let seen = picture::avatar(&workers, source.clone(), Some(right)).await.unwrap();
    let seen = image::load_from_memory(&seen.variants[2].bytes).unwrap();
    assert!(close(seen.get_pixel(10, 10), [0, 0, 220]) && close(seen.get_pixel(370, 370), [0, 0, 220]));
    // Numbers from a browser may be anything.
    for wild in [(f64::NAN, 0.0, 1.0), (-5.0, 9.0, 1e9), (1.0, 1.0, 0.0), (f64::INFINITY, 0.5, -1.0)] {
        let square = Square { x: wild.0, y: wild.1, size: wild.2 };
        let done = picture::avatar(&workers, source.clone(), Some(square)).await;
        assert!(done.is_ok(), "{wild:?}: {done:?}");
    }
    let tiny = picture::avatar(&workers, file(&flag(50, 80), ImageFormat::Png), None).await.unwrap();
    assert_eq!(tiny.variants.iter().map(|v| v.width).collect::<Vec<_>>(), [50]);
}

#[tokio::test]
async fn transparency_is_kept_without_loss() {
    let ring = ImageBuffer::from_fn(640, 640, |x, y| {
        let far = x.abs_diff(320).pow(2) + y.abs_diff(320).pow(2) > 300 * 300;
        Rgba([200, 30, 90, if far { 0 } else { 255 }])
    });
    let done = tried(file(&DynamicImage::ImageRgba8(ring), ImageFormat::Png)).await.unwrap();
    assert!(done.variants.iter().all(|v| v.format == Format::Webp));
    let seen = image::load_from_memory_with_format(&done.variants[0].bytes, ImageFormat::WebP).unwrap();
    assert_eq!(seen.get_pixel(0, 0).0[3], 0);
    assert_eq!(seen.get_pixel(240, 240), Rgba([200, 30, 90, 255]));
    let opaque = ImageBuffer::from_pixel(64, 64, Rgba([1_u8, 2, 3, 255]));
    let done = tried(file(&DynamicImage::ImageRgba8(opaque), ImageFormat::Png)).await.unwrap();
    assert_eq!((done.variants[0].format, done.colour.as_str()), (Format::Jpeg, "#010203"));
}

#[tokio::test]
async fn other_formats_are_read() {
    for format in [ImageFormat::Gif, ImageFormat::WebP] {
        let done = tried(file(&DynamicImage::ImageRgba8(flag(700, 500).into_rgba8()), format)).await.unwrap();
        assert_eq!((done.width, done.height, done.variants.len()), (700, 500, 2), "{format:?}");
    }
    let deep = ImageBuffer::from_fn(500, 300, |x, _| Rgb([u16::try_from(x * 100).unwrap(), 0, 65535]));
    assert!(tried(file(&DynamicImage::ImageRgb16(deep), ImageFormat::Png)).await.is_ok(), "16 bits");
    assert!(
        tried(file(&DynamicImage::ImageLuma8(flag(300, 300).into_luma8()), ImageFormat::Jpeg)).await.is_ok(),
        "grey"
    );
    assert!(tried(cmyk()).await.is_ok(), "CMYK");
}

/// The smallest JPEG with four channels: one block, all zero.
fn cmyk() -> Vec<u8> {
    let mut jpeg = vec![0xFF, 0xD8, 0xFF, 0xDB, 0, 67, 0];
    jpeg.extend_from_slice(&[1; 64]);
    jpeg.extend_from_slice(&[
        0xFF, 0xC0, 0, 20, 8, 0, 8, 0, 8, 4, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 4, 0x11, 0,
    ]);
    for table in [0x00, 0x10] {
        jpeg.extend_from_slice(&[0xFF, 0xC4, 0, 20, table, 1]);
        jpeg.extend_from_slice(&[0; 16]);
    }
    jpeg.extend_from_slice(&[0xFF, 0xDA, 0, 14, 4, 1, 0, 2, 0, 3, 0, 4, 0, 0, 63, 0, 0, 0, 0, 0xFF, 0xD9]);
    jpeg
}
