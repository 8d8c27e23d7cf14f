//! The statements about previews; those of cards are the room of posts'.

use sqlx::types::Json;

use super::{Face, Page};
use crate::{
    db::{Db, Tx},
    kernel::{Fault, GroupId, PostId, PreviewId, Timestamp},
};

/// A preview that a post wants.
pub(super) struct Asked {
    pub(super) id: PreviewId,
    /// Whether its page has to be looked at.
    pub(super) anew: bool,
}

/// The preview of an address: a new one, or that which is there, to be looked at again where what was found is older than
/// the first instant, or nothing was found before the second.
pub(super) async fn ask(
    tx: &mut Tx,
    url: &str,
    (good, missed): (Timestamp, Timestamp),
) -> Result<Asked, Fault> {
    let now = tx.now();
    // bare: by the address that someone writes
    let row = sqlx::query_as!(
        Asked,
        r#"with anew as (
               insert into previews as v (id, url, asked_at) values ($1, $2, $3)
               on conflict (url) do update set asked_at = excluded.asked_at
               where v.looked_at >= v.asked_at and (v.looked_at < $4 or (v.title = '' and v.looked_at < $5))
               returning id)
           select id as "id!: PreviewId", true as "anew!" from anew
           union all
           select id, false from previews where url = $2 and not exists (select 1 from anew)"#,
        PreviewId::new(now).0,
        url,
        now,
        good,
        missed
    );
    Ok(row.fetch_one(tx.db()).await?)
}

/// Which preview a post has.
pub(super) async fn update_post(tx: &mut Tx, post: PostId, preview: Option<PreviewId>) -> Result<(), Fault> {
    sqlx::query!(
        "update posts set preview_id = $2 where id = $1 and preview_id is distinct from $2",
        post.0,
        preview.map(|id| id.0)
    )
    .execute(tx.db())
    .await?;
    Ok(())
}

/// Whether a post shows it.
pub(super) async fn update_shown(tx: &mut Tx, post: PostId, shown: bool) -> Result<(), Fault> {
    sqlx::query!("update posts set preview_off = $2 where id = $1 and preview_off <> $2", post.0, !shown)
        .execute(tx.db())
        .await?;
    Ok(())
}

/// The address of a preview whose page waits to be looked at.
pub(super) async fn find_asked(db: &mut Db, preview: PreviewId) -> Result<Option<String>, Fault> {
    // bare: for the job that looks
    let url = sqlx::query_scalar!(
        "select url from previews where id = $1 and (looked_at is null or looked_at < asked_at)",
        preview.0
    );
    Ok(url.fetch_optional(db).await?)
}

/// Writes down what a page said of itself, if that still waits.
pub(super) async fn update(tx: &mut Tx, preview: PreviewId, page: &Page) -> Result<bool, Fault> {
    let now = tx.now();
    let done = sqlx::query!(
        "update previews set title = $2, description = $3, site = $4, looked_at = $5, film = $6
         where id = $1 and (looked_at is null or looked_at < asked_at)",
        preview.0,
        page.title,
        page.description,
        page.site,
        now,
        page.film
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// A post that shows a preview, for everybody who listens.
pub(super) struct Told {
    pub(super) post: PostId,
    pub(super) group: GroupId,
    pub(super) face: Option<Json<Face>>,
}

/// The newest posts that show a preview.
pub(super) async fn list_told(db: &mut Db, preview: PreviewId, most: i64) -> Result<Vec<Told>, Fault> {
    // bare: told on topics that only those who may read the group can subscribe to
    let told = sqlx::query_as!(
        Told,
        r#"select id as "post!: PostId", s.group_id as "group!: GroupId", preview_as_shown(preview_id) as "face?: Json<Face>"
           from posts cross join lateral post_groups(posts.id) s where preview_id = $1 and not preview_off and deleted_at is null
           order by published_at desc limit $2"#,
        preview.0,
        most
    );
    Ok(told.fetch_all(db).await?)
}

/// The previews whose pages wait to be looked at, with their addresses.
pub async fn list_asked(db: &mut Db) -> Result<Vec<(PreviewId, String)>, Fault> {
    // bare: for the demonstration, which looks at nothing
    let rows = sqlx::query!(
        r#"select id as "id!: PreviewId", url from previews where looked_at is null order by id"#
    );
    Ok(rows.fetch_all(db).await?.into_iter().map(|row| (row.id, row.url)).collect())
}

/// Deletes what was asked for before an instant and hangs on no post.
pub(super) async fn delete_unused(tx: &mut Tx, before: Timestamp) -> Result<(), Fault> {
    sqlx::query!(
        "delete from previews v where v.asked_at < $1 and not exists (select 1 from posts p where p.preview_id = v.id)",
        before
    )
    .execute(tx.db())
    .await?;
    Ok(())
}
