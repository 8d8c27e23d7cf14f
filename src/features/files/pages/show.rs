//! The bytes of a file.

use axum::http::HeaderMap;

use crate::{
    authz::{Permit, ViewFile},
    features::files::answer,
    web::{Cx, Reply},
};

/// `GET /files/{file}`
pub(in super::super) async fn show(cx: Cx, permit: Permit<ViewFile>, headers: HeaderMap) -> Reply {
    answer::answer(&cx.app, &headers, permit.about()).await
}
