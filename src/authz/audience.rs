//! Who will see what is published in a group: how many, and who may be mentioned there.

use crate::{
    authz::Viewer,
    db::Db,
    kernel::{Fault, GroupId, MemberId},
};

/// How many people read a group (PRODUCT V2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Audience {
    /// All of them.
    pub people: i64,
    /// Those among them who are guests of the platform.
    pub guests: i64,
}

/// Counts the readers of a group.
pub async fn count(db: &mut Db, group: GroupId) -> Result<Audience, Fault> {
    let row = sqlx::query!(
        r#"select count(*) as "people!", count(*) filter (where external) as "guests!" from group_readers($1)"#,
        group.0
    )
    .fetch_one(db)
    .await?;
    Ok(Audience { people: row.people, guests: row.guests })
}

/// Someone who may be mentioned.
#[derive(Clone, Debug)]
pub struct Mentionable {
    /// Who.
    pub id: MemberId,
    /// What is written behind the `@`.
    pub handle: String,
    /// What is shown instead.
    pub name: String,
}

/// Those of the handles that belong to people who may read the group and whom the writer may know.
pub async fn mentionable(
    db: &mut Db,
    viewer: Viewer,
    group: GroupId,
    handles: &[String],
) -> Result<Vec<Mentionable>, Fault> {
    if handles.is_empty() {
        return Ok(Vec::new());
    }
    let rows = sqlx::query!(
        r#"select p.id as "id!: MemberId", p.handle as "handle!", p.name as "name!"
           from group_readers($1) p
           where p.handle = any($2) and exists (select 1 from visible_members($3) v where v.id = p.id)"#,
        group.0,
        handles,
        viewer.id()
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| Mentionable { id: row.id, handle: row.handle, name: row.name }).collect())
}
