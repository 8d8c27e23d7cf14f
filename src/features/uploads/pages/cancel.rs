//! Whoever sends it thought better of it.

use axum::http::StatusCode;

use super::{VERSION, forget};
use crate::{
    authz::{Permit, SendPart},
    features::uploads::verbs,
    web::{Cx, Error, Reply, cx::empty},
};

/// `DELETE /files/uploads/{upload}`
pub(in super::super) async fn cancel(cx: Cx, permit: Permit<SendPart>) -> Reply {
    let mut tx = cx.begin().await?;
    if !verbs::give_up(&mut tx, &permit).await? {
        tx.abandon().await?;
        return Err(Error::NotFound);
    }
    tx.commit().await?;
    forget(&cx.app, permit.about()).await?;
    let mut response = empty(StatusCode::NO_CONTENT);
    response.headers_mut().insert("tus-resumable", VERSION);
    Ok(response)
}
