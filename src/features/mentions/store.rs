//! Who can be mentioned.

use crate::{
    authz::Viewer,
    db::Db,
    kernel::{Fault, GroupId, MemberId},
    ui::{Person, Rings},
};

/// The place in addresses of a group the viewer may know.
pub(super) async fn slug(db: &mut Db, viewer: Viewer, group: GroupId) -> Result<Option<String>, Fault> {
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
pub(super) struct MentionRow {
    pub person: Person,
    pub handle: String,
}

/// People whose name or handle begins like this, whom the viewer may know and who may read the group if one is named.
pub(super) async fn mentions(
    db: &mut Db,
    viewer: Viewer,
    group: Option<GroupId>,
    words: &str,
) -> Result<Vec<MentionRow>, Fault> {
    let rows = sqlx::query!(
        r#"select p.id as "id!: MemberId", p.name as "name!", p.headline as "headline!", p.photo_version, p.rings as "rings!: Rings", p.handle as "handle!"
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
            person: Person {
                id: row.id,
                name: row.name,
                headline: row.headline,
                photo: row.photo_version,
                rings: row.rings,
            },
            handle: row.handle,
        })
        .collect())
}
