//! Closing comments.

use super::store;
use crate::{
    authz::{CloseComments, Permit},
    db::{Fact, Tx},
    kernel::Fault,
};

/// Closes the comments of a post, or opens them again. As they are already: nothing happens.
pub async fn close(tx: &mut Tx, permit: &Permit<CloseComments>, on: bool) -> Result<(), Fault> {
    let (group, post) = (permit.about().group.id, permit.about().id);
    if store::close(tx, (post, group), on).await? {
        let fact =
            if on { Fact::CommentsClosed { group, post } } else { Fact::CommentsReopened { group, post } };
        tx.record(fact).await?;
    }
    Ok(())
}
