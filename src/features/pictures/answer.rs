//! How bytes of a picture are answered.
//!
//! # Why
//! Browsers keep them but ask each time whether they may still show them: someone who loses a right loses the picture
//! with it (V5), and the question costs a 304 without a body. Nothing in the answer can run or be framed.

use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};

use crate::{
    app::App,
    web::{Error, Reply},
    worker::picture::Format,
};

/// Bytes under a key.
pub struct Kept<'a> {
    /// Where they lie. The same key never holds other bytes.
    pub key: &'a str,
    /// Their name when saved, without its ending.
    pub name: &'a str,
}

/// Answers the bytes, or that the browser's copy is still good.
pub async fn answer(app: &App, asked: &HeaderMap, kept: Kept<'_>) -> Reply {
    let tag = format!("\"{}\"", kept.key.replace('/', "-"));
    let mut response = if is_known(asked, &tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        bytes(app, &kept).await?
    };
    let headers = response.headers_mut();
    headers.insert(header::ETAG, HeaderValue::try_from(tag)?);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox"));
    Ok(response)
}

/// Whether a browser has the bytes with this tag already.
pub fn is_known(asked: &HeaderMap, tag: &str) -> bool {
    asked
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(','))
        .map(str::trim)
        .any(|known| known == "*" || known.trim_start_matches("W/") == tag)
}

async fn bytes(app: &App, kept: &Kept<'_>) -> Reply {
    let Some(bytes) = app.blobs.get(kept.key).await? else {
        tracing::error!(blob.key = kept.key, "a picture has a row and no bytes");
        return Err(Error::NotFound);
    };
    // Our own encoder made them, so their first bytes can be believed; there are two formats.
    let format = if bytes.starts_with(b"RIFF") { Format::Webp } else { Format::Jpeg };
    let mut response = Response::new(Body::from(bytes));
    let ending = format.extension();
    let disposition = format!("inline; filename=\"{}.{ending}\"", kept.name);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(format.media_type()));
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::try_from(disposition)?);
    Ok(response)
}

/// The smallest edge that is long enough, else the longest.
pub fn fitting(edges: &[i32], asked: i32) -> Option<i32> {
    edges.iter().copied().filter(|edge| *edge >= asked).min().or(edges.iter().copied().max())
}

#[cfg(test)]
mod tests {
    use super::fitting;

    #[test]
    fn the_smallest_size_that_is_large_enough_is_shown() {
        let edges = [480, 1080, 2160];
        for (asked, shown) in [(1, 480), (480, 480), (481, 1080), (2160, 2160), (9_999, 2160), (-1, 480)] {
            assert_eq!(fitting(&edges, asked), Some(shown), "{asked}");
        }
        assert_eq!(fitting(&[], 480), None);
    }
}
