//! The statements about hashtags.

use crate::{
    authz::Viewer,
    db::Db,
    kernel::{Fault, MemberId, PostId, Timestamp},
};

/// A hashtag, and how many of the newest texts carry it.
pub(crate) struct Counted {
    /// As it stands in addresses.
    pub(crate) hashtag: String,
    /// How many texts.
    pub(crate) count: i64,
}

/// The hashtags most often used in the newest texts with hashtags that the viewer may read, among those that begin like
/// this.
pub(crate) async fn like(
    db: &mut Db,
    viewer: Viewer,
    beginning: &str,
    most: i64,
) -> Result<Vec<Counted>, Fault> {
    let found = sqlx::query_as!(
        Counted,
        r#"select tag as "hashtag!", count(*) as "count!"
           from tagged_texts($1, 2000) t cross join unnest(t.hashtags) tag
           where starts_with(folded(tag), folded($2))
           group by tag order by count(*) desc, tag limit $3"#,
        viewer.id(),
        beginning,
        most
    );
    Ok(found.fetch_all(db).await?)
}

/// The newest publications that carry a hashtag, themselves or in their comments.
pub(super) async fn posts(
    db: &mut Db,
    viewer: Viewer,
    hashtag: &str,
    most: i64,
) -> Result<Vec<PostId>, Fault> {
    // The key of a hashtag holds letters, digits, `_` and ’ alone: it needs no quoting (kernel::markup::hashtag).
    let posts = sqlx::query_scalar!(
        r#"select post_id as "post!: PostId" from found_texts($1, ''::tsquery, ('''@#' || $2::text || '''')::tsquery, null, $3)
           group by post_id order by max(at) desc, post_id"#,
        viewer.id(),
        hashtag,
        most
    );
    Ok(posts.fetch_all(db).await?)
}

/// What someone follows, by name.
pub(super) async fn followed(db: &mut Db, me: Viewer) -> Result<Vec<String>, Fault> {
    let followed = sqlx::query_scalar!(
        "select hashtag from hashtag_follows where member_id = $1 order by hashtag",
        me.id()
    );
    Ok(followed.fetch_all(db).await?)
}

/// Notes that someone follows; not twice, and not without end.
pub(super) async fn insert_follow(
    db: &mut Db,
    me: MemberId,
    hashtag: &str,
    now: Timestamp,
) -> Result<bool, Fault> {
    let done = sqlx::query!(
        "insert into hashtag_follows (member_id, hashtag, since)
         select $1, $2, $3 where (select count(*) from hashtag_follows where member_id = $1) < 200
         on conflict do nothing",
        me.0,
        hashtag,
        now
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Notes that someone does not follow any more.
pub(super) async fn delete_follow(db: &mut Db, me: MemberId, hashtag: &str) -> Result<bool, Fault> {
    let done =
        sqlx::query!("delete from hashtag_follows where member_id = $1 and hashtag = $2", me.0, hashtag)
            .execute(db)
            .await?;
    Ok(done.rows_affected() == 1)
}
