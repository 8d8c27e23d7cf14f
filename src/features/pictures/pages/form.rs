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
        cx.app.limits.check(cx, Class::Upload)?;
        match prepare(&cx.app, file.bytes).await {
            Ok(prepared) => {
                let permit = permit::<UploadPicture>(&mut *cx.db().await?, &cx.actor(), NoPath {}).await?;
                let mut tx = cx.begin().await?;
                kept.push((verbs::upload(&mut tx, &permit, prepared).await?, String::new()));
                tx.commit().await?;
            }
            Err(Failure::Refused(why)) => errors.add("files", why.words(cx.t())),
            Err(Failure::Fault(fault)) => return Err(fault.into()),
        }
    }
    Ok(())
}
