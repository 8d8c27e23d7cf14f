//! The file becomes rows. The child process reads it; what it says goes to the table as it comes.

use crate::{
    app::App,
    db::Tx,
    features::{
        fields,
        people_import::{
            guess,
            model::{Import, State},
            store::{self, rows},
        },
    },
    kernel::{Failure, Fault, ImportId},
    web::stream::kept_key,
    worker::sheet::{self, Opened, Piece, SheetError, SheetRefused, Wish},
};

/// Reads the file of a list.
pub(in super::super) async fn read(app: &App, id: ImportId) -> Result<(), Fault> {
    let Some(import) = store::import(&mut *app.db.acquire().await?, id).await? else {
        return Ok(());
    };
    let mut tx = super::begin(app, import.by).await?;
    if store::hold(&mut tx, id).await? != Some(State::Reading) {
        return tx.abandon().await;
    }
    let mut opened = Opened::default();
    let to = match rows(app, &mut tx, &import, &mut opened).await {
        Ok(()) => {
            propose(&mut tx, &import, &opened).await?;
            State::Mapping
        }
        Err(Failure::Refused(why)) => {
            rows::clear(&mut tx, id).await?;
            store::unreadable(&mut tx, id, &why).await?;
            State::Unreadable
        }
        Err(Failure::Fault(fault)) => return Err(fault),
    };
    passed(store::pass(&mut tx, id, &[State::Reading], to).await)?;
    tx.commit().await
}

/// A step between states that nobody else takes.
pub(super) fn passed<R>(done: Result<bool, Failure<R>>) -> Result<(), Fault> {
    match done {
        Ok(true) => Ok(()),
        Ok(false) | Err(Failure::Refused(_)) => Err(Fault::new("a list of people was in another state")),
        Err(Failure::Fault(fault)) => Err(fault),
    }
}

async fn rows(
    app: &App,
    tx: &mut Tx,
    import: &Import,
    opened: &mut Opened,
) -> Result<(), Failure<SheetRefused>> {
    rows::clear(tx, import.id).await?;
    let Some(file) = app.blobs.open(&kept_key(import.id.0)).await? else {
        return Err(Failure::Refused(SheetRefused::Broken));
    };
    let fields = fields::all(tx.db()).await?;
    let words = guess::words(&store::headings(tx.db()).await?, &fields);
    let wish = Wish { sheet: import.sheet.clone(), words };
    let mut reading = sheet::open(&app.workers, &wish, file).await.map_err(refused)?;
    while let Some(piece) = reading.next().await.map_err(refused)? {
        match piece {
            Piece::Opened(found) => {
                store::opened(tx, import.id, &found).await?;
                *opened = found;
            }
            Piece::Rows(json) => rows::insert(tx, import.id, &String::from_utf8(json)?).await?,
        }
    }
    Ok(())
}

fn refused(error: SheetError) -> Failure<SheetRefused> {
    match error {
        SheetError::Refused(why) => Failure::Refused(why),
        SheetError::Unavailable(error) => Failure::Fault(Fault::from(error)),
    }
}

/// Proposes what the columns say.
async fn propose(tx: &mut Tx, import: &Import, opened: &Opened) -> Result<(), Fault> {
    let remembered = store::headings(tx.db()).await?;
    let header = i32::try_from(opened.header)?;
    let headings = rows::cells(tx.db(), import.id, header).await?;
    let fields = fields::all(tx.db()).await?;
    let mapping = guess::mapping(&headings, &remembered, &fields);
    store::map(tx, import.id, header, &mapping, import.options).await
}
