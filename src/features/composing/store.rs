//! The statements about what was published at once.

use uuid::Uuid;

use crate::{
    authz::Viewer,
    db::Db,
    kernel::{Fault, PostId},
};

/// A post and the group it stands in.
pub(super) struct Published {
    pub(super) id: PostId,
    pub(super) group: String,
    pub(super) icon: String,
    pub(super) hue: String,
}

/// Those of the posts that the viewer wrote and may see, by the names of their groups.
pub(super) async fn list_published(
    db: &mut Db,
    viewer: Viewer,
    posts: &[PostId],
) -> Result<Vec<Published>, Fault> {
    let ids: Vec<Uuid> = posts.iter().map(|post| post.0).collect();
    let posts = sqlx::query_as!(
        Published,
        r#"select p.id as "id!: PostId", g.name as "group!", g.icon as "icon!", g.hue as "hue!"
           from visible_posts($1) p join visible_groups($1) g on g.id = p.group_id
           where p.id = any ($2) and p.author_id = $1 order by folded(g.name), g.id"#,
        viewer.id(),
        &ids
    );
    Ok(posts.fetch_all(db).await?)
}
