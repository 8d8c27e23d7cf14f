//! The next part of a file.

use std::time::Duration;

use axum::{
    body::Body,
    extract::Request,
    http::{StatusCode, header},
};
use futures_util::StreamExt as _;
use tokio::time::{Instant, timeout_at};

use super::{PART, finish::finish, number, told};
use crate::{
    app::App,
    authz::{Permit, SendPart, permit, standing::UploadPath},
    blobs::part_key,
    features::uploads::{MOST_PARTS, verbs},
    kernel::id::new_uuid,
    web::{
        Cx, Error, Reply,
        limit::Class,
        stream::{self, SILENCE},
    },
};

/// How long a part may take; what came of it until then is kept.
const PATIENCE: Duration = Duration::from_secs(10 * 60);

/// `PATCH /files/uploads/{upload}`: what came of it before the line was cut is kept, and therefore nothing of this ends
/// with the line.
pub(in super::super) async fn append(cx: Cx, permit: Permit<SendPart>, request: Request) -> Reply {
    let tasks = cx.app.tasks.clone();
    tasks.spawn(take(cx, permit, request)).await?
}

async fn take(cx: Cx, permit: Permit<SendPart>, request: Request) -> Reply {
    cx.app.limits.check(&cx, Class::Touch)?;
    let (at, headers) = (permit.about(), request.headers());
    if headers.get(header::CONTENT_TYPE).is_none_or(|kind| kind != PART) {
        return Err(Error::UnsupportedBody);
    }
    let offset = number(headers, "upload-offset").ok_or(Error::Malformed)?;
    if offset != u64::try_from(at.here)? {
        return Ok(told(StatusCode::CONFLICT, at, at.here));
    }
    if at.done {
        return Ok(told(StatusCode::NO_CONTENT, at, at.here));
    }
    let most = cx.app.config.file_max_bytes();
    let left = u64::try_from(at.total - at.here)?;
    if number(headers, "content-length").is_some_and(|said| said > left) || at.parts.len() >= MOST_PARTS {
        return Err(Error::TooLarge { most });
    }
    if !stream::has_room(&cx.app, left)? {
        return Err(Error::Full);
    }
    let part = new_uuid(cx.now());
    let key = part_key(at.id, part);
    let came = receive(&cx.app, request.into_body(), &key, left).await?;
    if came > 0 {
        let mut tx = cx.begin().await?;
        if !verbs::grow(&mut tx, &permit, part, i64::try_from(came)?).await? {
            tx.abandon().await?;
            cx.app.blobs.delete(&key).await?;
            let at = again(&cx, &permit).await?;
            return Ok(told(StatusCode::CONFLICT, at.about(), at.about().here));
        }
        tx.commit().await?;
    }
    let grown = again(&cx, &permit).await?;
    let at = grown.about();
    if at.done || at.here < at.total {
        return Ok(told(StatusCode::NO_CONTENT, at, at.here));
    }
    finish(&cx, &grown).await
}

/// How far it is by now.
async fn again(cx: &Cx, at: &Permit<SendPart>) -> Result<Permit<SendPart>, Error> {
    let upload = UploadPath { upload: at.about().id };
    Ok(permit::<SendPart>(&mut *cx.db().await?, &cx.actor(), upload).await?)
}

/// Writes a part to the store while it comes; answers how much came.
async fn receive(app: &App, body: Body, key: &str, left: u64) -> Result<u64, Error> {
    let mut to = app.blobs.begin(key)?;
    let (mut chunks, mut came, until) = (body.into_data_stream(), 0, Instant::now() + PATIENCE);
    while let Ok(Some(Ok(chunk))) = timeout_at(until.min(Instant::now() + SILENCE), chunks.next()).await {
        came += chunk.len() as u64;
        if came > left {
            to.abort().await?;
            return Err(Error::TooLarge { most: app.config.file_max_bytes() });
        }
        to.put(chunk).await?;
    }
    if came == 0 {
        to.abort().await?;
    } else {
        to.end().await?;
    }
    Ok(came)
}
