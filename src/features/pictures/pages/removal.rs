//! Throwing away a picture that has no place yet.

use axum::http::StatusCode;

use crate::{
    authz::{EditPicture, Permit},
    blobs::picture_key,
    features::pictures::verbs,
    web::{Cx, Error, Reply, cx::empty},
};

/// `POST /pictures/{picture}/removal`
pub(in super::super) async fn remove(cx: Cx, permit: Permit<EditPicture>) -> Reply {
    let mut tx = cx.begin().await?;
    let edges = verbs::remove(&mut tx, &permit).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    for edge in edges {
        cx.app.blobs.delete(&picture_key(permit.about().id, edge)).await?;
    }
    Ok(empty(StatusCode::NO_CONTENT))
}
