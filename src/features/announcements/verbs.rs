//! Asking for confirmations, giving one, reminding those who have not.

use chrono::TimeDelta;

use super::{jobs::WriteReminders, store};
use crate::{
    authz::{AcknowledgePost, AnnouncePost, Permit},
    db::{Fact, Tx},
    jobs::Enqueue,
    kernel::{Failure, Fault},
};

/// How long nobody is reminded again.
pub(super) const PAUSE: TimeDelta = TimeDelta::hours(20);

/// Asks the people of the group to confirm that they have read a post, or stops asking. What was confirmed stays.
pub async fn announce(tx: &mut Tx, permit: &Permit<AnnouncePost>, on: bool) -> Result<(), Fault> {
    let (group, post) = (permit.about().group.id, permit.about().id);
    if store::update_asking(tx, (post, group), on).await? {
        tx.record(if on {
            Fact::AcknowledgementAsked { group, post }
        } else {
            Fact::AcknowledgementStopped { group, post }
        })
        .await?;
    }
    Ok(())
}

/// Confirms; once. Refused where nobody asks (any more).
pub async fn acknowledge(tx: &mut Tx, permit: &Permit<AcknowledgePost>) -> Result<(), Failure<()>> {
    let (group, post, member) = (permit.about().group.id, permit.about().id, permit.member()?);
    if !store::asks(tx.db(), (post, group)).await? {
        return Err(Failure::Refused(()));
    }
    if store::insert(tx, post, member).await? {
        tx.record(Fact::Acknowledged { group, post }).await?;
    }
    Ok(())
}

/// Reminds those who have not confirmed and can be reached, in their inbox and by letter. Says whether it did: not again
/// within a day.
pub async fn remind(tx: &mut Tx, permit: &Permit<AnnouncePost>) -> Result<bool, Fault> {
    let (group, post, before) = (permit.about().group.id, permit.about().id, tx.now() - PAUSE);
    let may = store::mark_reminded(tx, (post, group), before).await?;
    if may {
        tx.record(Fact::AcknowledgementReminded { group, post }).await?;
        tx.enqueue(&WriteReminders { post }).await?;
    }
    Ok(may)
}
