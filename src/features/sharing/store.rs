//! The statements about shares; their cards are the room of posts'.

use crate::{
    authz::Viewer,
    db::{Db, Tx},
    kernel::{Fault, PostId},
};

/// Has a post show another one, which is not a share itself.
pub(super) async fn update(tx: &mut Tx, share: PostId, post: PostId) -> Result<bool, Fault> {
    // bare: the actor holds a permit for each of them
    let done = sqlx::query!(
        "update posts set shares = true, shared_id = $2
         where id = $1 and exists (select 1 from posts p where p.id = $2 and not p.shares and p.deleted_at is null)",
        share.0,
        post.0
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// What stands behind a post that is shared.
pub(super) enum Behind {
    /// It is no share.
    Itself,
    /// It shows this one.
    Other(PostId),
    /// It shows what is gone.
    Nothing,
}

/// What stands behind a post that the viewer may see.
pub(super) async fn find_behind(db: &mut Db, viewer: Viewer, post: PostId) -> Result<Behind, Fault> {
    let row = sqlx::query!(
        r#"select shares as "shares!", shared_id as "shared?: PostId" from visible_posts($1) where id = $2"#,
        viewer.id(),
        post.0
    );
    Ok(match row.fetch_optional(db).await? {
        Some(row) if row.shares => row.shared.map_or(Behind::Nothing, Behind::Other),
        Some(_) => Behind::Itself,
        None => Behind::Nothing,
    })
}
