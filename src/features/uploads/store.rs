//! The statements about files on their way.

use uuid::Uuid;

use crate::{
    db::Db,
    kernel::{FileId, MemberId, Timestamp},
};

/// How many a member has on their way, having forgotten the silent ones if these are too many.
pub(super) async fn count_after_making_room(
    db: &mut Db,
    member: MemberId,
    most: i64,
    silent: Timestamp,
) -> sqlx::Result<i64> {
    sqlx::query!(
        "delete from uploads u where u.uploader_id = $1 and u.heard_at < $3
             and (select count(*) from uploads where uploader_id = $1) >= $2",
        member.0,
        most,
        silent
    )
    .execute(&mut *db)
    .await?;
    // bare: a member's own, which nobody else can see
    sqlx::query_scalar!(r#"select count(*) as "count!" from uploads where uploader_id = $1"#, member.0)
        .fetch_one(db)
        .await
}

pub(super) async fn insert(
    db: &mut Db,
    member: MemberId,
    id: FileId,
    (name, total): (&str, i64),
    now: Timestamp,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into uploads (id, uploader_id, name, total, heard_at) values ($1, $2, $3, $4, $5)",
        id.0,
        member.0,
        name,
        total,
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Adds a part behind what was there. Says no where that is not its end any more.
pub(super) async fn grow(
    db: &mut Db,
    member: MemberId,
    (id, here): (FileId, i64),
    (part, bytes): (Uuid, i64),
    now: Timestamp,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "update uploads set here = here + $4, parts = parts || $5::uuid, heard_at = $6
         where id = $1 and uploader_id = $2 and here = $3",
        id.0,
        member.0,
        here,
        bytes,
        part,
        now
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

pub(super) async fn delete(db: &mut Db, member: MemberId, id: FileId) -> sqlx::Result<bool> {
    let done = sqlx::query!("delete from uploads where id = $1 and uploader_id = $2", id.0, member.0)
        .execute(db)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Gives up files of which nothing came since then. Says how many.
pub(super) async fn delete_silent(db: &mut Db, before: Timestamp) -> sqlx::Result<u64> {
    let done = sqlx::query!("delete from uploads where heard_at < $1", before).execute(db).await?;
    Ok(done.rows_affected())
}

/// Which are on their way.
pub(super) async fn list_ids(db: &mut Db) -> sqlx::Result<Vec<Uuid>> {
    // bare: the sweep asks for anybody's
    sqlx::query_scalar!("select id from uploads").fetch_all(db).await
}
