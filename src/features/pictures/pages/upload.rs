//! One picture from a form, answered as `<file-drop>` expects it.

use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use serde_json::json;

use crate::{
    authz::{Permit, UploadPicture},
    features::pictures::{UploadRefused, prepare, verbs},
    kernel::Failure,
    ui::links,
    web::{Cx, Reply, limit::Class, upload::Upload},
};

/// `POST /pictures`
pub(in super::super) async fn upload(cx: Cx, permit: Permit<UploadPicture>, form: Upload) -> Reply {
    cx.app.limits.check(&cx, Class::Upload)?;
    let Some(file) = form.whole()?.files.into_iter().find(|file| file.field == "file") else {
        return Ok(refused(&cx, UploadRefused::Missing));
    };
    let prepared = match prepare(&cx.app, file.bytes).await {
        Ok(prepared) => prepared,
        Err(Failure::Refused(why)) => return Ok(refused(&cx, why)),
        Err(Failure::Fault(fault)) => return Err(fault.into()),
    };
    let (width, height) = (prepared.width, prepared.height);
    let mut tx = cx.begin().await?;
    let id = verbs::upload(&mut tx, &permit, prepared).await?;
    tx.commit().await?;
    let url = links::picture(id, 480).to_string();
    Ok(Json(json!({ "id": id, "url": url, "width": width, "height": height })).into_response())
}

fn refused(cx: &Cx, why: UploadRefused) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, Json(json!({ "error": why.words(cx.t()) }))).into_response()
}
