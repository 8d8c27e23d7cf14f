//! Statements about pins.

use crate::{
    authz::Viewer,
    db::{Db, Tx},
    kernel::{Fault, GroupId, MemberId, PostId, Timestamp},
};

/// Pins a post of a group.
pub(super) async fn pin(
    tx: &mut Tx,
    (post, group): (PostId, GroupId),
    by: MemberId,
    until: Option<Timestamp>,
) -> Result<bool, Fault> {
    let now = tx.now();
    let done = sqlx::query!(
        "update posts set pinned_at = $4, pinned_by = $3, pinned_until = $5 where id = $1 and group_id = $2 and deleted_at is null",
        post.0,
        group.0,
        by.0,
        now,
        until
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Takes it down.
pub(super) async fn unpin(tx: &mut Tx, (post, group): (PostId, GroupId)) -> Result<bool, Fault> {
    let done = sqlx::query!(
        "update posts set pinned_at = null, pinned_by = null, pinned_until = null
         where id = $1 and group_id = $2 and pinned_at is not null",
        post.0,
        group.0
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Since when a post is pinned, and until when, if that is not over.
pub(super) async fn pinned(
    db: &mut Db,
    viewer: Viewer,
    post: PostId,
    now: Timestamp,
) -> Result<Option<(Timestamp, Option<Timestamp>)>, Fault> {
    let row = sqlx::query!(
        r#"select pinned_at as "at!", pinned_until as until from visible_posts($1)
           where id = $2 and pinned_at is not null and coalesce(pinned_until > $3, true)"#,
        viewer.id(),
        post.0,
        now
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| (row.at, row.until)))
}
