//! Keeping the index: nobody reads it but through `found_texts`.

use uuid::Uuid;

use crate::{db::Db, kernel::Fault};

/// The parts of the index.
#[derive(Clone, Copy)]
pub(in super::super) enum Part {
    Posts,
    Comments,
    Files,
}

/// Writes some texts of a part of the index anew, those behind `after`, and says where it came to.
pub(in super::super) async fn rebuild(
    db: &mut Db,
    part: Part,
    after: Uuid,
    most: i64,
) -> Result<Option<Uuid>, Fault> {
    // bare: for the index, which nobody reads but through found_texts
    let ids = match part {
        Part::Posts => {
            // bare: the same
            sqlx::query_scalar!("select id from posts where id > $1 order by id limit $2", after, most)
                .fetch_all(&mut *db)
                .await?
        }
        Part::Comments => {
            // bare: the same
            sqlx::query_scalar!("select id from comments where id > $1 order by id limit $2", after, most)
                .fetch_all(&mut *db)
                .await?
        }
        Part::Files => {
            // bare: the same
            sqlx::query_scalar!("select id from files where id > $1 order by id limit $2", after, most)
                .fetch_all(&mut *db)
                .await?
        }
    };
    sqlx::query!(
        "insert into search_texts select * from search_source where id = any ($1)
         on conflict on constraint search_texts_key do update
         set post_id = excluded.post_id, group_id = excluded.group_id, author_id = excluded.author_id, at = excluded.at, words = excluded.words,
             hashtags = excluded.hashtags",
        &ids
    )
    .execute(&mut *db)
    .await?;
    Ok(ids.last().copied())
}

/// Takes out of the index what is not there any more.
pub(in super::super) async fn forget(db: &mut Db) -> Result<u64, Fault> {
    // bare: for the index, which nobody reads but through found_texts
    let done = sqlx::query!(
        "delete from search_texts t
         where not exists (select 1 from posts p where p.id = t.post_id and p.deleted_at is null)
            or (t.kind = 'comment' and not exists (select 1 from comments c where c.id = t.id and c.deleted_at is null))
            or (t.kind = 'file' and not exists (select 1 from file_passages s where s.file_id = t.id))"
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected())
}
