//! What is done with labels: by those who keep them, and by those who put them on posts.

use super::{
    model::{Keeper, LabelRefused, Looks},
    store,
};
use crate::{
    authz::{LabelPost, Permit},
    db::{Fact, Tx},
    kernel::{Failure, Fault, GroupId, LabelId, PostId},
};

/// Makes a label.
pub async fn define(
    tx: &mut Tx,
    keeper: Keeper<'_>,
    looks: &Looks,
) -> Result<LabelId, Failure<LabelRefused>> {
    let (group, now) = (keeper.group(), tx.now());
    let label = store::insert(tx.db(), group, looks, now).await?;
    tx.record(Fact::LabelDefined { group, label }).await?;
    Ok(label)
}

/// Gives a label another name and hue.
pub(super) async fn change(
    tx: &mut Tx,
    keeper: Keeper<'_>,
    label: LabelId,
    looks: &Looks,
) -> Result<(), Failure<LabelRefused>> {
    let group = keeper.group();
    store::update(tx.db(), group, label, looks).await?;
    tx.record(Fact::LabelChanged { group, label }).await?;
    Ok(())
}

/// Takes a label out of use: it is seen nowhere, and forgotten by nothing. What is so already leaves no fact.
pub(super) async fn archive(tx: &mut Tx, keeper: Keeper<'_>, label: LabelId) -> Result<(), Fault> {
    let (group, now) = (keeper.group(), tx.now());
    if store::set_archived(tx.db(), group, label, Some(now)).await? {
        tx.record(Fact::LabelArchived { group, label }).await?;
    }
    Ok(())
}

/// Takes a label into use again, with everything that carried it.
pub(super) async fn restore(tx: &mut Tx, keeper: Keeper<'_>, label: LabelId) -> Result<(), Fault> {
    let group = keeper.group();
    if store::set_archived(tx.db(), group, label, None).await? {
        tx.record(Fact::LabelRestored { group, label }).await?;
    }
    Ok(())
}

/// Lets another label take the place of one, everywhere and for good. Says whether there were both.
pub(super) async fn merge(
    tx: &mut Tx,
    keeper: Keeper<'_>,
    label: LabelId,
    into: LabelId,
) -> Result<bool, Fault> {
    let group = keeper.group();
    let done = store::hand_over(tx.db(), group, label, into).await?;
    if done {
        store::delete(tx.db(), group, label).await?;
        tx.record(Fact::LabelMerged { group, label, into }).await?;
    }
    Ok(done)
}

/// Deletes a label, from everything that carries it, for good.
pub(super) async fn delete(tx: &mut Tx, keeper: Keeper<'_>, label: LabelId) -> Result<(), Fault> {
    let group = keeper.group();
    if store::delete(tx.db(), group, label).await? {
        tx.record(Fact::LabelDeleted { group, label }).await?;
    }
    Ok(())
}

/// Puts exactly these labels on a post, of those it can carry. The fact names those that are new.
pub async fn label(tx: &mut Tx, permit: &Permit<LabelPost>, labels: &[LabelId]) -> Result<(), Fault> {
    let (group, post) = (permit.about().group.id, permit.about().id);
    let (new, gone) = store::replace(tx.db(), (post, group), labels).await?;
    if gone || !new.is_empty() {
        tx.record(Fact::PostLabelled { group, post, labels: new }).await?;
    }
    Ok(())
}

/// Puts labels on a post that is being published: part of that, and no fact of its own.
pub async fn place(tx: &mut Tx, post: PostId, group: GroupId, labels: &[LabelId]) -> Result<(), Fault> {
    store::replace(tx.db(), (post, group), labels).await?;
    Ok(())
}
