//! Files that come with the form itself, where no script sent them ahead.

use crate::{
    authz::{UploadFile, permit, standing::NoPath},
    blobs::file_key,
    features::files::{MOST, receive, verbs},
    kernel::FileId,
    web::{Cx, Error, FormErrors, limit::Class, stream::Kept, upload::LeftOut},
};

/// Makes files of what came with a form, behind those that are kept already. What is wrong with one stands beside the
/// field; the others are kept.
pub async fn take(
    cx: &Cx,
    (came, left_out): (Vec<Kept>, Option<LeftOut>),
    files: &mut Vec<FileId>,
    errors: &mut FormErrors,
) -> Result<(), Error> {
    if let Some(why) = left_out {
        errors.add("documents", why.words(cx.t()));
    }
    for kept in came {
        let new = if files.len() == MOST {
            Err(cx.t().files_many(i64::try_from(MOST).unwrap_or_default()).to_string())
        } else {
            receive(&cx.app, &kept).await?.map_err(|why| why.words(cx.t()))
        };
        match new {
            Ok(new) => {
                cx.app.limits.check(cx, Class::Upload)?;
                let permit = permit::<UploadFile>(&mut *cx.db().await?, &cx.actor(), NoPath {}).await?;
                let mut tx = cx.begin().await?;
                files.push(verbs::upload(&mut tx, &permit, &new).await?);
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
