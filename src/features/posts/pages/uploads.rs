//! Photos and documents that come with the form itself, where no script sent them ahead.

use crate::{
    authz::{UploadFile, UploadPicture, permit, standing::NoPath},
    blobs::file_key,
    features::{
        files::{self, NewFile},
        pictures,
        posts::model::{MOST_PHOTOS, Typed},
    },
    kernel::{Failure, FileId},
    web::{
        Cx, Error, FormErrors,
        limit::Class,
        stream::Kept,
        upload::{File, Upload},
    },
};

/// Makes pictures and files of what came with a form, behind those that are kept already. What is wrong with one stands
/// beside its field; the others are kept.
pub(super) async fn take(
    cx: &Cx,
    upload: Upload,
    typed: &mut Typed,
    errors: &mut FormErrors,
) -> Result<(), Error> {
    if let Some(why) = upload.left_out {
        errors.add("files", why.words(cx.t()));
    }
    if let Some(why) = upload.kept_left_out {
        errors.add("documents", why.words(cx.t()));
    }
    photos(cx, upload.files, typed, errors).await?;
    documents(cx, upload.kept, typed, errors).await
}

async fn photos(cx: &Cx, files: Vec<File>, typed: &mut Typed, errors: &mut FormErrors) -> Result<(), Error> {
    for file in files {
        if typed.pictures.len() == MOST_PHOTOS {
            errors.add("files", cx.t().posts_photo_many());
            break;
        }
        cx.app.limits.check(cx, Class::Upload)?;
        match pictures::prepare(&cx.app, file.bytes).await {
            Ok(prepared) => {
                let permit = permit::<UploadPicture>(&mut *cx.db().await?, &cx.actor(), NoPath {}).await?;
                let mut tx = cx.begin().await?;
                let id = pictures::verbs::upload(&mut tx, &permit, prepared).await?;
                typed.pictures.push((id, String::new()));
                tx.commit().await?;
            }
            Err(Failure::Refused(why)) => errors.add("files", why.words(cx.t())),
            Err(Failure::Fault(fault)) => return Err(fault.into()),
        }
    }
    Ok(())
}

async fn documents(
    cx: &Cx,
    came: Vec<Kept>,
    typed: &mut Typed,
    errors: &mut FormErrors,
) -> Result<(), Error> {
    for kept in came {
        let new = match NewFile::of(&kept) {
            _ if typed.files.len() == files::MOST => {
                let most = i64::try_from(files::MOST).unwrap_or_default();
                Err(cx.t().files_many(most).to_string())
            }
            Ok(new) => Ok(new),
            Err(why) => Err(why.words(cx.t())),
        };
        match new {
            Ok(new) => {
                cx.app.limits.check(cx, Class::Upload)?;
                let permit = permit::<UploadFile>(&mut *cx.db().await?, &cx.actor(), NoPath {}).await?;
                let mut tx = cx.begin().await?;
                typed.files.push(files::verbs::upload(&mut tx, &permit, &new).await?);
                tx.commit().await?;
            }
            Err(why) => {
                cx.app.blobs.delete(&file_key(FileId(kept.id))).await?;
                errors.add("documents", why);
            }
        }
    }
    Ok(())
}
