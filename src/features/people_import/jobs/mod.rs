//! The work on a list, off the pages: reading the file, checking the rows, writing them, taking them back. Each piece
//! looks at the state first, so that a second worker finds nothing to do, and goes on where the first was stopped.

mod check;
mod command;
mod named;
mod photos;
mod read;
mod undo;
mod write;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    app::App,
    authz::{Actor, Denied, FillProfiles, ImportPeople, Permit, permit, standing::NoPath},
    blobs,
    db::Tx,
    jobs::{Job, JobCx, JobError},
    kernel::{Fault, ImportId, MemberId},
    web::stream::kept_key,
};

use super::{model::UNDO_DAYS, store};

pub(super) use check::check;
pub use command::import;
pub(super) use read::read;
pub(super) use undo::undo;
pub(super) use write::write;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $kind:literal: |$app:ident, $job:ident| $run:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Serialize, Deserialize)]
        pub struct $name {
            /// Which list.
            pub import: ImportId,
            /// In whose name.
            pub by: MemberId,
        }

        impl Job for $name {
            const KIND: &'static str = $kind;

            async fn run(self, cx: &JobCx) -> Result<(), JobError> {
                let ($app, $job) = (&cx.app, self);
                $run.await?;
                Ok(())
            }
        }
    )*};
}

kinds! {
    /// Reads the file of a list.
    ReadList = "people_import.read": |app, job| read(app, job.import);
    /// Compares the rows of a list with who is there.
    CheckList = "people_import.check": |app, job| check(app, job.import);
    /// Writes the rows of a list.
    WriteList = "people_import.write": |app, job| write(app, job.import);
    /// Shows the photos of an archive.
    ReadPhotos = "people_import.photos": |app, job| photos::read(app, job.import);
    /// Takes a list back.
    UndoList = "people_import.undo": |app, job| undo(app, job.import, job.by);
}

/// The right of whoever a job acts for, as it is now: none once they lost it.
async fn right(app: &App, by: MemberId) -> Result<Option<Permit<ImportPeople>>, Fault> {
    let mut db = app.db.acquire().await?;
    let actor = Actor::load(&mut db, by).await?;
    match permit::<ImportPeople>(&mut db, &actor, NoPath {}).await {
        Ok(permit) => Ok(Some(permit)),
        Err(Denied::Fault(fault)) => Err(fault),
        Err(_) => Ok(None),
    }
}

/// The right to fill in profiles, of whoever may write lists.
async fn fills(tx: &mut Tx, permit: &Permit<ImportPeople>) -> Result<Permit<FillProfiles>, Fault> {
    crate::authz::permit::<FillProfiles>(tx.db(), permit.who(), NoPath {})
        .await
        .map_err(|_| Fault::new("who writes lists fills in profiles"))
}

async fn begin(app: &App, by: MemberId) -> Result<Tx, Fault> {
    Tx::begin(&app.db, Some(by), "import", app.clock.now(), app.signal.clone()).await
}

/// Forgets lists that cannot be undone any more, and files that belong to none.
pub async fn sweep(app: &App) -> Result<(), Fault> {
    let now = app.clock.now();
    let mut tx = Tx::begin(&app.db, None, "clock", now, app.signal.clone()).await?;
    let gone = store::forget_old(&mut tx, now - TimeDelta::days(UNDO_DAYS)).await?;
    tx.commit().await?;
    for import in gone {
        app.blobs.delete(&kept_key(import.0)).await?;
    }
    let old: Vec<(Uuid, String)> = app
        .blobs
        .list("uploads")
        .await?
        .into_iter()
        .filter(|(_, written)| *written < now - TimeDelta::days(1))
        .filter_map(|(key, _)| Some((blobs::owner(&key)?, key)))
        .collect();
    let ids: Vec<Uuid> = old.iter().map(|(id, _)| *id).collect();
    let known = store::known(&mut *app.db.acquire().await?, &ids).await?;
    for (_, key) in old.iter().filter(|(id, _)| !known.contains(id)) {
        app.blobs.delete(key).await?;
    }
    Ok(())
}
