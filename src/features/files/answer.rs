//! How a file is handed out: whole or in parts (RFC 9110), under its name (RFC 6266, 8187), and in a way that nothing in
//! it can run: it is saved or played, never opened as a page of ours (SECURITY H-01).
//!
//! Browsers may keep it but ask each time whether they still may show it: whoever loses the post loses the file (V5).

use std::{fmt::Write as _, ops::Range};

use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};

use super::kind::Kind;
use crate::{
    app::App,
    authz::FileStanding,
    blobs::file_key,
    features::pictures,
    web::{Error, Reply},
};

/// What of a file was asked for.
#[derive(Debug, PartialEq, Eq)]
enum Asked {
    Whole,
    Part(Range<u64>),
    /// Nothing that it has.
    Beyond,
}

/// Answers the file or a part of it, or that the browser's copy is still good.
pub(super) async fn answer(app: &App, asked: &HeaderMap, file: &FileStanding) -> Reply {
    let total = u64::try_from(file.bytes)?;
    let tag = format!("\"{}\"", file.id);
    let mut response = if pictures::is_known(asked, &tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        bytes(app, file, wanted(asked, &tag, total), total).await?
    };
    let headers = response.headers_mut();
    headers.insert(header::ETAG, HeaderValue::try_from(tag)?);
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox"));
    Ok(response)
}

async fn bytes(app: &App, file: &FileStanding, asked: Asked, total: u64) -> Reply {
    let (status, part) = match asked {
        Asked::Whole => (StatusCode::OK, 0..total),
        Asked::Part(part) => (StatusCode::PARTIAL_CONTENT, part),
        Asked::Beyond => {
            let range = HeaderValue::try_from(format!("bytes */{total}"))?;
            return Ok((StatusCode::RANGE_NOT_SATISFIABLE, [(header::CONTENT_RANGE, range)]).into_response());
        }
    };
    let Some(found) = app.blobs.open_part(&file_key(file.id), part.clone()).await? else {
        tracing::error!(file.id = %file.id, "a file has a row and no bytes");
        return Err(Error::NotFound);
    };
    let mut response = Response::new(Body::from_stream(found.chunks));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    if status == StatusCode::PARTIAL_CONTENT {
        let range = format!("bytes {}-{}/{total}", part.start, part.end.saturating_sub(1));
        headers.insert(header::CONTENT_RANGE, HeaderValue::try_from(range)?);
    }
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(found.length));
    let media = Kind::of(&file.kind).map_or("application/octet-stream", |kind| kind.media);
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::try_from(disposition(&file.name))?);
    Ok(response)
}

/// Which part is asked for. A range is meant for the file that the browser has a part of; what cannot be read is no
/// range, and of several at once the whole is sent (RFC 9110, 14.2), so that nobody makes a small request cost many
/// times the file.
fn wanted(asked: &HeaderMap, tag: &str, total: u64) -> Asked {
    let said = |name| asked.get(name).and_then(|value| value.to_str().ok());
    match said(header::RANGE) {
        Some(range) if said(header::IF_RANGE).is_none_or(|known| known == tag) => part(range, total),
        _ => Asked::Whole,
    }
}

fn part(range: &str, total: u64) -> Asked {
    let Some((unit, ends)) = range.split_once('=') else { return Asked::Whole };
    let Some((first, last)) = ends.split_once('-') else { return Asked::Whole };
    if !unit.trim().eq_ignore_ascii_case("bytes") {
        return Asked::Whole;
    }
    let number = |text: &str| match text.trim() {
        digits if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            Some(digits.parse().unwrap_or(u64::MAX))
        }
        _ => None,
    };
    let (start, end) = match (number(first), number(last)) {
        (Some(first), Some(last)) if first <= last => (first, last.saturating_add(1)),
        (Some(first), None) if last.trim().is_empty() => (first, total),
        (None, Some(last)) if first.trim().is_empty() && last > 0 => (total.saturating_sub(last), total),
        (None, Some(0)) if first.trim().is_empty() => return Asked::Beyond,
        _ => return Asked::Whole,
    };
    if start >= total { Asked::Beyond } else { Asked::Part(start..end.min(total)) }
}

/// Under which name a file is saved: twice, once for browsers that read nothing but ASCII.
fn disposition(name: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || " .-_()".contains(c) { c } else { '_' };
    let mut line = format!(
        "attachment; filename=\"{}\"; filename*=UTF-8''",
        name.chars().map(plain).collect::<String>()
    );
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"!#$&+-.^_`|~".contains(&byte) {
            line.push(char::from(byte));
        } else {
            let _ = write!(line, "%{byte:02X}");
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_read_as_the_standard_says() {
        for (range, asked) in [
            ("bytes=0-9", Asked::Part(0..10)),
            ("bytes=90-200", Asked::Part(90..100)),
            ("bytes=50-", Asked::Part(50..100)),
            ("bytes=-10", Asked::Part(90..100)),
            ("bytes=-900", Asked::Part(0..100)),
            ("BYTES = 99-99", Asked::Part(99..100)),
            ("bytes=0-99999999999999999999999", Asked::Part(0..100)),
            ("bytes=100-", Asked::Beyond),
            ("bytes=-0", Asked::Beyond),
            ("bytes=9-0", Asked::Whole),
            ("bytes=0-1,5-6", Asked::Whole),
            ("bytes=0-,0-,0-", Asked::Whole),
            ("bytes=+1-2", Asked::Whole),
            ("bytes=-", Asked::Whole),
            ("bytes=a-b", Asked::Whole),
            ("lines=1-2", Asked::Whole),
            ("", Asked::Whole),
        ] {
            assert_eq!(part(range, 100), asked, "{range}");
        }
    }

    #[test]
    fn names_stand_in_the_header_without_getting_out_of_it() {
        assert_eq!(
            disposition("Été \"2026\"; %41.pdf"),
            "attachment; filename=\"_t_ _2026__ _41.pdf\"; filename*=UTF-8''%C3%89t%C3%A9%20%222026%22%3B%20%2541.pdf"
        );
    }
}
