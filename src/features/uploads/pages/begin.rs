//! Beginning: how long it is and what it is called, before a byte of it is sent.

use std::time::Duration;

use axum::{
    Json,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::IntoResponse as _,
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::json;

use super::{VERSION, number, refused};
use crate::{
    authz::{Permit, UploadFile},
    features::{
        files::{NewFile, UploadRefused},
        uploads::verbs::{self, TooMany},
    },
    kernel::Failure,
    web::{Cx, Error, Reply, cx::empty, limit::Class, stream},
};

/// When to ask again where too many are on their way.
const LATER: Duration = Duration::from_secs(60);
/// The longest name that is kept; of a longer one its end, which says what it is.
const MOST_NAME: usize = 500;

/// `OPTIONS /files/uploads`: what is spoken here.
pub(in super::super) async fn options(cx: Cx) -> Reply {
    let mut response = empty(StatusCode::NO_CONTENT);
    let headers = response.headers_mut();
    headers.insert("tus-resumable", VERSION);
    headers.insert("tus-version", VERSION);
    headers.insert("tus-extension", HeaderValue::from_static("creation,termination"));
    headers.insert("tus-max-size", HeaderValue::from(cx.app.config.file_max_bytes()));
    Ok(response)
}

/// `POST /files/uploads`
pub(in super::super) async fn begin(cx: Cx, permit: Permit<UploadFile>, headers: HeaderMap) -> Reply {
    cx.app.limits.check(&cx, Class::Upload)?;
    if headers.get("tus-resumable").is_some_and(|version| version != VERSION) {
        let mut response = empty(StatusCode::PRECONDITION_FAILED);
        response.headers_mut().insert("tus-version", VERSION);
        return Ok(response);
    }
    let total = number(&headers, "upload-length").ok_or(Error::Malformed)?;
    let name = name(&headers).ok_or(Error::Malformed)?;
    let most = cx.app.config.file_max_bytes();
    if total > u64::try_from(most)? {
        return Err(Error::TooLarge { most });
    }
    let refusal = if total == 0 { Some(UploadRefused::Missing) } else { NewFile::refusal(&name) };
    if let Some(why) = refusal {
        return Ok(refused(&cx, &why));
    }
    // For a moment at its end it is there twice: in parts and whole.
    if !stream::has_room(&cx.app, total.saturating_mul(2))? {
        return Err(Error::Full);
    }
    let mut tx = cx.begin().await?;
    let id = match verbs::begin(&mut tx, &permit, &name, i64::try_from(total)?).await {
        Ok(id) => id,
        Err(Failure::Refused(TooMany)) => {
            tx.abandon().await?;
            return Err(Error::TooMany(LATER));
        }
        Err(Failure::Fault(fault)) => return Err(fault.into()),
    };
    tx.commit().await?;
    let mut response = (StatusCode::CREATED, Json(json!({ "id": id }))).into_response();
    let headers = response.headers_mut();
    headers.insert(header::LOCATION, HeaderValue::try_from(format!("/files/uploads/{id}"))?);
    headers.insert("tus-resumable", VERSION);
    Ok(response)
}

/// The name in `Upload-Metadata: filename <Base64>, …`.
fn name(headers: &HeaderMap) -> Option<String> {
    let said = headers.get("upload-metadata")?.to_str().ok()?;
    let coded = said.split(',').find_map(|pair| pair.trim().strip_prefix("filename "))?;
    let name = String::from_utf8(STANDARD.decode(coded.trim()).ok()?).ok()?.replace('\0', "");
    let skip = name.chars().count().saturating_sub(MOST_NAME);
    Some(name.chars().skip(skip).collect()).filter(|name: &String| !name.is_empty())
}
