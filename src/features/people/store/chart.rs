//! The statements of the organisation chart.

use uuid::Uuid;

use crate::{
    authz::Viewer,
    db::Db,
    features::fields::FieldId,
    kernel::{Fault, MemberId},
    ui::Rings,
};

/// Somebody in the organisation chart.
pub(in super::super) struct Placed {
    pub(in super::super) id: MemberId,
    pub(in super::super) name: String,
    pub(in super::super) headline: String,
    pub(in super::super) photo_version: Option<Uuid>,
    pub(in super::super) rings: Rings,
    pub(in super::super) above: Option<MemberId>,
}

/// Someone and those below them, or from the top: those who have people below them and nobody above. Nobody whose
/// manager the viewer may not read.
pub(in super::super) async fn below(
    db: &mut Db,
    viewer: Viewer,
    chart: FieldId,
    of: Option<MemberId>,
) -> Result<Vec<Placed>, Fault> {
    let placed = sqlx::query_as!(
        Placed,
        r#"with recursive lines as materialized (
               select v.member_id, v.person_id from visible_field_values($1) v
               where v.field_id = $2 and v.person_id in (select p.id from visible_members($1) p)),
           down(id, above, depth) as (
               select p.id, null::uuid, 0 from visible_members($1) p
               where p.id = $3
                  or ($3 is null and exists (select 1 from lines l where l.person_id = p.id)
                      and not exists (select 1 from lines l where l.member_id = p.id))
               union all
               select l.member_id, l.person_id, d.depth + 1 from down d join lines l on l.person_id = d.id where d.depth < 8)
           select p.id as "id!: MemberId", p.name as "name!", p.headline as "headline!", p.photo_version, p.rings as "rings!: Rings", d.above as "above: MemberId"
           from down d join visible_members($1) p on p.id = d.id and p.suspended_at is null
           order by d.depth, folded(p.name), p.id limit 500"#,
        viewer.id(),
        chart.0,
        of.map(|of| of.0)
    )
    .fetch_all(db)
    .await?;
    Ok(placed)
}

/// Those above someone, the nearest first.
pub(in super::super) async fn above(
    db: &mut Db,
    viewer: Viewer,
    chart: FieldId,
    of: MemberId,
) -> Result<Vec<Placed>, Fault> {
    let placed = sqlx::query_as!(
        Placed,
        r#"with recursive up(id, depth) as (
               select v.person_id, 1 from visible_field_values($1) v where v.field_id = $2 and v.member_id = $3
               union all
               select v.person_id, u.depth + 1 from up u join visible_field_values($1) v on v.field_id = $2 and v.member_id = u.id
               where u.depth < 20)
           select p.id as "id!: MemberId", p.name as "name!", p.headline as "headline!", p.photo_version, p.rings as "rings!: Rings", null::uuid as "above: MemberId"
           from up u join visible_members($1) p on p.id = u.id order by u.depth"#,
        viewer.id(),
        chart.0,
        of.0
    )
    .fetch_all(db)
    .await?;
    Ok(placed)
}
