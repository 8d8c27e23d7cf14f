//! What is read and written where a group meets someone who is not in it yet: invitations that wait, mentions.

use crate::{
    authz::Viewer,
    db::{Db, Tx},
    kernel::{Fault, GroupId, InvitationId, MemberId, Timestamp},
    ui::Person,
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
                 select 1 from memberships m join members p on p.id = m.member_id
                 where m.group_id = i.group_id and m.member_id = i.invited_by and m.role = 'manager' and p.suspended_at is null))
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

/// The place in addresses of a group the viewer may know.
pub(in super::super) async fn slug(
    db: &mut Db,
    viewer: Viewer,
    group: GroupId,
) -> Result<Option<String>, Fault> {
    let slug = sqlx::query_scalar!(
        r#"select slug as "slug!" from visible_groups($1) where id = $2"#,
        viewer.id(),
        group.0
    )
    .fetch_optional(db)
    .await?;
    Ok(slug)
}

/// Someone who can be mentioned.
pub(in super::super) struct MentionRow {
    pub person: Person,
    pub handle: String,
}

/// People whose name or handle begins like this, whom the viewer may know and who may read the group if one is named.
pub(in super::super) async fn mentions(
    db: &mut Db,
    viewer: Viewer,
    group: Option<GroupId>,
    words: &str,
) -> Result<Vec<MentionRow>, Fault> {
    let rows = sqlx::query!(
        r#"select p.id as "id!: MemberId", p.name as "name!", p.headline as "headline!", p.photo_version, p.handle as "handle!"
           from visible_members($1) p
           where p.suspended_at is null
             and (starts_with(p.handle, folded($3)) or strpos(' ' || replace(folded(p.name), '-', ' '), ' ' || folded($3)) > 0)
             and ($2::uuid is null or exists (select 1 from group_readers($2) r where r.id = p.id))
           order by strpos(folded(p.name), folded($3)) <> 1, folded(p.name), p.id limit 8"#,
        viewer.id(),
        group.map(|group| group.0),
        words
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| MentionRow {
            person: Person { id: row.id, name: row.name, headline: row.headline, photo: row.photo_version },
            handle: row.handle,
        })
        .collect())
}
