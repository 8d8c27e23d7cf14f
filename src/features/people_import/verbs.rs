//! The steps of a list that people decide. What takes long follows as a job.

use uuid::Uuid;

use crate::{
    authz::{ImportPeople, Permit},
    db::{Fact, Tx},
    jobs::Enqueue,
    kernel::{Failure, Fault, ImportId},
    web::stream::Kept,
    worker::sheet::heading,
};

use super::{
    jobs::{CheckList, ReadList, ReadPhotos, UndoList, WriteList},
    model::{Import, ImportRefused, Options, State, Target},
    store::{
        self,
        rows::{self, Wanted},
    },
};

/// Takes a file that lies in the store.
pub(super) async fn upload(
    tx: &mut Tx,
    permit: &Permit<ImportPeople>,
    file: &Kept,
    options: Options,
) -> Result<ImportId, Fault> {
    let by = permit.member()?;
    let import = store::insert(tx, by, file, options).await?;
    if options.photos {
        tx.enqueue(&ReadPhotos { import, by }).await?;
    } else {
        tx.enqueue(&ReadList { import, by }).await?;
    }
    Ok(import)
}

/// Reads another sheet of the file.
pub(super) async fn choose_sheet(
    tx: &mut Tx,
    permit: &Permit<ImportPeople>,
    import: ImportId,
    sheet: &str,
) -> Result<(), Failure<ImportRefused>> {
    pass(tx, import, &[State::Mapping, State::Unreadable, State::Checked], State::Reading).await?;
    store::choose_sheet(tx, import, sheet).await?;
    tx.enqueue(&ReadList { import, by: permit.member()? }).await?;
    Ok(())
}

/// Says what the columns mean, and has the rows checked.
pub(super) async fn map(
    tx: &mut Tx,
    permit: &Permit<ImportPeople>,
    import: &Import,
    (header, mapping): (i32, &[Option<Target>]),
    options: Options,
) -> Result<(), Failure<ImportRefused>> {
    if !mapping.iter().flatten().any(|target| matches!(target, Target::Email | Target::ExternalId)) {
        return Err(Failure::Refused(ImportRefused::NoKey));
    }
    let twice = |target: &&Target| mapping.iter().flatten().filter(|other| other == target).count() > 1;
    if let Some(target) = mapping.iter().flatten().find(twice) {
        return Err(Failure::Refused(ImportRefused::Twice(target.word())));
    }
    pass(tx, import.id, &[State::Mapping, State::Checked], State::Checking).await?;
    let headings = rows::cells(tx.db(), import.id, header).await?;
    let (words, targets): (Vec<String>, Vec<String>) = headings
        .iter()
        .zip(mapping)
        .map(|(text, target)| (heading(text), target.map(Target::word).unwrap_or_default()))
        .filter(|(word, _)| !word.is_empty() && word.len() <= 200)
        .unzip();
    store::remember(tx, &words, &targets).await?;
    store::map(tx, import.id, header, mapping, options).await?;
    rows::forget_found(tx, import.id).await?;
    tx.enqueue(&CheckList { import: import.id, by: permit.member()? }).await?;
    Ok(())
}

/// Has the rows written as they were shown. `mark` says what was shown, `digest` what the file is now.
pub(super) async fn confirm(
    tx: &mut Tx,
    permit: &Permit<ImportPeople>,
    import: &Import,
    (mark, digest): (Uuid, &[u8]),
    twice: bool,
) -> Result<(), Failure<ImportRefused>> {
    if import.mark != mark || import.digest != digest {
        return Err(Failure::Refused(ImportRefused::Changed));
    }
    let of_status = Wanted { status: true, pending: true, most: 1, ..Wanted::default() };
    if !twice && !rows::list(tx.db(), import.id, of_status).await?.is_empty() {
        return Err(Failure::Refused(ImportRefused::NotConfirmed));
    }
    pass(tx, import.id, &[State::Checked], State::Running).await?;
    store::take_over(tx, import.id, permit.member()?).await?;
    tx.record(Fact::ImportBegun { import: import.id }).await?;
    tx.enqueue(&WriteList { import: import.id, by: permit.member()? }).await?;
    Ok(())
}

/// Has everything taken back that the list changed.
pub(super) async fn undo(
    tx: &mut Tx,
    permit: &Permit<ImportPeople>,
    import: &Import,
) -> Result<(), Failure<ImportRefused>> {
    if !import.can_be_undone(tx.now()) {
        return Err(Failure::Refused(ImportRefused::TooLate));
    }
    pass(tx, import.id, &[State::Done, State::Stopped], State::Undoing).await?;
    tx.enqueue(&UndoList { import: import.id, by: permit.member()? }).await?;
    Ok(())
}

/// Throws a list away that changed nothing, or nothing any more.
pub(super) async fn remove(
    tx: &mut Tx,
    _permit: &Permit<ImportPeople>,
    import: ImportId,
) -> Result<(), Failure<ImportRefused>> {
    if store::delete(tx, import).await? { Ok(()) } else { Err(Failure::Refused(ImportRefused::Passed)) }
}

async fn pass(
    tx: &mut Tx,
    import: ImportId,
    from: &[State],
    to: State,
) -> Result<(), Failure<ImportRefused>> {
    if store::pass(tx, import, from, to).await? {
        Ok(())
    } else {
        Err(Failure::Refused(ImportRefused::Passed))
    }
}
