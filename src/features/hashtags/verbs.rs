//! Following hashtags.

use super::store;
use crate::{
    authz::{FollowHashtag, Permit},
    db::{Fact, Tx},
    kernel::Fault,
};

/// Follows a hashtag, or stops. What is so already leaves no second fact.
pub(super) async fn follow(
    tx: &mut Tx,
    permit: &Permit<FollowHashtag>,
    hashtag: &str,
    on: bool,
) -> Result<(), Fault> {
    let (member, now) = (permit.member()?, tx.now());
    let hashtag = hashtag.to_owned();
    let changed = if on {
        store::insert_follow(tx.db(), member, &hashtag, now).await?
    } else {
        store::delete_follow(tx.db(), member, &hashtag).await?
    };
    if changed {
        tx.record(Fact::HashtagFollowed { hashtag, on }).await?;
    }
    Ok(())
}
