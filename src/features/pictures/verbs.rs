//! What can be done with pictures. The bytes are in the store before a row points to them, and gone after it.

use crate::{
    authz::{EditPicture, Permit, UploadPicture},
    db::{Fact, Tx},
    kernel::{DraftId, Failure, Fault, Line, PictureId, PreviewId, TextError},
};

use super::{Place, PlaceRefused, Prepared, model::ALT_MOST, store};

/// Makes a prepared picture the member's own, without a place yet.
pub async fn upload(
    tx: &mut Tx,
    permit: &Permit<UploadPicture>,
    picture: Prepared,
) -> Result<PictureId, Fault> {
    let now = tx.now();
    store::insert(tx.db(), permit.member()?, &picture, now).await?;
    tx.record(Fact::PictureUploaded { picture: picture.id }).await?;
    Ok(picture.id)
}

/// Gives pictures a place, in this order, each with what it shows. Takes loose ones of the acting member and those
/// that are there already; if one is neither, nothing may be committed.
///
/// The caller holds the permit for the place itself.
pub async fn place(
    tx: &mut Tx,
    pictures: &[(PictureId, String)],
    place: Place,
) -> Result<(), Failure<PlaceRefused>> {
    let member = tx.actor().ok_or_else(|| Fault::new("pictures are placed by a member"))?;
    let mut ids = Vec::new();
    let mut alts = Vec::new();
    for (id, alt) in pictures {
        let alt = match Line::<ALT_MOST>::parse(alt) {
            Ok(alt) => alt.as_str().to_owned(),
            Err(TextError::TooLong { .. }) => return Err(Failure::Refused(PlaceRefused::LongAlt)),
            Err(_) => String::new(),
        };
        ids.push(id.0);
        alts.push(alt);
    }
    let placed = store::place(tx.db(), member, &ids, &alts, place).await?;
    if usize::try_from(placed)? == ids.len() { Ok(()) } else { Err(Failure::Refused(PlaceRefused::NotLoose)) }
}

/// Gives a preview its picture, or none; the one it had goes.
///
/// The caller keeps the preview.
pub async fn keep_of_preview(
    tx: &mut Tx,
    picture: Option<Prepared>,
    preview: PreviewId,
) -> Result<(), Fault> {
    let now = tx.now();
    store::replace_of_preview(tx.db(), picture.as_ref(), preview, now).await
}

/// Lets loose pictures of the acting member wait in a draft, in this order; those that waited there before and are not
/// among them wait no longer. Who is not loose, or not the member's, is passed over.
///
/// The caller holds the permit for the draft.
pub async fn wait(tx: &mut Tx, pictures: &[(PictureId, String)], draft: DraftId) -> Result<(), Fault> {
    let member = tx.actor().ok_or_else(|| Fault::new("drafts are kept by a member"))?;
    let ids: Vec<_> = pictures.iter().map(|(id, _)| id.0).collect();
    let alts: Vec<_> = pictures.iter().map(|(_, alt)| alt.chars().take(ALT_MOST).collect()).collect();
    store::wait(tx.db(), member, (&ids, &alts), draft).await
}

/// Lets loose pictures of the acting member wait in a draft with the choices of its poll. Comes after [`wait`], which lets
/// go of all that it is not told of.
///
/// The caller holds the permit for the draft.
pub async fn wait_with_choices(
    tx: &mut Tx,
    pictures: &[(PictureId, i16)],
    draft: DraftId,
) -> Result<(), Fault> {
    let member = tx.actor().ok_or_else(|| Fault::new("drafts are kept by a member"))?;
    let (ids, choices): (Vec<_>, Vec<_>) = pictures.iter().map(|(id, choice)| (id.0, *choice)).unzip();
    store::wait_with_choices(tx.db(), member, (&ids, &choices), draft).await
}

/// Throws away the pictures of a place but these: after an edit. Their bytes are swept away.
pub async fn keep_only(tx: &mut Tx, pictures: &[PictureId], place: Place) -> Result<(), Fault> {
    let ids: Vec<_> = pictures.iter().map(|id| id.0).collect();
    store::keep_only(tx.db(), &ids, place).await
}

/// Throws away a picture that has no place; answers the edges whose bytes can go. None if it was placed meanwhile.
pub async fn remove(tx: &mut Tx, permit: &Permit<EditPicture>) -> Result<Option<Vec<i32>>, Fault> {
    store::delete_loose(tx.db(), permit.member()?, permit.about().id).await
}
