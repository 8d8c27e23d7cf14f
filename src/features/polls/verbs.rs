//! What can be done with polls. Each verb takes the permit of its name and leaves a fact, but for a secret vote: that
//! one leaves nothing that says who or when.

use super::{
    model::{Ballot, NewChoice, NewPoll, PollRefused},
    secrecy::{Seal, Sums},
    store::{self, Held},
};
use crate::{
    authz::{AddChoice, ClosePoll, EditPoll, Permit, ReopenPoll, Vote},
    db::{Fact, OnConstraint as _, Tx},
    features::pictures::{self, Place},
    kernel::{Failure, Fault, PictureId, PostId, Timestamp},
};

type Done = Result<(), Failure<PollRefused>>;

fn no<T>(why: PollRefused) -> Result<T, Failure<PollRefused>> {
    Err(Failure::Refused(why))
}

/// Hangs a poll on a post that is being published. The caller holds the permit for the post.
pub async fn create(tx: &mut Tx, post: PostId, poll: &NewPoll) -> Done {
    store::insert(tx.db(), post, poll).await?;
    offer(tx, post, poll).await
}

async fn offer(tx: &mut Tx, post: PostId, poll: &NewPoll) -> Done {
    twice(store::insert_choices(tx.db(), post, &poll.choices).await)?;
    illustrate(tx, post, &poll.pictures).await?;
    if let Some(seal) = &poll.seal {
        let sealed = seal.close(post, &Sums::default())?;
        store::put_box(tx.db(), post, &sealed).await?;
    }
    Ok(())
}

/// Gives choices their pictures; others that the poll had go.
async fn illustrate(tx: &mut Tx, post: PostId, with: &[(i16, PictureId, String)]) -> Done {
    let kept: Vec<PictureId> = with.iter().map(|(_, id, _)| *id).collect();

    pictures::verbs::keep_only(tx, &kept, Place::Choice(post, 1)).await?;

    for (number, id, alt) in with {
        let placed = pictures::verbs::place(tx, &[(*id, alt.clone())], Place::Choice(post, *number)).await;
        placed.map_err(|failure| match failure {
            Failure::Refused(_) => Failure::Refused(PollRefused::Picture),
            Failure::Fault(fault) => Failure::Fault(fault),
        })?;
    }
    Ok(())
}

/// The same choice a second time is a refusal.
fn twice<T>(done: sqlx::Result<T>) -> Result<T, Failure<PollRefused>> {
    done.map_err(|error| {
        let broken = error.as_database_error().and_then(sqlx::error::DatabaseError::constraint);
        if matches!(broken, Some("poll_choices_once" | "poll_choices_one_date")) {
            Failure::Refused(PollRefused::Twice)
        } else {
            Failure::Fault(Fault::from(error))
        }
    })
}

async fn hold(tx: &mut Tx, post: PostId) -> Result<Held, Failure<PollRefused>> {
    store::hold(tx.db(), post).await?.ok_or(Failure::Refused(PollRefused::Closed))
}

/// Whether the ballot can be taken now.
async fn check(tx: &mut Tx, post: PostId, held: &Held, ballot: &Ballot, read: Option<Timestamp>) -> Done {
    if !held.is_open(tx.now()) {
        return no(PollRefused::Closed);
    }
    if held.edited_at != read {
        return no(PollRefused::NotAChoice);
    }
    let numbers = store::list_numbers(tx.db(), post).await?;
    ballot.check(held.kind, (held.least, held.most), &numbers).map_err(Failure::Refused)
}

/// Votes with one's name, or anew where the poll allows it. `read` is the edition of the poll that the member read.
pub async fn vote(tx: &mut Tx, permit: &Permit<Vote>, read: Option<Timestamp>, ballot: &Ballot) -> Done {
    let (post, group, member) = (permit.about().post.id, permit.about().post.group.id, permit.member()?);
    let held = store::hold_beside(tx.db(), post).await?.ok_or(Failure::Refused(PollRefused::Closed))?;
    if held.anonymous {
        return no(PollRefused::NotAChoice);
    }
    check(tx, post, &held, ballot, read).await?;
    match store::take_part(tx.db(), post, member).await? {
        None => return no(PollRefused::NoLonger),
        Some(false) if !held.changes => return no(PollRefused::Voted),
        Some(_) => {}
    }
    let changed = store::replace_votes(tx.db(), post, member, ballot).await;
    let changed = changed.on_constraint("poll_votes_choice", PollRefused::NotAChoice)?;
    if changed {
        tx.record(Fact::PollVoted { group, post }).await?;
    }
    Ok(())
}

