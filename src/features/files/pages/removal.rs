//! Throwing away a file that has no place yet.

use axum::http::StatusCode;

use crate::{
    authz::{EditFile, Permit},
    blobs::file_key,
    features::files::verbs,
    web::{Cx, Error, Reply, cx::empty},
};

/// `POST /files/{file}/removal`
pub(in super::super) async fn remove(cx: Cx, permit: Permit<EditFile>) -> Reply {
    let mut tx = cx.begin().await?;
    if !verbs::remove(&mut tx, &permit).await? {
        return Err(Error::NotFound);
    }
    tx.commit().await?;
    cx.app.blobs.delete(&file_key(permit.about().id)).await?;
    Ok(empty(StatusCode::NO_CONTENT))
}
