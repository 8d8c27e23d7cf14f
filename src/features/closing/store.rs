//! When the comments of a post were closed.

use crate::{
    db::Tx,
    kernel::{Fault, GroupId, PostId},
};

/// Closes the comments of a post of a group or opens them again. Says whether that changed anything.
pub(super) async fn close(tx: &mut Tx, (post, group): (PostId, GroupId), on: bool) -> Result<bool, Fault> {
    let at = on.then_some(tx.now());
    let done = sqlx::query!(
        "update posts set comments_closed_at = $3
         where id = $1 and group_id = $2 and deleted_at is null and (comments_closed_at is null) = ($3::timestamptz is not null)",
        post.0,
        group.0,
        at
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected() == 1)
}
