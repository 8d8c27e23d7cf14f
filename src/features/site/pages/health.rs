//! Alive: the process answers. Ready: the database answers too, and stands at this version's schema, and so does the store
//! of files.

use axum::{http::StatusCode, response::IntoResponse};

use crate::{
    db,
    web::{Cx, Error, Reply},
};

/// `/healthz`
pub(in super::super) async fn alive() -> Reply {
    Ok("alive\n".into_response())
}

/// `/readyz`
pub(in super::super) async fn ready(cx: Cx) -> Reply {
    let current = match cx.db().await {
        _ if cx.app.stop.is_cancelled() => false,
        Ok(mut db) => db::is_current(&mut db).await.map_err(Error::Fault)?,
        Err(_) => false,
    };
    if current && !cx.app.blobs.answers(cx.now()).await {
        return Ok((StatusCode::SERVICE_UNAVAILABLE, "not ready: the storage of files\n").into_response());
    }
    Ok(if current {
        "ready\n".into_response()
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, "not ready\n").into_response()
    })
}
