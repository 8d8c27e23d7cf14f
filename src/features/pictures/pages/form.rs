//! Photos that come with the form itself, where no script sent them ahead.

use crate::{
    authz::{UploadPicture, permit, standing::NoPath},
    features::pictures::{MOST, prepare, verbs},
    kernel::{Failure, PictureId},
    web::{
        Cx, Error, FormErrors,
        limit::Class,
        upload::{File, LeftOut},
    },
};

/// Makes pictures of the files of a form, behind those that are kept already. What is wrong with one stands beside the
/// field; the others are kept.
pub async fn take(
    cx: &Cx,
    (files, left_out): (Vec<File>, Option<LeftOut>),
    kept: &mut Vec<(PictureId, String)>,
    errors: &mut FormErrors,
) -> Result<(), Error> {
    if let Some(why) = left_out {
        errors.add("files", why.words(cx.t()));
    }
    for file in files {
        if kept.len() == MOST {
            errors.add("files", cx.t().posts_photo_many());
            break;
        }
        match take_one(cx, file).await? {
            Ok(id) => kept.push((id, String::new())),
            Err(why) => errors.add("files", why),
        }
    }
    Ok(())
}

/// Makes a picture of a file of a form, or says what is wrong with it.
pub async fn take_one(cx: &Cx, file: File) -> Result<Result<PictureId, String>, Error> {
    cx.app.limits.check(cx, Class::Upload)?;
    let prepared = match prepare(&cx.app, file.bytes).await {
        Ok(prepared) => prepared,
        Err(Failure::Refused(why)) => return Ok(Err(why.words(cx.t()))),
        Err(Failure::Fault(fault)) => return Err(fault.into()),
    };
    let permit = permit::<UploadPicture>(&mut *cx.db().await?, &cx.actor(), NoPath {}).await?;
    let mut tx = cx.begin().await?;
    let id = verbs::upload(&mut tx, &permit, prepared).await?;
    tx.commit().await?;
    Ok(Ok(id))
}
