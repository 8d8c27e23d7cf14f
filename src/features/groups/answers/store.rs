//! What is read and written where a group meets someone who is not in it yet: invitations that wait.

use crate::{
    authz::Viewer,
    db::{Db, Tx},
    kernel::{Fault, GroupId, InvitationId, MemberId, Timestamp},
};

/// Answers an invitation made to someone: it must be open, and whoever made it must still be able to.
pub(super) async fn answer(
    tx: &mut Tx,
    id: InvitationId,
    member: MemberId,
    accepted: bool,
) -> Result<Option<GroupId>, Fault> {
    let now = tx.now();
    let group = sqlx::query_scalar!(
        // bare: the conditions are the right itself
        r#"update invitations i set answered_at = $3, uses = case when $4 then 1 else i.uses end
           where i.id = $1 and i.member_id = $2 and i.answered_at is null and i.revoked_at is null and i.expires_at > $3
             and (not $4 or exists (
                 select 1 from memberships m join members p on p.id = m.member_id join groups g on g.id = m.group_id
                 where m.group_id = i.group_id and m.member_id = i.invited_by and role_reaches(m.role, g.may_invite)
                   and p.suspended_at is null and g.archived_at is null and g.deleted_at is null and g.locked_since is null))
           returning i.group_id as "group: GroupId""#,
        id.0,
        member.0,
        now,
        accepted
    )
    .fetch_optional(tx.db())
    .await?;
    Ok(group.flatten())
}

/// An invitation that waits for the viewer.
pub(in super::super) struct WaitingRow {
    pub id: InvitationId,
    pub slug: String,
    pub name: String,
    pub purpose: String,
    pub icon: String,
    pub hue: String,
    pub level: String,
    pub message: String,
    pub inviter: Option<String>,
    pub created_at: Timestamp,
}

/// The invitations that wait for the viewer; into one group, or into all.
pub(in super::super) async fn waiting(
    db: &mut Db,
    viewer: Viewer,
    group: Option<GroupId>,
) -> Result<Vec<WaitingRow>, Fault> {
    let rows = sqlx::query_as!(
        WaitingRow,
        // bare: the viewer's own invitations
        r#"select i.id as "id!: InvitationId", g.slug as "slug!", g.name as "name!", g.purpose as "purpose!", g.icon as "icon!",
                  g.hue as "hue!", g.level as "level!", i.message as "message!", p.name as "inviter?", i.created_at as "created_at!"
           from invitations i join visible_groups($1) g on g.id = i.group_id
           left join visible_members($1) p on p.id = i.invited_by
           where i.member_id = $1 and ($2::uuid is null or g.id = $2)
             and i.answered_at is null and i.revoked_at is null and i.expires_at > now()
           order by i.created_at desc, i.id limit 20"#,
        viewer.id(),
        group.map(|group| group.0)
    )
    .fetch_all(db)
    .await?;
    Ok(rows)
}
