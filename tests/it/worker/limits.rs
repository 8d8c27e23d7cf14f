//! What is refused, and that refusing costs little.
#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests")]

use std::time::{Duration, Instant};

use image::ImageFormat;
use parvis::worker::picture::{self, PictureError, PictureRefused};
use parvis::worker::{Job, Limits, Refusal, WorkerError, Workers};

use super::{file, flag, tried, workers};

fn refused(result: Result<picture::Picture, PictureError>) -> PictureRefused {
    match result {
        Err(PictureError::Refused(why)) => why,
        other => panic!("expected a refusal, got {other:?}"),
    }
}

#[tokio::test]
async fn what_is_no_picture_is_refused_with_its_reason() {
    let jpeg = file(&flag(800, 600), ImageFormat::Jpeg);
    let png = file(&flag(800, 600), ImageFormat::Png);
    let heic = [b"\0\0\0\x18ftypheic".as_slice(), &[0; 40]].concat();
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".to_vec();
    let html = b"<!doctype html><script>alert(1)</script>".to_vec();
    assert_eq!(refused(tried(heic).await), PictureRefused::Heic);
    for other in [svg, html, Vec::new(), b"%PDF-1.7".to_vec(), b"PK\x03\x04".to_vec(), vec![0xFF, 0xD8]] {
        assert_eq!(refused(tried(other).await), PictureRefused::NotAPicture);
    }
    for broken in [
        png[..png.len() / 2].to_vec(),
        jpeg[..30].to_vec(),
        b"GIF89a".to_vec(),
        b"GIF89a/\x01*\x01<script>alert(1)</script>*/=1;".to_vec(),
        b"RIFF\x10\0\0\0WEBPVP8 ".to_vec(),
        [b"\x89PNG\r\n\x1a\n".as_slice(), &[0xAB; 500]].concat(),
        [[0xFF, 0xD8, 0xFF].as_slice(), &[0x5A; 500]].concat(),
    ] {
        assert_eq!(refused(tried(broken).await), PictureRefused::Broken);
    }
    assert_eq!(refused(tried(vec![0xFF; picture::MAX_BYTES + 1]).await), PictureRefused::TooBig);
}

/// H-05: headers that promise more than there is.
#[tokio::test]
async fn pixel_floods_are_refused_by_their_header() {
    let begin = Instant::now();
    let sizes = [(60_000, 60_160), (65_535, 65_535), (20_001, 10), (7_072, 7_071), (2_000_000, 1)];
    for (width, height) in sizes {
        let why = refused(tried(huge_png(width, height)).await);
        assert_eq!(why, PictureRefused::TooManyPixels { width, height });
    }
    let mut jpeg = file(&flag(64, 64), ImageFormat::Jpeg);
    let frame = jpeg.windows(2).position(|w| w == [0xFF, 0xC0]).unwrap();
    jpeg[frame + 5..frame + 9].copy_from_slice(&[0xEA, 0x60, 0xEA, 0x60]);
    assert_eq!(refused(tried(jpeg).await), PictureRefused::TooManyPixels { width: 60_000, height: 60_000 });
    assert!(begin.elapsed() < Duration::from_secs(4), "{:?}", begin.elapsed());
}

/// A PNG header of that size with an empty picture behind it.
fn huge_png(width: u32, height: u32) -> Vec<u8> {
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    for (name, data) in
        [(b"IHDR", header.as_slice()), (b"IDAT", &[0x78, 0x9C, 3, 0, 0, 0, 0, 1]), (b"IEND", &[])]
    {
        out.extend_from_slice(&u32::try_from(data.len()).unwrap().to_be_bytes());
        let body = [name.as_slice(), data].concat();
        out.extend_from_slice(&body);
        let mut crc = u32::MAX;
        for byte in body {
            crc ^= u32::from(byte);
            for _ in 0..8 {
                crc = if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 };
            }
        }
        out.extend_from_slice(&(!crc).to_be_bytes());
    }
    out
}

#[tokio::test]
async fn a_large_photo_fits_its_limits() {
    // Without optimisation the codecs are some twenty times slower than what is shipped.
    let (width, height) = if cfg!(debug_assertions) { (2_400, 1_600) } else { (7_071, 7_071) };
    let done = tried(file(&flag(width, height), ImageFormat::Jpeg)).await.unwrap();
    assert_eq!(done.variants.last().map(|v| v.width), Some(2160));
}

#[tokio::test]
async fn too_little_memory_or_time_is_a_refusal_not_a_fault() {
    let source = file(&flag(6_000, 6_000), ImageFormat::Png);
    let tight = Limits { memory: 100 * 1024 * 1024, ..Limits::default() };
    let result = picture::variants_within(&workers(), source.clone(), &[480], tight).await;
    assert_eq!(refused(result), PictureRefused::TooBig);
    let hasty = Limits { wall: Duration::from_millis(5), ..Limits::default() };
    let result = picture::variants_within(&workers(), source.clone(), &[480], hasty).await;
    assert_eq!(refused(result), PictureRefused::TooSlow);
    let terse = Limits { output: 100, ..Limits::default() };
    let result = picture::variants_within(&workers(), source, &[480], terse).await;
    assert_eq!(refused(result), PictureRefused::TooBig);
}

#[tokio::test]
async fn the_seats_are_few() {
    let workers = Workers::of(env!("CARGO_BIN_EXE_parvis"), 1);
    let source = file(&flag(3_000, 3_000), ImageFormat::Png);
    let impatient = Limits { queue: Duration::from_millis(1), ..Limits::default() };
    let (first, second) = tokio::join!(
        picture::variants_within(&workers, source.clone(), &[480], Limits::default()),
        picture::variants_within(&workers, source, &[480], impatient),
    );
    assert!(first.is_ok());
    assert!(matches!(second, Err(PictureError::Unavailable(WorkerError::Busy))), "{second:?}");
}

#[tokio::test]
async fn nonsense_is_answered_or_refused() {
    let workers = workers();
    let unknown = workers.call("cooking", Job::default(), Limits::default()).await;
    assert!(matches!(unknown, Err(WorkerError::Unavailable(_))), "{unknown:?}");
    let odd = workers
        .call("picture", Job { header: b"{".to_vec(), body: vec![] }, Limits::default())
        .await
        .unwrap();
    assert_eq!(odd.header, br#"{"Err":"Broken"}"#);
    let missing = Workers::of("/nowhere/parvis", 1).call("picture", Job::default(), Limits::default()).await;
    assert!(matches!(missing, Err(WorkerError::Unavailable(_))));
    let killed = Workers::of("/bin/false", 1).call("picture", Job::default(), Limits::default()).await;
    assert!(matches!(killed, Err(WorkerError::Refused(Refusal::Died { .. }))), "{killed:?}");
}
