//! The statements about what one keeps.

use crate::{
    authz::Viewer,
    db::Db,
    kernel::{Cursor, Fault, MemberId, PostId, Slice, Timestamp},
};

/// What the viewer keeps and may still read, last kept first, each with its place in the list.
pub async fn list(
    db: &mut Db,
    viewer: Viewer,
    before: Option<Cursor>,
    most: usize,
) -> Result<Slice<(PostId, Cursor)>, Fault> {
    let rows = sqlx::query!(
        r#"select k.post_id as "post!: PostId", k.at as "at!"
           from saved_posts k join visible_posts($1) p on p.id = k.post_id
           where k.member_id = $1 and ($2::timestamptz is null or (k.at, k.post_id) < ($2, $3::uuid))
           order by k.at desc, k.post_id desc limit $4"#,
        viewer.id(),
        before.map(|cursor| cursor.at),
        before.map(|cursor| cursor.id),
        i64::try_from(most).unwrap_or(i64::MAX).saturating_add(1)
    )
    .fetch_all(db)
    .await?;
    let rows = rows.into_iter().map(|row| (row.post, Cursor { at: row.at, id: row.post.0 }));
    Ok(Slice::cut(rows.collect(), most))
}

/// Puts a post into the list.
pub(super) async fn insert(db: &mut Db, member: MemberId, post: PostId, now: Timestamp) -> Result<(), Fault> {
    sqlx::query!(
        "insert into saved_posts (member_id, post_id, at) values ($1, $2, $3) on conflict do nothing",
        member.0,
        post.0,
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Takes it out.
pub(super) async fn delete(db: &mut Db, member: MemberId, post: PostId) -> Result<(), Fault> {
    sqlx::query!("delete from saved_posts where member_id = $1 and post_id = $2", member.0, post.0)
        .execute(db)
        .await?;
    Ok(())
}
