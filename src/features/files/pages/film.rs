//! What the browser of whoever sends a film or a sound says of it: how long it takes, and how it looks. The server opens
//! none; the picture is read in the child process like all others.

use axum::http::StatusCode;

use crate::{
    authz::{EditFile, Permit},
    blobs::page_key,
    features::{
        files::{kind, model::Size, verbs},
        pictures,
    },
    kernel::{Failure, Fault},
    web::{Cx, Error, Reply, cx::empty, limit::Class, upload::Upload},
    worker::picture::{Variant, variants},
};

/// The longest time that is believed, in seconds: a day.
const MOST_SECONDS: i32 = 24 * 60 * 60;
/// Long edges of the poster.
const EDGES: [u32; 2] = [320, 1280];

/// `POST /files/{file}/film`
pub(in super::super) async fn describe(cx: Cx, permit: Permit<EditFile>, form: Upload) -> Reply {
    cx.app.limits.check(&cx, Class::Upload)?;
    let file = permit.about();
    let seconds: i32 = form.text("seconds").parse().map_err(|_| Error::Malformed)?;
    if !(1..=MOST_SECONDS).contains(&seconds) || !kind::plays(&file.kind) {
        return Err(Error::Malformed);
    }
    let mut poster = None;
    if let Some(picture) = form.whole()?.files.into_iter().find(|picture| picture.field == "poster") {
        poster = Some(kept(&cx, &permit, picture.bytes).await?);
    }
    let mut tx = cx.begin().await?;
    if !verbs::describe(&mut tx, &permit, seconds, poster).await? {
        return Err(Error::NotFound);
    }
    tx.commit().await?;
    Ok(empty(StatusCode::NO_CONTENT))
}

/// Keeps the bytes of a poster; says its size.
async fn kept(cx: &Cx, permit: &Permit<EditFile>, bytes: Vec<u8>) -> Result<(i32, i32), Error> {
    let made = match variants(&cx.app.workers, bytes, &EDGES).await.map_err(pictures::refusal) {
        Ok(made) => made,
        Err(Failure::Refused(_)) => return Err(Error::Malformed),
        Err(Failure::Fault(fault)) => return Err(fault.into()),
    };
    let [small, large] = match <[Variant; 2]>::try_from(made.variants) {
        Ok(both) => both,
        // A small film has one size.
        Err(one) => {
            let one = one.into_iter().next().ok_or_else(|| Fault::new("a picture without a size"))?;
            [one.clone(), one]
        }
    };
    let size =
        (i32::try_from(large.width).map_err(Fault::from)?, i32::try_from(large.height).map_err(Fault::from)?);
    for (name, variant) in [(Size::Small, small), (Size::Large, large)] {
        let key = page_key(permit.about().id, 1, name.as_str());
        cx.app.blobs.put(&key, variant.bytes).await?;
    }
    Ok(size)
}