/// Votes in an anonymous poll. The transaction must be nobody's: what it records is not to name anyone.
pub async fn vote_secretly(
    tx: &mut Tx,
    permit: &Permit<Vote>,
    read: Option<Timestamp>,
    seal: &Seal,
    ballot: &Ballot,
) -> Done {
    let (post, group, member) = (permit.about().post.id, permit.about().post.group.id, permit.member()?);
    if tx.actor().is_some() {
        return Err(Fault::new("a secret vote was cast in a transaction with a name").into());
    }
    let held = hold(tx, post).await?;
    if held.seal != Some(seal.id()) {
        return no(PollRefused::NotAChoice);
    }
    check(tx, post, &held, ballot, read).await?;
    match store::take_part(tx.db(), post, member).await? {
        None => return no(PollRefused::NoLonger),
        Some(false) => return no(PollRefused::Voted),
        Some(true) => store::mingle(tx.db(), post, member).await?,
    }
    let sealed =
        store::find_box(tx.db(), post).await?.ok_or_else(|| Fault::new("an anonymous poll has no box"))?;
    let mut sums = seal.open(post, &sealed)?;
    let batch = sums.add(ballot);
    store::put_box(tx.db(), post, &seal.close(post, &sums)?).await?;
    if let Some(batch) = batch {
        store::count(tx.db(), post, &batch).await?;
        tx.record(Fact::PollCounted { group, post }).await?;
    }
    Ok(())
}

/// Begins an anonymous poll again whose key is lost. Answers whether it had to be.
pub(super) async fn restart(tx: &mut Tx, post: PostId, lost: uuid::Uuid, seal: &Seal) -> Result<bool, Fault> {
    let now = tx.now();
    let Some(held) = store::hold(tx.db(), post).await? else {
        return Ok(false);
    };
    if held.closed_at.is_some() || held.seal != Some(lost) {
        return Ok(false);
    }
    store::restart(tx.db(), post, seal.id(), now).await?;
    store::put_box(tx.db(), post, &seal.close(post, &Sums::default())?).await?;
    tx.record(Fact::PollRestarted { group: held.group, post }).await?;
    Ok(true)
}

/// Ends a poll. Its key, where it has one, can be thrown away once this is committed.
pub async fn close(tx: &mut Tx, permit: &Permit<ClosePoll>, seal: Option<&Seal>) -> Result<bool, Fault> {
    end(tx, permit.about().post.id, seal).await
}

/// Ends a poll whose time is over: asked by the clock.
pub(super) async fn close_due(tx: &mut Tx, post: PostId, seal: Option<&Seal>) -> Result<bool, Fault> {
    end(tx, post, seal).await
}

/// Counts what waits, if it is enough, and closes. Answers whether it did: not when it was closed meanwhile. With its key
/// lost, what is counted so far stays.
async fn end(tx: &mut Tx, post: PostId, seal: Option<&Seal>) -> Result<bool, Fault> {
    let now = tx.now();
    let Some(held) = store::hold(tx.db(), post).await?.filter(|held| held.closed_at.is_none()) else {
        return Ok(false);
    };
    if let (Some(seal), Some(sealed)) = (seal, store::find_box(tx.db(), post).await?)
        && held.seal == Some(seal.id())
        && let Some(batch) = seal.open(post, &sealed)?.last()
    {
        store::count(tx.db(), post, &batch).await?;
    }
    store::mark_closed(tx.db(), post, now).await?;
    tx.record(Fact::PollClosed { group: held.group, post }).await?;
    Ok(true)
}

/// Takes a closed poll up again.
pub(super) async fn reopen(tx: &mut Tx, permit: &Permit<ReopenPoll>) -> Done {
    let post = permit.about().post.id;
    let held = hold(tx, post).await?;
    if held.anonymous {
        return no(PollRefused::Closed);
    }
    if held.closed_at.is_some() {
        store::mark_reopened(tx.db(), post).await?;
        tx.record(Fact::PollReopened { group: held.group, post }).await?;
    }
    Ok(())
}

/// Adds a choice for everybody.
pub(super) async fn add_choice(tx: &mut Tx, permit: &Permit<AddChoice>, choice: &NewChoice) -> Done {
    let (post, member) = (permit.about().post.id, permit.member()?);
    let held = hold(tx, post).await?;
    if !held.is_open(tx.now()) {
        return no(PollRefused::Closed);
    }
    if held.anonymous {
        return no(PollRefused::Begun);
    }
    let added = twice(store::add_choice(tx.db(), post, member, choice).await)?;
    if added.is_none() {
        return no(PollRefused::Full);
    }
    tx.record(Fact::PollChoiceAdded { group: held.group, post }).await?;
    Ok(())
}

/// Asks another thing, before anybody has answered.
pub async fn edit(tx: &mut Tx, permit: &Permit<EditPoll>, poll: &NewPoll) -> Done {
    let (post, now) = (permit.about().post.id, tx.now());
    let held = hold(tx, post).await?;
    if held.closed_at.is_some() {
        return no(PollRefused::Closed);
    }
    if store::has_begun(tx.db(), post).await? {
        return no(PollRefused::Begun);
    }
    store::update(tx.db(), post, poll, now).await?;
    offer(tx, post, poll).await?;
    tx.record(Fact::PollEdited { group: held.group, post }).await?;
    Ok(())
}

/// Sets when a poll ends, or that it does not end by itself.
pub async fn set_end(tx: &mut Tx, permit: &Permit<EditPoll>, closes_at: Option<Timestamp>) -> Done {
    let (post, now) = (permit.about().post.id, tx.now());
    let held = hold(tx, post).await?;
    if !held.is_open(now) {
        return no(PollRefused::Closed);
    }
    if closes_at.is_some_and(|at| at <= now) {
        return no(PollRefused::Past);
    }
    if held.closes_at != closes_at {
        store::update_end(tx.db(), post, closes_at).await?;
        tx.record(Fact::PollEdited { group: held.group, post }).await?;
    }
    Ok(())
}
