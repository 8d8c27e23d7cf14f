//! One file per thing asked; none of them answers a page. All of them say what tus asks for.

pub(super) mod append;
pub(super) mod begin;
pub(super) mod cancel;
mod finish;
pub(super) mod offset;

use axum::{
    Json,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use serde_json::json;

use super::PART;
use crate::{
    app::App,
    authz::UploadStanding,
    blobs::part_key,
    features::files::UploadRefused,
    web::{Cx, Error, cx::empty},
};

/// The version of the protocol that is spoken here.
const VERSION: HeaderValue = HeaderValue::from_static("1.0.0");

/// How far an upload is.
fn told(status: StatusCode, at: &UploadStanding, here: i64) -> Response {
    let mut response = empty(status);
    let headers = response.headers_mut();
    headers.insert("upload-offset", HeaderValue::from(here));
    headers.insert("upload-length", HeaderValue::from(at.total));
    headers.insert("tus-resumable", VERSION);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// What a person can be told instead of their file.
fn refused(cx: &Cx, why: &UploadRefused) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, Json(json!({ "error": why.words(cx.t()) }))).into_response()
}

/// Throws away the parts that came.
async fn forget(app: &App, at: &UploadStanding) -> Result<(), Error> {
    for part in &at.parts {
        app.blobs.delete(&part_key(at.id, *part)).await?;
    }
    Ok(())
}

fn number(headers: &HeaderMap, name: &str) -> Option<u64> {
    headers.get(name)?.to_str().ok()?.parse().ok()
}
