//! One file per page.

pub(super) mod columns;
pub(super) mod confirm;
pub(super) mod list;
pub(super) mod show;

use serde::Deserialize;

use super::{
    model::{Import, ImportRefused},
    store, urls, wording,
};
use crate::{
    kernel::{Failure, ImportId},
    web::{Cx, Error, Reply, flash::Flash},
};

/// `/admin/people/imports/{import}`
#[derive(Deserialize)]
pub(super) struct ImportPath {
    pub(super) import: ImportId,
}

async fn find(cx: &Cx, id: ImportId) -> Result<Import, Error> {
    store::import(&mut *cx.db().await?, id).await?.ok_or(Error::NotFound)
}

/// Commits and goes on to the list, or says why not.
async fn ended(cx: &Cx, tx: crate::db::Tx, id: ImportId, done: Result<(), Failure<ImportRefused>>) -> Reply {
    match done {
        Ok(()) => {
            tx.commit().await?;
            cx.redirect(&urls::import(id))
        }
        Err(Failure::Refused(why)) => {
            tx.abandon().await?;
            cx.flash(Flash::said(wording::step(cx.t(), &why))).await?;
            cx.redirect(&urls::import(id))
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
