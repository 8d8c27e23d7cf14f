//! Who will see what is published in a group: how many, and who may be mentioned there.

use crate::{
    authz::{Level, Viewer},
    db::Db,
    kernel::{Fault, GroupId, MemberId, PostId},
};

/// How many people read what is published in a group (PRODUCT V2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
pub struct Audience {
    /// All of them; none where the number is not the viewer's to know.
    pub people: Option<i64>,
    /// The guests of the platform among them.
    pub guests: i64,
}

/// A group one may publish in, and who would read it.
#[derive(Clone, Debug, serde::Deserialize)]
pub struct Target {
    /// Which.
    pub group_id: GroupId,
    /// Its place in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// How visible it is.
    pub level: Level,
    /// Who would read it.
    #[serde(flatten)]
    pub readers: Audience,
}

/// The groups in which the viewer may publish, by name.
pub async fn targets(db: &mut Db, viewer: Viewer) -> Result<Vec<Target>, Fault> {
    let rows = sqlx::query!(
        r#"select group_id as "group_id!: GroupId", slug as "slug!", name as "name!", level as "level!", people, guests as "guests!"
           from publish_targets($1) order by lower(name), slug"#,
        viewer.id()
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Target {
            group_id: row.group_id,
            slug: row.slug,
            name: row.name,
            level: row.level.into(),
            readers: Audience { people: row.people, guests: row.guests },
        })
        .collect())
}

/// Who reads in several groups, each person once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Union {
    /// How many groups these are: those in which the viewer may publish.
    pub groups: i64,
    /// Whether one of them is open, so that the whole community reads.
    pub open: bool,
    /// Who would read it.
    pub readers: Audience,
}

/// How many people read what is published in each of these groups.
pub async fn union(db: &mut Db, viewer: Viewer, groups: &[GroupId]) -> Result<Union, Fault> {
    let groups: Vec<uuid::Uuid> = groups.iter().map(|group| group.0).collect();
    let row = sqlx::query!(
        r#"select groups as "groups!", opened as "opened!", people, guests as "guests!" from union_readers($1, $2)"#,
        viewer.id(),
        &groups
    )
    .fetch_one(db)
    .await?;
    let readers = Audience { people: row.people, guests: row.guests };
    Ok(Union { groups: row.groups, open: row.opened, readers })
}

/// The groups in which a post stands, shown or in the bin.
pub async fn groups_of(db: &mut Db, post: PostId) -> Result<Vec<GroupId>, Fault> {
    let groups = sqlx::query_scalar!(r#"select group_id as "id!: GroupId" from post_groups($1)"#, post.0);
    Ok(groups.fetch_all(db).await?)
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

/// Who reads what is written, as far as naming people in it goes.
#[derive(Clone, Copy, Debug)]
pub enum Readers<'a> {
    /// Of what is about to stand in these groups.
    Groups(&'a [GroupId]),
    /// Of a post, or of a comment on it.
    Post(PostId),
}

/// Those of the handles that belong to people who may read it there and whom the writer may know.
pub async fn mentionable(
    db: &mut Db,
    viewer: Viewer,
    readers: Readers<'_>,
    handles: &[String],
) -> Result<Vec<Mentionable>, Fault> {
    if handles.is_empty() {
        return Ok(Vec::new());
    }
    let (groups, post) = match readers {
        Readers::Groups(groups) => (groups.iter().map(|group| group.0).collect::<Vec<_>>(), None),
        Readers::Post(post) => (Vec::new(), Some(post)),
    };
    let rows = sqlx::query!(
        r#"select p.id as "id!: MemberId", p.handle as "handle!", p.name as "name!"
           from visible_members($3) p
           where p.handle = any($2)
             and exists (select 1 from (select unnest($1::uuid[]) as id union all select s.group_id from post_groups($4) s) g
                         cross join lateral group_readers(g.id) r where r.id = p.id)"#,
        &groups,
        handles,
        viewer.id(),
        post.map(|post| post.0)
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| Mentionable { id: row.id, handle: row.handle, name: row.name }).collect())
}
