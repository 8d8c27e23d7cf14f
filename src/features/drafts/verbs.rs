//! What can be done with drafts. Typing leaves no fact: nobody else knows of it. Planning does.

use chrono::TimeDelta;
use chrono_tz::Tz;
use uuid::Uuid;

use super::{
    model::{Due, Kept, Text, Why},
    store,
};
use crate::{
    authz::{EditDraft, Permit, PlanDraft, PublishInGroup, RestoreDraft, WriteDraft},
    db::{Db, Fact, Tx},
    features::{asking, files, pictures},
    i18n::Locale,
    kernel::{DraftId, Fault, MemberId, Timestamp},
};

/// How long what was thrown away can be taken back.
pub(super) const BIN: TimeDelta = TimeDelta::days(30);

/// Keeps what is being written, over the version that the writer has before them. Where somebody typed into it in
/// another window, both texts are kept.
pub async fn keep(
    tx: &mut Tx,
    permit: &Permit<WriteDraft>,
    (id, version): (DraftId, i32),
    (text, lang): (&Text, Locale),
) -> Result<Kept, Fault> {
    let (author, now) = (permit.member()?, tx.now());
    store::hold(tx.db(), id).await?;
    if tx.was_made(id.0).await? {
        return Ok(Kept::Published);
    }
    let kept = match store::keep(tx.db(), (id, author, Some(version)), text, lang, now).await? {
        Some(version) => Kept::Saved(id, version),
        None => Kept::Apart(DraftId::new(now)),
    };
    if let Kept::Apart(id) = kept {
        store::keep(tx.db(), (id, author, None), text, lang, now).await?;
    }
    if let Kept::Saved(id, _) | Kept::Apart(id) = kept {
        wait(tx, text, id).await?;
    }
    Ok(kept)
}

/// What belongs to a draft waits in it.
async fn wait(tx: &mut Tx, text: &Text, id: DraftId) -> Result<(), Fault> {
    pictures::verbs::wait(tx, &text.pictures, id).await?;
    let of_choices = text.poll.as_ref().map(asking::Typed::pictures).unwrap_or_default();
    pictures::verbs::wait_with_choices(tx, &of_choices, id).await?;
    files::verbs::wait(tx, &text.files, id).await
}

/// Has the clock publish the author's draft in a group. It is written anew with the text at hand, planned before or not.
/// Those with the same `together` are posts that lead to each other.
pub async fn plan(
    tx: &mut Tx,
    permit: &Permit<PublishInGroup>,
    (id, together): (DraftId, Option<Uuid>),
    (text, lang): (&Text, Locale),
    (at, zone): (Timestamp, Tz),
) -> Result<bool, Fault> {
    let (author, group, now) = (permit.member()?, permit.about().id, tx.now());
    store::hold(tx.db(), id).await?;
    if tx.was_made(id.0).await? {
        return Ok(false);
    }
    store::keep(tx.db(), (id, author, None), text, lang, now).await?;
    if !store::plan(tx.db(), (id, author), (group, together), (at, zone.name())).await? {
        return Ok(false);
    }
    wait(tx, text, id).await?;
    tx.record(Fact::PostPlanned { group, draft: id }).await?;
    Ok(true)
}

/// Has the clock publish it at another time. Answers the time that it had.
pub async fn replan(
    tx: &mut Tx,
    permit: &Permit<PlanDraft>,
    (at, zone): (Timestamp, Tz),
) -> Result<Option<Timestamp>, Fault> {
    let draft = permit.about().id;
    let Some((group, before)) = store::replan(tx.db(), draft, Some((at, zone.name()))).await? else {
        return Ok(None);
    };
    if let Some(group) = group {
        tx.record(Fact::PostPlanned { group, draft }).await?;
    }
    Ok(Some(before))
}

/// Has the clock forget it: it is a draft of its author again.
pub async fn unplan(tx: &mut Tx, permit: &Permit<PlanDraft>) -> Result<(), Fault> {
    let draft = permit.about().id;
    if store::replan(tx.db(), draft, None).await?.is_some() {
        tx.record(Fact::PostUnplanned { draft }).await?;
    }
    Ok(())
}

/// Throws a draft away, for thirty days within which it can be taken back.
pub async fn discard(tx: &mut Tx, permit: &Permit<EditDraft>) -> Result<(), Fault> {
    let (draft, now) = (permit.about().id, tx.now());
    if store::discard(tx.db(), draft, Some(now)).await? && permit.about().planned {
        tx.record(Fact::PostUnplanned { draft }).await?;
    }
    Ok(())
}

/// Takes back a draft that was thrown away. Planned it is no more.
pub async fn restore(tx: &mut Tx, permit: &Permit<RestoreDraft>) -> Result<(), Fault> {
    store::discard(tx.db(), *permit.about(), None).await?;
    Ok(())
}

/// Ends a draft that became a post of its author. The caller publishes in the same transaction.
pub async fn end(tx: &mut Tx, author: MemberId, once: Uuid) -> Result<(), Fault> {
    let id = DraftId::from(once);
    store::hold(tx.db(), id).await?;
    Ok(store::delete(tx.db(), id, author).await?)
}

/// Which planned drafts are due, and whose they are.
pub async fn due(db: &mut Db, now: Timestamp, most: i64) -> Result<Vec<(DraftId, MemberId)>, Fault> {
    Ok(store::list_due(db, now, most).await?)
}

/// Takes a due draft; none if somebody else did, or moved it.
pub async fn take(tx: &mut Tx, id: DraftId) -> Result<Option<Due>, Fault> {
    let now = tx.now();
    store::hold(tx.db(), id).await?;
    Ok(store::take(tx.db(), id, now).await?)
}

/// Notes that a planned draft could not be published, and tells its author.
pub async fn refuse(tx: &mut Tx, id: DraftId, author: MemberId, why: Why) -> Result<(), Fault> {
    let now = tx.now();
    store::refuse(tx.db(), id, why, now).await?;
    tx.record(Fact::PlannedPostRefused { member: author, draft: id, poll: why == Why::Poll }).await?;
    Ok(())
}
