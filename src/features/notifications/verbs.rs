//! Reading: of a line, of all of them, of what a line is about.

use crate::{
    authz::{Permit, ReadNotice},
    db::{Fact, Tx},
    features::notifications::store,
    kernel::{Fault, MemberId, PostId},
};

/// Marks a line as read.
pub(super) async fn read(tx: &mut Tx, permit: &Permit<ReadNotice>) -> Result<(), Fault> {
    let (now, member) = (tx.now(), permit.member()?);
    let count = store::mark_read(tx.db(), member, (Some(*permit.about()), None), now).await?;
    changed(tx, member, count).await
}

/// Marks one's whole inbox as read.
pub(super) async fn read_all(tx: &mut Tx, member: MemberId) -> Result<(), Fault> {
    let now = tx.now();
    let count = store::mark_read(tx.db(), member, (None, None), now).await?;
    changed(tx, member, count).await
}

/// Marks all lines about a post as read: for the room of posts, when someone has opened it.
pub async fn seen_post(tx: &mut Tx, member: MemberId, post: PostId) -> Result<(), Fault> {
    let now = tx.now();
    let count = store::mark_read(tx.db(), member, (None, Some(post)), now).await?;
    changed(tx, member, count).await
}

async fn changed(tx: &mut Tx, member: MemberId, count: u64) -> Result<(), Fault> {
    if count > 0 {
        tx.record(Fact::NoticesChanged { member }).await?;
    }
    Ok(())
}
