//! Sharing.

use super::store;
use crate::{
    authz::{Permit, PublishInGroup, SharePost},
    db::{Fact, Tx},
    features::posts::{self, NewPost},
    kernel::{Failure, PostId},
};

/// Publishes a post that shows another one, which keeps its own readers. Refused where one may not publish any more,
/// where the post stands already, or what is itself a share.
pub async fn share(
    tx: &mut Tx,
    permit: &Permit<SharePost>,
    into: &Permit<PublishInGroup>,
    words: NewPost,
) -> Result<PostId, Failure<()>> {
    let (group, post, to) = (permit.about().group.id, permit.about().id, into.about().id);
    if group == to {
        return Err(Failure::Refused(()));
    }
    let share = posts::publish(tx, into, words).await.map_err(|failure| match failure {
        Failure::Refused(_) => Failure::Refused(()),
        Failure::Fault(fault) => Failure::Fault(fault),
    })?;
    if !store::update(tx, share, post).await? {
        return Err(Failure::Refused(()));
    }
    tx.record(Fact::PostShared { group, post, share, to }).await?;
    Ok(share)
}
