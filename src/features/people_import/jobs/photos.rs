//! An archive of photos: each is shown for whoever has the address it is named after.

use crate::{
    app::App,
    authz::SiteRole,
    features::{
        people,
        people_import::{
            compare::Person,
            model::{Import, Options, Problem, State, Target, Why},
            store::{self, people as accounts, rows},
        },
    },
    kernel::{EmailAddress, Failure, Fault, ImportId, MemberId},
    web::stream::kept_key,
    worker::{
        WorkerError,
        sheet::archive::{self, ArchiveRefused, Packed},
    },
};

/// Shows the photos of an archive, one in each transaction; goes on after the last one that is shown.
pub(super) async fn read(app: &App, id: ImportId) -> Result<(), Fault> {
    let Some(import) = store::import(&mut *app.db.acquire().await?, id).await? else {
        return Ok(());
    };
    let file = app.blobs.open(&kept_key(id.0)).await?.ok_or_else(|| Fault::new("an archive is gone"))?;
    let mut files = archive::unpack(&app.workers, file).await?;
    let from = rows::last(&mut *app.db.acquire().await?, id).await?;
    let mut number = 0;
    loop {
        let next = match files.next().await {
            Ok(next) => next,
            // The child died of the archive: what came before is shown.
            Err(WorkerError::Refused(_)) => {
                Some(Packed { name: String::new(), bytes: Err(ArchiveRefused::Broken) })
            }
            Err(error) => return Err(error.into()),
        };
        let Some(packed) = next else { break };
        number += 1;
        let whole = packed.name.is_empty();
        if number > from && !one(app, &import, number, packed).await? {
            return Ok(());
        }
        if whole {
            break;
        }
    }
    let mut tx = super::begin(app, import.by).await?;
    if store::hold(&mut tx, id).await? != Some(State::Reading) {
        return tx.abandon().await;
    }
    store::map(&mut tx, id, 0, &[Some(Target::Email)], Options { photos: true, ..import.options }).await?;
    super::read::passed(store::pass(&mut tx, id, &[State::Reading], State::Done).await)?;
    tx.commit().await
}

/// Shows one photo, or notes why not; false when the work has ended.
async fn one(app: &App, import: &Import, number: i32, packed: Packed) -> Result<bool, Fault> {
    let Some(permit) = super::right(app, import.by).await? else {
        super::check::stop(app, import, State::Reading).await?;
        return Ok(false);
    };
    let chief = permit.who().member().is_some_and(|me| me.site_role == SiteRole::Administrator);
    let person = named(app, &permit, &packed.name).await?;
    let found = match (&packed.bytes, person) {
        (Err(why), _) => Err(refused(*why)),
        (Ok(_), None) => Err(Why::NotThere),
        (Ok(_), Some(person)) if person.id == import.by => Err(Why::Yourself),
        (Ok(_), Some(person)) if !chief && person.role > SiteRole::Moderator => Err(Why::Protected),
        (Ok(_), Some(person)) => Ok(person.id),
    };
    let shown = match (found, packed.bytes) {
        (Ok(member), Ok(bytes)) => match people::prepare_photo(app, bytes, None).await {
            Ok(photo) => Ok((member, photo)),
            Err(Failure::Refused(why)) => Err(Why::Field(why.words(app.config.locale.t()))),
            Err(Failure::Fault(fault)) => return Err(fault),
        },
        (Err(why), _) => Err(why),
        (Ok(_), Err(why)) => Err(refused(why)),
    };
    let mut tx = super::begin(app, import.by).await?;
    if store::hold(&mut tx, import.id).await? != Some(State::Reading) {
        tx.abandon().await?;
        return Ok(false);
    }
    let (member, problems): (Option<MemberId>, Vec<Problem>) = match shown {
        Ok((member, photo)) => {
            let fills = super::fills(&mut tx, &permit).await?;
            people::verbs::give_photo(&mut tx, &fills, member, photo).await?;
            (Some(member), Vec::new())
        }
        Err(why) => (None, vec![Problem { column: None, value: packed.name.clone(), why }]),
    };
    rows::photo(&mut tx, import.id, (number, &packed.name), member, &problems).await?;
    tx.commit().await?;
    Ok(true)
}

fn refused(why: ArchiveRefused) -> Why {
    match why {
        ArchiveRefused::NotAnArchive
        | ArchiveRefused::Password
        | ArchiveRefused::Broken
        | ArchiveRefused::TooBig => Why::NoArchive,
        ArchiveRefused::TooMany => Why::TooLong { most: archive::MOST_FILES },
    }
}

/// Whoever has the address that a file is named after, with or without an ending.
async fn named(
    app: &App,
    permit: &crate::authz::Permit<crate::authz::ImportPeople>,
    name: &str,
) -> Result<Option<Person>, Fault> {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let emails: Vec<String> = [stem, name]
        .into_iter()
        .filter_map(|text| EmailAddress::parse(text).ok())
        .map(|email| email.as_str().to_owned())
        .collect();
    let viewer = permit.who().viewer();
    let mut db = app.db.acquire().await?;
    Ok(accounts::people(&mut db, viewer, &emails, &[], &[], false).await?.pop())
}
