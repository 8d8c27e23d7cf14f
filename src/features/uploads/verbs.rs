//! What can be done with files on their way. The bytes of a part are in the store before the row knows of it.

use chrono::TimeDelta;
use uuid::Uuid;

use super::{MOST, store};
use crate::{
    authz::{Permit, SendPart, UploadFile},
    db::Tx,
    features::files::{self, NewFile},
    kernel::{Failure, Fault, FileId},
};

/// After such a silence an upload makes room for another one.
const SILENT: TimeDelta = TimeDelta::hours(1);

/// So many are on their way that no other begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMany;

/// Begins a file that comes in parts. Nothing is recorded of it before it is whole.
pub async fn begin(
    tx: &mut Tx,
    permit: &Permit<UploadFile>,
    name: &str,
    total: i64,
) -> Result<FileId, Failure<TooMany>> {
    let (member, now) = (permit.member()?, tx.now());
    if store::count_after_making_room(tx.db(), member, MOST, now - SILENT).await? >= MOST {
        return Err(Failure::Refused(TooMany));
    }
    let id = FileId::new(now);
    store::insert(tx.db(), member, id, (name, total), now).await?;
    Ok(id)
}

/// Adds a part that lies in the store. Says no where something else was added meanwhile.
pub async fn grow(tx: &mut Tx, permit: &Permit<SendPart>, part: Uuid, bytes: i64) -> Result<bool, Fault> {
    let (at, now) = (permit.about(), tx.now());
    Ok(store::grow(tx.db(), permit.member()?, (at.id, at.here), (part, bytes), now).await?)
}

/// Makes a file of what came whole. Says no where it was made or given up meanwhile.
pub async fn finish(
    tx: &mut Tx,
    (permit, owns): (&Permit<SendPart>, &Permit<UploadFile>),
    file: &NewFile,
) -> Result<bool, Fault> {
    if !give_up(tx, permit).await? {
        return Ok(false);
    }
    files::verbs::upload(tx, owns, file).await?;
    Ok(true)
}

/// Gives up a file on its way. Says no where there was none any more.
pub async fn give_up(tx: &mut Tx, permit: &Permit<SendPart>) -> Result<bool, Fault> {
    Ok(store::delete(tx.db(), permit.member()?, permit.about().id).await?)
}
