//! One file from a form, answered as `<file-drop>` expects it.

use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use serde_json::json;

use crate::{
    authz::{Permit, UploadFile},
    blobs::file_key,
    features::files::{UploadRefused, receive, verbs},
    kernel::FileId,
    web::{Cx, Reply, limit::Class, upload::Composed},
};

/// `POST /files`
pub(in super::super) async fn upload(cx: Cx, permit: Permit<UploadFile>, Composed(form): Composed) -> Reply {
    cx.app.limits.check(&cx, Class::Upload)?;
    let Some(kept) = form.whole()?.kept.pop() else {
        return Ok(refused(&cx, &UploadRefused::Missing));
    };
    let file = match receive(&cx.app, &kept).await? {
        Ok(file) => file,
        Err(why) => {
            cx.app.blobs.delete(&file_key(FileId(kept.id))).await?;
            return Ok(refused(&cx, &why));
        }
    };
    let mut tx = cx.begin().await?;
    let id = verbs::upload(&mut tx, &permit, &file).await?;
    tx.commit().await?;
    Ok(Json(json!({ "id": id })).into_response())
}

fn refused(cx: &Cx, why: &UploadRefused) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, Json(json!({ "error": why.words(cx.t()) }))).into_response()
}
