//! What happens to a group that has been in the bin long enough.

use crate::{
    db::Tx,
    kernel::{Fault, GroupId, Timestamp},
};

/// Deletes for good a group that has been in the bin since before `until`, with all that is in it. Discussions that it has
/// with other groups stay with one of these.
pub(in super::super) async fn delete_binned(tx: &mut Tx, until: Timestamp) -> Result<Option<GroupId>, Fault> {
    let gone = sqlx::query_scalar!(
        // bare: what has been in the bin long enough, whoever looks
        r#"select id as "id: GroupId" from groups where deleted_at < $1 order by deleted_at limit 1 for update skip locked"#,
        until
    )
    .fetch_optional(tx.db())
    .await?;
    if let Some(group) = gone {
        // bare: the same
        sqlx::query!(
            "with heirs as (
                 select distinct on (j.post_id) j.post_id, j.group_id
                 from joint_posts j join posts p on p.id = j.post_id join groups g on g.id = j.group_id and g.deleted_at is null
                 where p.group_id = $1 order by j.post_id, g.created_at),
             parted as (delete from joint_posts j using heirs h where j.post_id = h.post_id and j.group_id = h.group_id)
             update posts p set group_id = h.group_id, pinned_at = null, pinned_by = null, pinned_until = null
             from heirs h where p.id = h.post_id",
            group.0
        )
        .execute(tx.db())
        .await?;
        sqlx::query!("delete from groups where id = $1", group.0).execute(tx.db()).await?;
    }
    Ok(gone)
}
