//! `parvis people import FILE`: the same steps from the command line, in the name of an administrator.

use std::path::Path;

use sha2::{Digest as _, Sha256};

use crate::{
    app::App,
    authz::{Actor, ImportPeople, Permit, permit, standing::NoPath},
    db::Tx,
    features::accounts::store as accounts,
    kernel::{EmailAddress, Failure, Fault, ImportId, MemberId, id::new_uuid},
    web::stream::{Kept, kept_key},
};

use crate::features::people_import::{
    model::{Import, ImportRefused, Options, Outcome, State},
    store::{
        self, people,
        rows::{self, Wanted},
    },
    verbs, wording,
};

/// What hears of the progress.
type Say<'a> = &'a (dyn Fn(&str) + Sync);

/// Imports a file, or only says what it would do.
pub async fn import(
    app: &App,
    file: &Path,
    by: Option<&str>,
    dry_run: bool,
    say: Say<'_>,
) -> Result<(), Fault> {
    let right = whose(app, by).await?;
    let t = app.config.locale.t();
    let id = upload(app, &right, file).await?;
    super::read(app, id).await?;
    let list = reload(app, id).await?;
    if let Some(refusal) = &list.refusal {
        return Err(Fault::new(wording::refused(t, refusal)));
    }
    let mut tx = begin(app, &right).await?;
    let mapping = list.mapping.clone();
    let mapped = verbs::map(&mut tx, &right, &list, (list.header, &mapping), list.options).await;
    tx = go_on(app, tx, mapped).await?;
    tx.commit().await?;
    super::check(app, id).await?;
    report(app, id, say).await?;
    if dry_run {
        let mut tx = begin(app, &right).await?;
        let removed = verbs::remove(&mut tx, &right, id).await;
        tx = go_on(app, tx, removed).await?;
        tx.commit().await?;
        return app.blobs.delete(&kept_key(id.0)).await;
    }
    let list = reload(app, id).await?;
    let mut tx = begin(app, &right).await?;
    let confirmed = verbs::confirm(&mut tx, &right, &list, (list.mark, &list.digest), false).await;
    tx = go_on(app, tx, confirmed).await?;
    tx.commit().await?;
    super::write(app, id).await?;
    let counts = rows::counts(&mut *app.db.acquire().await?, id).await?;
    say(&t.people_import_said_done(counts.done).to_string());
    Ok(())
}

/// The administrator in whose name it is done: the named one, or the first.
async fn whose(app: &App, by: Option<&str>) -> Result<Permit<ImportPeople>, Fault> {
    let mut db = app.db.acquire().await?;
    let member: Option<MemberId> = match by {
        Some(text) => {
            let email = EmailAddress::parse(text).map_err(|_| Fault::new("--as is not a mail address"))?;
            accounts::account_of(&mut db, &email).await?.map(|account| account.id)
        }
        None => people::first_administrator(&mut db).await?,
    };
    let member =
        member.ok_or_else(|| Fault::new("there is no administrator in whose name this could be done"))?;
    let actor = Actor::load(&mut db, member).await?;
    permit::<ImportPeople>(&mut db, &actor, NoPath {})
        .await
        .map_err(|_| Fault::new("this account may not import people"))
}

async fn upload(app: &App, right: &Permit<ImportPeople>, file: &Path) -> Result<ImportId, Fault> {
    let bytes = tokio::fs::read(file).await?;
    let kept = Kept {
        id: new_uuid(app.clock.now()),
        name: file.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        bytes: bytes.len() as u64,
        digest: Sha256::digest(&bytes).to_vec(),
        head: Vec::new(),
    };
    app.blobs.put(&kept_key(kept.id), bytes).await?;
    let mut tx = begin(app, right).await?;
    let import = verbs::upload(&mut tx, right, &kept, Options::default()).await?;
    tx.commit().await?;
    Ok(import)
}

async fn begin(app: &App, right: &Permit<ImportPeople>) -> Result<Tx, Fault> {
    super::begin(app, right.member()?).await
}

async fn reload(app: &App, id: ImportId) -> Result<Import, Fault> {
    let list = store::import(&mut *app.db.acquire().await?, id).await?;
    list.filter(|list| list.state != State::Stopped).ok_or_else(|| Fault::new("the list is gone"))
}

/// Goes on with a transaction, or says why not.
async fn go_on(app: &App, tx: Tx, done: Result<(), Failure<ImportRefused>>) -> Result<Tx, Fault> {
    match done {
        Ok(()) => Ok(tx),
        Err(Failure::Refused(why)) => {
            tx.abandon().await?;
            Err(Fault::new(wording::step(app.config.locale.t(), &why)))
        }
        Err(Failure::Fault(fault)) => Err(fault),
    }
}

/// Says how many rows do what, and what is wrong with the first of those that do nothing.
async fn report(app: &App, id: ImportId, say: Say<'_>) -> Result<(), Fault> {
    let t = app.config.locale.t();
    let list = reload(app, id).await?;
    let mut db = app.db.acquire().await?;
    let counts = rows::counts(&mut db, id).await?;
    say(&t
        .people_import_said_counts(counts.new, counts.changed, counts.unchanged, counts.errors)
        .to_string());
    let headings = rows::cells(&mut db, id, list.header).await?;
    let outcome = Some(Outcome::Error);
    let wrong = rows::list(&mut db, id, Wanted { outcome, most: 200, ..Wanted::default() }).await?;
    for row in wrong {
        for problem in &row.problems {
            say(&t
                .people_import_said_row(
                    i64::from(row.number),
                    wording::problem(t, problem, &headings).as_str(),
                )
                .to_string());
        }
    }
    Ok(())
}
