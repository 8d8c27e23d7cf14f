//! The way to the room of pictures: files become pictures without a place, and a post gives them one.

use super::model::{MOST_PHOTOS, PublishRefused};
use crate::{
    authz::{UploadPicture, permit, standing::NoPath},
    db::Tx,
    features::pictures::{self, PlaceRefused},
    kernel::{Failure, PictureId, PostId},
    web::{Cx, Error, FormErrors, limit::Class, upload::File},
};

/// Makes pictures of the files of a form, behind those that are kept already. What is wrong with one stands beside the
/// field; the others are kept.
pub(super) async fn take(cx: &Cx, files: Vec<File>, kept: &mut Vec<(PictureId, String)>, errors: &mut FormErrors) -> Result<(), Error> {
    for file in files {
        if kept.len() == MOST_PHOTOS {
            errors.add("files", cx.t().posts_photo_many());
            break;
        }
        cx.app.limits.check(cx, Class::Upload)?;
        match pictures::prepare(&cx.app, file.bytes).await {
            Ok(prepared) => {
                let permit = permit::<UploadPicture>(&mut *cx.db().await?, &cx.actor(), NoPath {}).await?;
                let mut tx = cx.begin().await?;
                kept.push((pictures::verbs::upload(&mut tx, &permit, prepared).await?, String::new()));
                tx.commit().await?;
            }
            Err(Failure::Refused(why)) => errors.add("files", why.words(cx.t())),
            Err(Failure::Fault(fault)) => return Err(fault.into()),
        }
    }
    Ok(())
}

/// Gives pictures their place in a post, in this order. They must be the author's own and without a place, or there
/// already.
pub(super) async fn place(tx: &mut Tx, pictures: &[(PictureId, String)], post: PostId) -> Result<(), Failure<PublishRefused>> {
    pictures::verbs::place(tx, pictures, pictures::Place::Post(post)).await.map_err(|failure| match failure {
        Failure::Refused(PlaceRefused::NotLoose | PlaceRefused::LongAlt) => Failure::Refused(PublishRefused::Photo),
        Failure::Fault(fault) => Failure::Fault(fault),
    })
}
