//! What can be done with files. The bytes are in the store before a row points to them, and gone after it.

use uuid::Uuid;

use super::{
    NewFile, PlaceRefused, jobs,
    store::{self, DrawnPage},
};
use crate::{
    authz::{EditFile, Permit, UploadFile},
    db::{Fact, Tx},
    kernel::{DraftId, Failure, Fault, FileId, PostId},
};

fn raw(files: &[FileId]) -> Vec<Uuid> {
    files.iter().map(|id| id.0).collect()
}

/// Makes a file the member's own, without a place yet.
pub async fn upload(tx: &mut Tx, permit: &Permit<UploadFile>, file: &NewFile) -> Result<FileId, Fault> {
    let now = tx.now();
    store::insert(tx.db(), permit.member()?, file, now).await?;
    tx.record(Fact::FileUploaded { file: file.id }).await?;
    Ok(file.id)
}

/// Gives files their place in a post, in this order. Takes loose ones of the acting member and those that are there
/// already; if one is neither, nothing may be committed. Their text is read for the search a moment later.
///
/// The caller holds the permit for the post.
pub async fn place(tx: &mut Tx, files: &[FileId], post: PostId) -> Result<(), Failure<PlaceRefused>> {
    let member = tx.actor().ok_or_else(|| Fault::new("files are placed by a member"))?;
    let placed = store::place(tx.db(), member, &raw(files), post).await?;
    if usize::try_from(placed)? != files.len() {
        return Err(Failure::Refused(PlaceRefused));
    }
    if !files.is_empty() {
        jobs::read_soon(tx, post).await?;
    }
    Ok(())
}

/// Lets loose files of the acting member wait in a draft, in this order; those that waited there before and are not
/// among them wait no longer. Who is not loose, or not the member's, is passed over.
///
/// The caller holds the permit for the draft.
pub async fn wait(tx: &mut Tx, files: &[FileId], draft: DraftId) -> Result<(), Fault> {
    let member = tx.actor().ok_or_else(|| Fault::new("drafts are kept by a member"))?;
    Ok(store::wait(tx.db(), member, &raw(files), draft).await?)
}

/// Throws away the files of a post but these: after an edit. Their bytes are swept away.
pub async fn keep_only(tx: &mut Tx, files: &[FileId], post: PostId) -> Result<(), Fault> {
    Ok(store::keep_only(tx.db(), &raw(files), post).await?)
}

/// Keeps how long a film or a sound takes, in seconds, and the size of the poster whose bytes are in the store. Says whether
/// the file still was there and without a place.
pub async fn describe(
    tx: &mut Tx,
    permit: &Permit<EditFile>,
    seconds: i32,
    poster: Option<(i32, i32)>,
) -> Result<bool, Fault> {
    let file = permit.about().id;
    if !store::keep_seconds(tx.db(), permit.member()?, file, seconds).await? {
        return Ok(false);
    }
    if let Some((width, height)) = poster {
        store::keep_pages(tx.db(), file, Some(1), &[DrawnPage { number: 1, width, height }]).await?;
    }
    Ok(true)
}

/// Throws away a file that has no place. Says whether it still was there.
pub async fn remove(tx: &mut Tx, permit: &Permit<EditFile>) -> Result<bool, Fault> {
    Ok(store::delete_loose(tx.db(), permit.member()?, permit.about().id).await?)
}
