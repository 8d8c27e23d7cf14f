//! What is done with templates by those who keep them.

use super::{
    model::{TemplateRefused, Wording},
    store,
};
use crate::{
    authz::{ManageGroup, Permit},
    db::{Fact, Tx},
    kernel::{Failure, Fault, PostTemplateId},
};

/// Makes a template.
pub async fn define(
    tx: &mut Tx,
    permit: &Permit<ManageGroup>,
    wording: &Wording,
) -> Result<PostTemplateId, Failure<TemplateRefused>> {
    let (group, now) = (permit.about().id, tx.now());
    let template = store::insert(tx.db(), group, wording, now).await?;
    tx.record(Fact::PostTemplateDefined { group, template }).await?;
    Ok(template)
}

/// Gives a template another wording. What was begun with it stays as it is.
pub(super) async fn change(
    tx: &mut Tx,
    permit: &Permit<ManageGroup>,
    template: PostTemplateId,
    wording: &Wording,
) -> Result<(), Failure<TemplateRefused>> {
    let group = permit.about().id;
    store::update(tx.db(), (group, template), wording).await?;
    tx.record(Fact::PostTemplateChanged { group, template }).await?;
    Ok(())
}

/// Throws a template away for good. What is gone already leaves no fact.
pub(super) async fn delete(
    tx: &mut Tx,
    permit: &Permit<ManageGroup>,
    template: PostTemplateId,
) -> Result<(), Fault> {
    let group = permit.about().id;
    if store::delete(tx.db(), group, template).await? {
        tx.record(Fact::PostTemplateDeleted { group, template }).await?;
    }
    Ok(())
}
