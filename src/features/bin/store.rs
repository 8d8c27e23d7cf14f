//! The statement about what was deleted.

use crate::{
    authz::Viewer,
    db::Db,
    kernel::{PostId, Timestamp},
};

/// A post in the bin.
pub(super) struct Binned {
    pub(super) id: PostId,
    pub(super) title: String,
    pub(super) excerpt: String,
    pub(super) lang: String,
    pub(super) author: Option<String>,
    pub(super) mine: bool,
    pub(super) group_name: String,
    pub(super) icon: String,
    pub(super) hue: String,
    pub(super) deleted_at: Timestamp,
}

/// What the viewer may restore, last deleted first.
pub(super) async fn list_bin(
    db: &mut Db,
    viewer: Viewer,
    since: Timestamp,
    most: i64,
) -> sqlx::Result<Vec<Binned>> {
    sqlx::query_as!(
        Binned,
        r#"select p.id as "id!: PostId", p.title as "title!", p.excerpt as "excerpt!", p.lang as "lang!", a.name as "author?", p.author_id = $1 as "mine!",
                  g.name as "group_name!", g.icon as "icon!", g.hue as "hue!", p.deleted_at as "deleted_at!"
           from visible_deleted_posts($1) p
           join visible_groups($1) g on g.id = p.group_id
           left join visible_members($1) a on a.id = p.author_id and p.anonymised_at is null
           where p.deleted_at > $2 order by p.deleted_at desc, p.id desc limit $3"#,
        viewer.id(),
        since,
        most
    )
    .fetch_all(db)
    .await
}
