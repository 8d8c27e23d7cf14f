//! How far an upload is.

use axum::http::StatusCode;

use super::told;
use crate::{
    authz::{Permit, SendPart},
    web::Reply,
};

/// `HEAD /files/uploads/{upload}`, and `GET`, for those who send from a browser.
pub(in super::super) async fn offset(permit: Permit<SendPart>) -> Reply {
    Ok(told(StatusCode::NO_CONTENT, permit.about(), permit.about().here))
}
