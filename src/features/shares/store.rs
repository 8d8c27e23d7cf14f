//! The statements about what shares show, beside those of the cards of posts.

use sqlx::types::Json;

use super::SharedRow;
use crate::{
    authz::Viewer,
    db::Db,
    kernel::{GroupId, PostId},
};

/// A post as a share shows it, if the viewer may read it.
pub(super) async fn find_shared(
    db: &mut Db,
    viewer: Viewer,
    post: PostId,
) -> sqlx::Result<Option<SharedRow>> {
    let row = sqlx::query_scalar!(
        r#"select shared_post($1, $2) as "shared?: Json<SharedRow>""#,
        viewer.id(),
        post.0
    );
    Ok(row.fetch_one(db).await?.map(|row| row.0))
}

/// A post that shows another one, as those are told of it who have it open.
pub(super) struct Share {
    pub(super) id: PostId,
    pub(super) group: GroupId,
    /// Its author's name, as far as all who read the group may know it.
    pub(super) who: Option<String>,
}

/// The newest shares of a post.
pub(super) async fn list_shares(db: &mut Db, post: PostId, most: i64) -> sqlx::Result<Vec<Share>> {
    // bare: told on topics that only those who may read the group of the share can subscribe to
    sqlx::query_as!(
        Share,
        r#"select s.id as "id!: PostId", s.group_id as "group!: GroupId", a.name as "who?"
           from posts s
           left join memberships m on m.group_id = s.group_id and m.member_id = s.author_id and s.anonymised_at is null
           left join members a on a.id = m.member_id
           where s.shared_id = $1 and s.deleted_at is null order by s.published_at desc limit $2"#,
        post.0,
        most
    )
    .fetch_all(db)
    .await
}
