//! Who follows what a post carries, and who heard of it in another group.

use std::collections::HashSet;

use uuid::Uuid;

use crate::{
    db::Db,
    kernel::{Fault, GroupId, LabelId, MemberId, PostId},
};

/// Who follows the hashtags of a publication, by hashtag.
pub(in super::super) async fn hashtag_followers(
    db: &mut Db,
    post: PostId,
) -> Result<Vec<(String, Vec<MemberId>)>, Fault> {
    // bare: whether they may see it is asked when the line is written
    let rows = sqlx::query!(
        r#"select f.hashtag as "hashtag!", array_agg(f.member_id) as "members!: Vec<MemberId>"
           from search_texts t join hashtag_follows f on f.hashtag = any (t.hashtags)
           where t.id = $1 group by f.hashtag order by f.hashtag"#,
        post.0
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.hashtag, row.members)).collect())
}

/// Who follows the labels that a post carries, by the name of the label: all of them, or only these.
pub(in super::super) async fn label_followers(
    db: &mut Db,
    post: PostId,
    only: Option<&[LabelId]>,
) -> Result<Vec<(String, Vec<MemberId>)>, Fault> {
    let only: Option<Vec<Uuid>> = only.map(|labels| labels.iter().map(|label| label.0).collect());
    // bare: whether they may see it is asked when the line is written
    let rows = sqlx::query!(
        r#"select l.name as "name!", array_agg(f.member_id) as "members!: Vec<MemberId>"
           from post_labels pl
           join posts p on p.id = pl.post_id
           join labels l on l.id = pl.label_id and l.archived_at is null and (l.group_id is null or (l.group_id = p.group_id and not p.joint))
           join label_follows f on f.label_id = l.id
           where pl.post_id = $1 and ($2::uuid[] is null or l.id = any ($2)) group by l.id order by l.name"#,
        post.0,
        only.as_deref()
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.name, row.members)).collect())
}

/// The posts that were published at once with this one and stand before it, each with its group.
pub(in super::super) async fn published_before(
    db: &mut Db,
    post: PostId,
) -> Result<Vec<(GroupId, PostId)>, Fault> {
    // bare: asked before anyone is told
    let rows = sqlx::query!(
        r#"select p.group_id as "group!: GroupId", p.id as "post!: PostId"
           from posts_together this
           join posts_together other on other.together = this.together and other.post_id < this.post_id
           join posts p on p.id = other.post_id and p.deleted_at is null
           where this.post_id = $1 order by p.id"#,
        post.0
    );
    Ok(rows.fetch_all(db).await?.into_iter().map(|row| (row.group, row.post)).collect())
}

/// Who has a line about a post that was published at once with this one.
pub(in super::super) async fn told_beside(db: &mut Db, post: PostId) -> Result<HashSet<MemberId>, Fault> {
    let told = sqlx::query_scalar!(
        r#"select n.member_id as "member!: MemberId"
           from posts_together this
           join posts_together other on other.together = this.together and other.post_id < this.post_id
           join notices n on n.post_id = other.post_id
           where this.post_id = $1 -- bare: asked before anyone is told"#,
        post.0
    );
    Ok(told.fetch_all(db).await?.into_iter().collect())
}

/// Those of these people who may read the group.
pub(in super::super) async fn readers_among(
    db: &mut Db,
    group: GroupId,
    people: &[MemberId],
) -> Result<Vec<MemberId>, Fault> {
    let ids: Vec<Uuid> = people.iter().map(|member| member.0).collect();
    let readers = sqlx::query_scalar!(
        r#"select r.id as "id!: MemberId" from group_readers($1) r where r.id = any ($2)"#,
        group.0,
        &ids
    );
    Ok(readers.fetch_all(db).await?)
}

/// Who wrote the post that a share shows, while both stand, and whether they may read the share.
pub(crate) async fn shared_author(db: &mut Db, share: PostId) -> Result<Option<(MemberId, bool)>, Fault> {
    // bare: told to its author
    let row = sqlx::query!(
        r#"select p.author_id as "author!: MemberId",
                  exists (select 1 from group_readers(s.group_id) r where r.id = p.author_id) as "reads!"
           from posts s join posts p on p.id = s.shared_id and p.deleted_at is null
           where s.id = $1 and s.deleted_at is null"#,
        share.0
    );
    Ok(row.fetch_optional(db).await?.map(|row| (row.author, row.reads)))
}
