//! Going through, and what stands there.

use crate::{
    authz::{EditProfile, Permit, SetGates},
    db::{Fact, Tx},
    features::people,
    kernel::Fault,
};

use super::{
    model::{Settings, Step},
    store,
};

/// Lets someone in before whom no step is left.
pub(super) async fn pass(tx: &mut Tx, permit: &Permit<EditProfile>) -> Result<(), Fault> {
    let member = permit.about().id;
    if store::steps(tx.db(), member).await?.is_empty() && store::open(tx.db(), member).await? {
        tx.record(Fact::GatePassed { member }).await?;
    }
    Ok(())
}

/// Someone has read the words of welcome, or leaves the introduction out.
pub(super) async fn go_on(tx: &mut Tx, permit: &Permit<EditProfile>, step: Step) -> Result<(), Fault> {
    store::note(tx, permit.about().id, step).await?;
    pass(tx, permit).await
}

/// Someone puts their introduction into their profile.
pub(super) async fn introduce(
    tx: &mut Tx,
    permit: &Permit<EditProfile>,
    words: &people::About,
) -> Result<(), Fault> {
    people::verbs::set_about(tx, permit, words).await?;
    go_on(tx, permit, Step::Introduction).await
}

/// Says what people meet who arrive.
pub(crate) async fn set(tx: &mut Tx, _permit: &Permit<SetGates>, new: &Settings) -> Result<(), Fault> {
    store::set_settings(tx, new).await?;
    tx.record(Fact::GatesChanged { introduction: new.introduction }).await?;
    Ok(())
}
