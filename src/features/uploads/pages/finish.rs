//! The end: the parts are put together, and are a file if they are what its name says.

use axum::http::StatusCode;
use futures_util::StreamExt as _;

use super::{forget, refused, told};
use crate::{
    authz::{Permit, SendPart, UploadFile, permit, standing::NoPath},
    blobs::{file_key, part_key},
    features::{files::receive, uploads::verbs},
    kernel::film::Film,
    web::{
        Cx, Error, Reply,
        stream::{self, Kept},
    },
};

/// Makes a file of what came. Asked for twice at once, one of both makes it.
pub(super) async fn finish(cx: &Cx, coming: &Permit<SendPart>) -> Reply {
    let at = coming.about();
    if !stream::has_room(&cx.app, u64::try_from(at.total)?)? {
        return Err(Error::Full);
    }
    let kept = put_together(cx, coming).await?;
    let received = receive(&cx.app, &kept).await?;
    let owns = permit::<UploadFile>(&mut *cx.db().await?, &cx.actor(), NoPath {}).await?;
    let mut tx = cx.begin().await?;
    match received {
        Ok(file) => {
            if verbs::finish(&mut tx, (coming, &owns), &file).await? {
                tx.commit().await?;
                forget(&cx.app, at).await?;
            } else {
                tx.abandon().await?;
            }
            Ok(told(StatusCode::NO_CONTENT, at, at.total))
        }
        Err(why) => {
            verbs::give_up(&mut tx, coming).await?;
            tx.commit().await?;
            forget(&cx.app, at).await?;
            cx.app.blobs.delete(&file_key(at.id)).await?;
            Ok(refused(cx, &why))
        }
    }
}

async fn put_together(cx: &Cx, coming: &Permit<SendPart>) -> Result<Kept, Error> {
    let (app, at) = (&cx.app, coming.about());
    let bytes = u64::try_from(at.total)?;
    let mut kept = Kept { id: at.id.0, name: at.name.clone(), bytes, digest: Vec::new(), head: Vec::new() };
    let mut film = Film::named(&at.name);
    let mut to = app.blobs.begin(&file_key(at.id))?;
    for part in &at.parts {
        let Some(mut from) = app.blobs.open(&part_key(at.id, *part)).await? else {
            // Made of them, or given up, a moment ago.
            to.abort().await?;
            return Err(Error::NotFound);
        };
        while let Some(chunk) = from.chunks.next().await {
            let chunk = match &mut film {
                Some(film) => film.pass(&chunk?).into(),
                None => chunk?,
            };
            kept.remember(&chunk);
            to.put(chunk).await?;
        }
    }
    if let Some(film) = film {
        let rest = film.end();
        kept.remember(&rest);
        to.put(rest.into()).await?;
    }
    to.end().await?;
    Ok(kept)
}
