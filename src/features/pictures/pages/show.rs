//! The bytes of a picture, in the smallest kept size that reaches the one asked for.

use axum::http::HeaderMap;
use serde::Deserialize;

use crate::{
    authz::{Permit, ViewPicture},
    blobs::picture_key,
    features::pictures::{Kept, answer},
    web::{At, Cx, Error, Reply},
};

/// The size in the address.
#[derive(Deserialize)]
pub(in super::super) struct Size {
    edge: String,
}

/// `GET /pictures/{picture}/{edge}`
pub(in super::super) async fn show(cx: Cx, permit: Permit<ViewPicture>, At(size): At<Size>, headers: HeaderMap) -> Reply {
    let picture = permit.about();
    let asked: i32 = size.edge.parse().map_err(|_| Error::NotFound)?;
    let edge = fitting(&picture.edges, asked).ok_or(Error::NotFound)?;
    let media_type = if picture.media_type == "image/webp" { "image/webp" } else { "image/jpeg" };
    let name = format!("image-{}", picture.id);
    answer(&cx.app, &headers, Kept { key: &picture_key(picture.id, edge), media_type, name: &name }).await
}

/// The smallest edge that is long enough, else the longest.
fn fitting(edges: &[i32], asked: i32) -> Option<i32> {
    edges.iter().copied().filter(|edge| *edge >= asked).min().or(edges.iter().copied().max())
}

#[cfg(test)]
mod tests {
    use super::fitting;

    #[test]
    fn the_smallest_size_that_is_large_enough_is_shown() {
        let edges = [480, 1080, 2160];
        for (asked, shown) in [(1, 480), (480, 480), (481, 1080), (2160, 2160), (9_999, 2160), (-1, 480)] {
            assert_eq!(fitting(&edges, asked), Some(shown), "{asked}");
        }
        assert_eq!(fitting(&[], 480), None);
    }
}
