//! What people can change about themselves.

use uuid::Uuid;

use crate::{
    authz::{EditProfile, ExportPeople, FillProfiles, Permit},
    db::{Fact, Tx},
    kernel::{Fault, MemberId},
};

use super::{About, NewProfile, Photo, store};

/// Puts other words on a profile.
pub async fn edit(tx: &mut Tx, permit: &Permit<EditProfile>, profile: &NewProfile) -> Result<(), Fault> {
    let member = permit.about().id;
    store::update(tx.db(), member, profile).await?;
    tx.record(Fact::ProfileEdited { member }).await?;
    Ok(())
}

/// Puts other words about oneself on a profile, and leaves the rest.
pub async fn set_about(tx: &mut Tx, permit: &Permit<EditProfile>, words: &About) -> Result<(), Fault> {
    let member = permit.about().id;
    store::update_about(tx.db(), member, words).await?;
    tx.record(Fact::ProfileEdited { member }).await?;
    Ok(())
}

/// Shows another photo; answers the version that was shown before, whose bytes can go.
pub async fn set_photo(
    tx: &mut Tx,
    permit: &Permit<EditProfile>,
    photo: Photo,
) -> Result<Option<Uuid>, Fault> {
    change(tx, permit, Some(photo.version)).await
}

/// Shows a photo of somebody, for those who fill in profiles; what was shown before is swept away.
pub async fn give_photo(
    tx: &mut Tx,
    _permit: &Permit<FillProfiles>,
    member: MemberId,
    photo: Photo,
) -> Result<(), Fault> {
    store::change_photo(tx.db(), member, Some(photo.version)).await?;
    tx.record(Fact::PhotoChanged { member }).await?;
    Ok(())
}

/// Shows no photo; answers the version that was shown before, whose bytes can go.
pub async fn remove_photo(tx: &mut Tx, permit: &Permit<EditProfile>) -> Result<Option<Uuid>, Fault> {
    change(tx, permit, None).await
}

async fn change(
    tx: &mut Tx,
    permit: &Permit<EditProfile>,
    version: Option<Uuid>,
) -> Result<Option<Uuid>, Fault> {
    let member = permit.about().id;
    let before = store::change_photo(tx.db(), member, version).await?;
    if before != version {
        tx.record(Fact::PhotoChanged { member }).await?;
    }
    Ok(before)
}

/// Notes that somebody took people along as a file.
pub async fn exported(tx: &mut Tx, _permit: &Permit<ExportPeople>, count: i64) -> Result<(), Fault> {
    tx.record(Fact::PeopleExported { count }).await?;
    Ok(())
}
