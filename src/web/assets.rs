//! Styles, scripts, icons, fonts and images: what `bin/assets` put into `static/dist`.
//!
//! A release build carries the folder inside the binary, a development build reads it from disk.
//! Names carry the hash of their content, so answers never expire; text was compressed when it was built
//! and is never compressed per request. Pictures that members upload are not here.

use std::{borrow::Cow, collections::HashMap, sync::LazyLock};

use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use rust_embed::RustEmbed;

const FOREVER: &str = "public, max-age=31536000, immutable";
const MANIFEST: &str = "manifest.json";

#[derive(RustEmbed)]
#[folder = "static/dist"]
#[allow_missing = true]
struct Dist;

type Names = HashMap<String, String>;

static NAMES: LazyLock<Names> = LazyLock::new(read_names);

/// The address of an asset by its logical name: `app.css`, `icons.svg`, `images/logo.svg`, `fonts/….woff2`.
///
/// A name that the build does not know is a mistake of ours: it is logged and its address answers 404.
pub fn asset(name: &str) -> String {
    // A development build is rebuilt under a running server.
    if cfg!(debug_assertions) { address(&read_names(), name) } else { address(&NAMES, name) }
}

/// Answers `/static/{*name}`.
pub async fn serve(uri: Uri, headers: HeaderMap) -> Response {
    let name = uri.path().trim_start_matches("/static/");
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|v| v.to_str().ok()).unwrap_or_default();
    answer(name, accepted, file)
}

fn file(name: &str) -> Option<Cow<'static, [u8]>> {
    Dist::get(name).map(|f| f.data)
}

fn read_names() -> Names {
    let Some(data) = file(MANIFEST) else {
        tracing::error!("no assets were built: run bin/assets");
        return Names::new();
    };
    serde_json::from_slice(&data).unwrap_or_else(|error| {
        tracing::error!(%error, "the asset manifest cannot be read");
        Names::new()
    })
}

fn address(names: &Names, name: &str) -> String {
    if let Some(file) = names.get(name) {
        return format!("/static/{file}");
    }
    tracing::error!(asset.name = name, "an asset is missing");
    format!("/static/missing/{name}")
}

fn answer(name: &str, accepted: &str, file: impl Fn(&str) -> Option<Cow<'static, [u8]>>) -> Response {
    // The folder is flat; the manifest and the compressed twins are not addresses.
    let Some(kind) = content_type(name).filter(|_| name != MANIFEST && !name.contains('/')) else {
        return missing();
    };
    let packed = ["br", "gzip"].into_iter().filter(|coding| accepts(accepted, coding)).find_map(|coding| {
        let extension = if coding == "br" { "br" } else { "gz" };
        Some((Some(coding), file(&format!("{name}.{extension}"))?))
    });
    let Some((coding, data)) = packed.or_else(|| Some((None, file(name)?))) else {
        return missing();
    };
    let mut response = Response::new(body(data));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(FOREVER));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(coding) = coding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
    }
    guarded(response)
}

fn missing() -> Response {
    guarded((StatusCode::NOT_FOUND, [(header::CACHE_CONTROL, "no-store")]).into_response())
}

fn guarded(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    response
}

fn body(data: Cow<'static, [u8]>) -> Body {
    Body::from(match data {
        Cow::Borrowed(data) => Bytes::from_static(data),
        Cow::Owned(data) => Bytes::from(data),
    })
}

/// The types that the build produces; anything else is not ours to serve.
fn content_type(name: &str) -> Option<&'static str> {
    let (_, extension) = name.rsplit_once('.')?;
    Some(match extension {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "png" => "image/png",
        "jpg" => "image/jpeg",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        _ => return None,
    })
}

