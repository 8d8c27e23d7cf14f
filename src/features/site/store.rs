//! Searching for groups and people by name.

use crate::{
    authz::Viewer,
    db::Db,
    kernel::{Fault, MemberId},
    ui::{Person, Rings},
};

/// How many of each a search brings.
const MOST: i64 = 8;

/// A group that was found.
pub(super) struct FoundGroup {
    pub(super) slug: String,
    pub(super) name: String,
    pub(super) purpose: String,
    pub(super) icon: String,
    pub(super) hue: String,
    pub(super) level: String,
}

/// Groups by a part of their name, small mistakes forgiven; those that begin with it first.
pub(super) async fn groups(db: &mut Db, viewer: Viewer, words: &str) -> Result<Vec<FoundGroup>, Fault> {
    let rows = sqlx::query_as!(
        FoundGroup,
        r#"select slug as "slug!", name as "name!", purpose as "purpose!", icon as "icon!", hue as "hue!", level as "level!"
           from visible_groups($1), folded($2) q
           where strpos(folded(name), q) > 0 or word_similarity(q, folded(name)) >= 0.55
           order by not starts_with(folded(name), q), strpos(' ' || folded(name), ' ' || q) = 0, strpos(folded(name), q) = 0,
                    word_similarity(q, folded(name)) desc, archived_at is not null, lower(name), id limit $3"#,
        viewer.id(),
        words,
        MOST
    )
    .fetch_all(db)
    .await?;
    Ok(rows)
}

/// People by a part of their name or handle, small mistakes forgiven; those whose name begins with it first.
pub(super) async fn people(db: &mut Db, viewer: Viewer, words: &str) -> Result<Vec<Person>, Fault> {
    let rows = sqlx::query!(
        r#"select id as "id!: MemberId", name as "name!", headline as "headline!", photo_version, rings as "rings!: Rings"
           from visible_members($1), folded($2) q
           where suspended_at is null
             and (strpos(folded(name), q) > 0 or starts_with(handle, q) or word_similarity(q, folded(name)) >= 0.55)
           order by not starts_with(folded(name), q), strpos(' ' || folded(name), ' ' || q) = 0, strpos(folded(name), q) = 0,
                    word_similarity(q, folded(name)) desc, lower(name), id limit $3"#,
        viewer.id(),
        words,
        MOST
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Person {
            id: row.id,
            name: row.name,
            headline: row.headline,
            photo: row.photo_version,
            rings: row.rings,
        })
        .collect())
}
