//! The bytes of a picture, in the smallest kept size that reaches the one asked for.

use axum::http::HeaderMap;
use serde::Deserialize;

use crate::{
    authz::{Permit, ViewPicture},
    blobs::picture_key,
    features::pictures::{Kept, answer, fitting},
    web::{At, Cx, Error, Reply},
};

/// The size in the address.
#[derive(Deserialize)]
pub(in super::super) struct Size {
    edge: String,
}

/// `GET /pictures/{picture}/{edge}`
pub(in super::super) async fn show(
    cx: Cx,
    permit: Permit<ViewPicture>,
    At(size): At<Size>,
    headers: HeaderMap,
) -> Reply {
    let picture = permit.about();
    let asked: i32 = size.edge.parse().map_err(|_| Error::NotFound)?;
    let edge = fitting(&picture.edges, asked).ok_or(Error::NotFound)?;
    let name = format!("image-{}", picture.id);
    answer(&cx.app, &headers, Kept { key: &picture_key(picture.id, edge), name: &name }).await
}
