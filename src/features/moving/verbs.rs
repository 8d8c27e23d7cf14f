//! Moving a post, and taking that back.

use chrono::TimeDelta;

use super::store;
use crate::{
    authz::{MovePost, Permit, ReceivePost, ReplacePost, ReturnPost, WithdrawPost},
    db::{Fact, Tx},
    kernel::{Failure, Fault, GroupId, PostId},
};

/// For how long a move can be taken back.
pub const KEPT: TimeDelta = TimeDelta::days(30);

/// Who is told of a move.
#[derive(Clone, Copy, Debug, Default)]
pub struct Telling {
    /// Its author, if somebody else moves it.
    pub author: bool,
    /// Those who follow the group it comes to.
    pub readers: bool,
}

/// Moves a post into another group, which is from then on the only one in which it stands. Both rights are asked again by
/// the statement itself; refused is what has changed meanwhile.
pub async fn move_post(
    tx: &mut Tx,
    permit: &Permit<MovePost>,
    into: &Permit<ReceivePost>,
    telling: Telling,
) -> Result<(), Failure<()>> {
    let (post, from, to, by) =
        (permit.about().id, permit.about().group.id, into.about().id, permit.member()?);
    if from == to || !store::update_group(tx, post, (from, to), by).await? {
        return Err(Failure::Refused(()));
    }
    let beside = store::delete_all_joint(tx, post).await?;
    store::insert(tx, post, (from, to), &beside, by).await?;
    for group in beside {
        tx.record(Fact::PostWithdrawn { group, post }).await?;
    }
    let Telling { author, readers } = telling;
    follow(tx, post, (from, to), (author, readers)).await?;
    Ok(())
}

/// Takes one's own move back. Says whether there still was one.
pub async fn move_back(tx: &mut Tx, permit: &Permit<ReturnPost>) -> Result<bool, Fault> {
    let (moved, since) = (permit.about(), tx.now() - KEPT);
    let back = store::update_back(tx, moved.id, moved.post, since).await?;
    if back {
        for group in store::restore_joint(tx, moved.id).await? {
            tx.record(Fact::PostPlaced { group, post: moved.post }).await?;
        }
        follow(tx, moved.post, (moved.to, moved.group.id), (false, false)).await?;
    }
    Ok(back)
}

/// Takes a discussion of several groups out of one that is not its own. Says whether it still stood there.
pub(super) async fn withdraw(tx: &mut Tx, permit: &Permit<WithdrawPost>) -> Result<bool, Fault> {
    let (post, group) = (permit.about().post.id, permit.about().group);
    if !store::delete_joint(tx, post, group, permit.member()?).await? {
        return Ok(false);
    }
    tx.record(Fact::PostWithdrawn { group, post }).await?;
    clear_notices(tx, post).await?;
    Ok(true)
}

/// Puts a discussion back into the group out of which one has taken it. Says whether there still was something to take back.
pub(super) async fn replace(tx: &mut Tx, permit: &Permit<ReplacePost>) -> Result<bool, Fault> {
    let (post, group, since) = (permit.about().post, permit.about().group, tx.now() - KEPT);
    let back = store::restore_withdrawn(tx, (post, group), permit.member()?, since).await?;
    if back {
        tx.record(Fact::PostPlaced { group, post }).await?;
    }
    Ok(back)
}

/// Who may not read it any more loses the lines about it.
async fn clear_notices(tx: &mut Tx, post: PostId) -> Result<(), Fault> {
    for member in store::clear_notices(tx, post).await? {
        tx.record(Fact::NoticesChanged { member }).await?;
    }
    Ok(())
}

/// What goes along: lines of inboxes lead to the post where it stands now, and leave those who may not read it there.
async fn follow(
    tx: &mut Tx,
    post: PostId,
    (group, to): (GroupId, GroupId),
    (author, readers): (bool, bool),
) -> Result<(), Fault> {
    store::update_notices(tx, post, to).await?;
    tx.record(Fact::PostMoved { group, post, to, author, readers }).await?;
    clear_notices(tx, post).await
}