/// Whether an `Accept-Encoding` value takes `coding`, that is names it with a weight above zero.
fn accepts(value: &str, coding: &str) -> bool {
    value.split(',').any(|part| {
        let (name, weight) = part.split_once(';').unwrap_or((part, ""));
        let refused =
            weight.trim().strip_prefix("q=").is_some_and(|q| q.trim().parse::<f32>().is_ok_and(|q| q <= 0.0));
        name.trim().eq_ignore_ascii_case(coding) && !refused
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shelf(name: &str) -> Option<Cow<'static, [u8]>> {
        let data: &'static [u8] = match name {
            "app-1.css" => b"plain",
            "app-1.css.br" => b"brotli",
            "app-1.css.gz" => b"gzip",
            "logo-2.svg" => b"<svg/>",
            "photo-3.png" => b"png",
            "manifest.json" => b"{}",
            _ => return None,
        };
        Some(Cow::Borrowed(data))
    }

    async fn get(name: &str, accepted: &str) -> (StatusCode, HeaderMap, Vec<u8>) {
        let response = answer(name, accepted, shelf);
        let (parts, body) = response.into_parts();
        let body = axum::body::to_bytes(body, 1 << 20).await.unwrap();
        (parts.status, parts.headers, body.to_vec())
    }

    #[tokio::test]
    async fn the_smallest_accepted_form_is_sent() {
        for (accepted, coding, body) in [
            ("gzip, deflate, br, zstd", Some("br"), "brotli"),
            ("gzip", Some("gzip"), "gzip"),
            ("br;q=0, gzip;q=0.5", Some("gzip"), "gzip"),
            ("br;q=0.0", None, "plain"),
            ("GZIP", Some("gzip"), "gzip"),
            ("", None, "plain"),
        ] {
            let (status, headers, data) = get("app-1.css", accepted).await;
            assert_eq!(status, StatusCode::OK);
            assert_eq!(
                headers.get(header::CONTENT_ENCODING).map(|v| v.to_str().unwrap()),
                coding,
                "{accepted}"
            );
            assert_eq!(data, body.as_bytes(), "{accepted}");
            assert_eq!(headers[header::VARY], "accept-encoding");
            assert_eq!(headers[header::CONTENT_TYPE], "text/css; charset=utf-8");
        }
    }

    #[tokio::test]
    async fn a_file_without_twins_is_sent_as_it_is() {
        let (status, headers, data) = get("photo-3.png", "br, gzip").await;
        assert_eq!((status, data.as_slice()), (StatusCode::OK, b"png".as_slice()));
        assert!(!headers.contains_key(header::CONTENT_ENCODING));
        assert_eq!(headers[header::CONTENT_TYPE], "image/png");
    }

    #[tokio::test]
    async fn answers_never_expire_and_cannot_be_read_from_elsewhere() {
        let (_, headers, _) = get("logo-2.svg", "").await;
        assert_eq!(headers[header::CACHE_CONTROL], FOREVER);
        assert_eq!(headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        assert_eq!(headers["cross-origin-resource-policy"], "same-origin");
    }

    #[tokio::test]
    async fn what_is_not_an_asset_is_not_found_and_not_kept() {
        for name in
            ["app-2.css", "manifest.json", "app-1.css.br", "missing/app.css", "../Cargo.toml", "none", ""]
        {
            let (status, headers, _) = get(name, "br").await;
            assert_eq!(status, StatusCode::NOT_FOUND, "{name}");
            assert_eq!(headers[header::CACHE_CONTROL], "no-store", "{name}");
            assert_eq!(headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff", "{name}");
        }
    }

    #[test]
    fn names_lead_to_hashed_addresses_or_to_a_404() {
        let names = Names::from([("app.css".to_owned(), "app-1.css".to_owned())]);
        assert_eq!(address(&names, "app.css"), "/static/app-1.css");
        assert_eq!(address(&names, "app.js"), "/static/missing/app.js");
    }

    #[tokio::test]
    async fn the_handler_reads_its_name_from_the_address() {
        let nowhere = serve(Uri::from_static("/static/nothing-0.css"), HeaderMap::new()).await;
        assert_eq!(nowhere.status(), StatusCode::NOT_FOUND);
        if let Some(hashed) = read_names().get("app.css") {
            let uri = format!("/static/{hashed}").parse::<Uri>().unwrap();
            assert_eq!(serve(uri, HeaderMap::new()).await.status(), StatusCode::OK);
        }
    }

    /// Holds once `bin/assets` has run: each name of the real manifest can be served.
    #[tokio::test]
    async fn every_name_of_the_manifest_is_served() {
        for hashed in read_names().values() {
            let response = answer(hashed, "br", file);
            assert_eq!(response.status(), StatusCode::OK, "{hashed}");
        }
    }
}
