//! The statements about files.

use uuid::Uuid;

use super::{
    jobs::Waiting,
    model::{Attached, NewFile},
};
use crate::{
    authz::Viewer,
    db::Db,
    kernel::{DraftId, FileId, GroupId, MemberId, PostId, Timestamp},
};

pub(super) async fn insert(
    db: &mut Db,
    uploader: MemberId,
    file: &NewFile,
    now: Timestamp,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into files (id, uploader_id, name, kind, bytes, uploaded_at, seconds) values ($1, $2, $3, $4, $5, $6, $7)",
        file.id.0,
        uploader.0,
        file.name,
        file.kind,
        file.bytes,
        now,
        file.seconds
    )
    .execute(&mut *db)
    .await?;
    if let Some((width, height)) = file.poster {
        keep_pages(db, file.id, Some(1), &[DrawnPage { number: 1, width, height }]).await?;
    }
    Ok(())
}

/// Keeps how long a loose file of the member takes. Says whether it was there.
pub(super) async fn keep_seconds(
    db: &mut Db,
    member: MemberId,
    id: FileId,
    seconds: i32,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "update files set seconds = $3 where id = $1 and uploader_id = $2 and post_id is null",
        id.0,
        member.0,
        seconds
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The size of the poster of a film.
pub(super) async fn poster_size(db: &mut Db, id: FileId) -> sqlx::Result<Option<(i32, i32)>> {
    // bare: of a file that the caller found among those one may see
    let row = sqlx::query!("select width, height from file_pages where file_id = $1 and number = 1", id.0);
    Ok(row.fetch_optional(db).await?.map(|page| (page.width, page.height)))
}

/// Gives files their place in a post, in this order: loose ones of the member, and those that are there already.
pub(super) async fn place(db: &mut Db, member: MemberId, ids: &[Uuid], post: PostId) -> sqlx::Result<u64> {
    let placed = sqlx::query!(
        "update files f set post_id = $2, position = wanted.position::smallint
         from unnest($3::uuid[]) with ordinality as wanted (id, position)
         where f.id = wanted.id and ((f.uploader_id = $1 and f.post_id is null) or f.post_id = $2)",
        member.0,
        post.0,
        ids
    )
    .execute(db)
    .await?;
    Ok(placed.rows_affected())
}

/// Lets these loose files of the member wait in a draft, and no others.
pub(super) async fn wait(db: &mut Db, member: MemberId, ids: &[Uuid], draft: DraftId) -> sqlx::Result<()> {
    sqlx::query!("update files set draft_id = null where draft_id = $1 and id <> all ($2)", draft.0, ids)
        .execute(&mut *db)
        .await?;
    sqlx::query!(
        "update files f set draft_id = $2, position = wanted.position::smallint
         from unnest($3::uuid[]) with ordinality as wanted (id, position)
         where f.id = wanted.id and f.uploader_id = $1 and f.post_id is null",
        member.0,
        draft.0,
        ids
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Deletes the rows of a post but these.
pub(super) async fn keep_only(db: &mut Db, ids: &[Uuid], post: PostId) -> sqlx::Result<()> {
    sqlx::query!("delete from files where post_id = $1 and id <> all ($2)", post.0, ids).execute(db).await?;
    Ok(())
}

/// Deletes a loose file of the member. Says whether it was there.
pub(super) async fn delete_loose(db: &mut Db, member: MemberId, id: FileId) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "delete from files where id = $1 and uploader_id = $2 and post_id is null",
        id.0,
        member.0
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

pub(super) async fn delete_stale(db: &mut Db, before: Timestamp) -> sqlx::Result<u64> {
    let gone = sqlx::query!(
        "delete from files where uploaded_at < $1 and post_id is null and draft_id is null",
        before
    )
    .execute(db)
    .await?;
    Ok(gone.rows_affected())
}

/// The ids of rows behind one, in their order.
pub(super) async fn list_ids(db: &mut Db, after: Uuid, most: i64) -> sqlx::Result<Vec<Uuid>> {
    // bare: the sweep asks for rows of any place
    sqlx::query_scalar!("select id from files where id > $1 order by id limit $2", after, most)
        .fetch_all(db)
        .await
}

/// These files, in this order, as far as the viewer may see them.
pub(super) async fn list(db: &mut Db, viewer: Viewer, ids: &[Uuid]) -> sqlx::Result<Vec<Attached>> {
    sqlx::query_as!(
        Attached,
        r#"select f.id as "id!: FileId", f.name as "name!", f.kind as "kind!", f.bytes as "bytes!", f.page_count, f.worded as "worded!", f.seconds
           from unnest($2::uuid[]) with ordinality as wanted (id, place) join visible_files($1) f on f.id = wanted.id
           order by wanted.place"#,
        viewer.id(),
        ids
    )
    .fetch_all(db)
    .await
}

/// Those of these files, in this order, that are the viewer's own and without a place.
pub(super) async fn list_loose(db: &mut Db, viewer: Viewer, ids: &[Uuid]) -> sqlx::Result<Vec<Attached>> {
    sqlx::query_as!(
        Attached,
        r#"select f.id as "id!: FileId", f.name as "name!", f.kind as "kind!", f.bytes as "bytes!", f.page_count, f.worded as "worded!", f.seconds
           from unnest($2::uuid[]) with ordinality as wanted (id, place) join visible_files($1) f on f.id = wanted.id
           where f.uploader_id = $1 and f.post_id is null order by wanted.place"#,
        viewer.id(),
        ids
    )
    .fetch_all(db)
    .await
}

/// The files of a post, in their order.
pub(super) async fn of_post(db: &mut Db, viewer: Viewer, post: PostId) -> sqlx::Result<Vec<Attached>> {
    sqlx::query_as!(
        Attached,
        r#"select f.id as "id!: FileId", f.name as "name!", f.kind as "kind!", f.bytes as "bytes!", f.page_count, f.worded as "worded!", f.seconds
           from visible_files($1) f where f.post_id = $2 order by f.position"#,
        viewer.id(),
        post.0
    )
    .fetch_all(db)
    .await
}

/// Files that were not read yet: those of a post, or the newest of all.
pub(super) async fn unread(db: &mut Db, post: Option<PostId>, most: i64) -> sqlx::Result<Vec<Waiting>> {
    // bare: their words go to the index, which is asked through found_texts; the fact goes to those who read the group
    sqlx::query_as!(
        Waiting,
        r#"select f.id as "id: FileId", f.kind, p.id as "post: PostId", p.group_id as "group: GroupId"
           from files f join posts p on p.id = f.post_id
           where f.read_at is null and ($1::uuid is null or f.post_id = $1) order by f.id desc limit $2"#,
        post.map(|post| post.0),
        most
    )
    .fetch_all(db)
    .await
}

/// Keeps the text of a file in these passages, in place of those it had. The index follows in the same statement.
pub(super) async fn keep_text(
    db: &mut Db,
    id: FileId,
    passages: &[String],
    now: Timestamp,
) -> sqlx::Result<()> {
    sqlx::query!("delete from file_passages where file_id = $1", id.0).execute(&mut *db).await?;
    // bare: the same; gone meanwhile, it has no text either
    sqlx::query!(
        "insert into file_passages (file_id, number, text, words)
         select f.id, p.number::smallint, p.text, passage_words(p.text)
         from files f, unnest($2::text[]) with ordinality as p (text, number) where f.id = $1",
        id.0,
        passages
    )
    .execute(&mut *db)
    .await?;
    let worded = !passages.is_empty();
    sqlx::query!("update files set read_at = $2, worded = $3 where id = $1", id.0, now, worded)
        .execute(db)
        .await?;
    Ok(())
}

/// Keeps which pages of a file are drawn, in place of those it had, and how many it has in all.
pub(super) async fn keep_pages(
    db: &mut Db,
    id: FileId,
    count: Option<i32>,
    pages: &[DrawnPage],
) -> sqlx::Result<()> {
    sqlx::query!("delete from file_pages where file_id = $1", id.0).execute(&mut *db).await?;
    let number: Vec<i16> = pages.iter().map(|page| page.number).collect();
    let width: Vec<i32> = pages.iter().map(|page| page.width).collect();
    let height: Vec<i32> = pages.iter().map(|page| page.height).collect();
    // bare: the same
    sqlx::query!(
        "insert into file_pages (file_id, number, width, height)
         select f.id, p.number, p.width, p.height
         from files f, unnest($2::smallint[], $3::integer[], $4::integer[]) as p (number, width, height) where f.id = $1",
        id.0,
        &number,
        &width,
        &height
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!("update files set page_count = $2 where id = $1", id.0, count).execute(&mut *db).await?;
    Ok(())
}

/// A page that is drawn.
pub(super) struct DrawnPage {
    /// Which, from 1.
    pub(super) number: i16,
    /// Of the large picture, in pixels.
    pub(super) width: i32,
    pub(super) height: i32,
}

/// The pages of a file that are drawn, in their order.
pub(super) async fn list_pages(db: &mut Db, viewer: Viewer, id: FileId) -> sqlx::Result<Vec<DrawnPage>> {
    sqlx::query_as!(
        DrawnPage,
        "select d.number, d.width, d.height from visible_files($1) f join file_pages d on d.file_id = f.id
         where f.id = $2 order by d.number",
        viewer.id(),
        id.0
    )
    .fetch_all(db)
    .await
}

/// Whether this page of a file is drawn.
pub(super) async fn has_page(db: &mut Db, viewer: Viewer, id: FileId, number: i16) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select 1 from visible_files($1) f join file_pages d on d.file_id = f.id
                          where f.id = $2 and d.number = $3) as "is!""#,
        viewer.id(),
        id.0,
        number
    )
    .fetch_one(db)
    .await
}

/// The beginning of the text of a file, in passages.
pub(super) async fn list_passages(
    db: &mut Db,
    viewer: Viewer,
    id: FileId,
    most: i64,
) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar!(
        "select p.text from visible_files($1) f join file_passages p on p.file_id = f.id
         where f.id = $2 order by p.number limit $3",
        viewer.id(),
        id.0,
        most
    )
    .fetch_all(db)
    .await
}

/// What is known of a file beside what it is.
pub(super) struct Held {
    pub(super) post: Option<PostId>,
    /// Of the post's group.
    pub(super) slug: Option<String>,
    pub(super) page_count: Option<i32>,
    /// Whether it was read, with or without success.
    pub(super) read: bool,
}

pub(super) async fn find_held(db: &mut Db, viewer: Viewer, id: FileId) -> sqlx::Result<Option<Held>> {
    sqlx::query_as!(
        Held,
        r#"select p.id as "post?: PostId", g.slug as "slug?", f.page_count, f.read_at is not null as "read!"
           from visible_files($1) f left join visible_posts($1) p on p.id = f.post_id
           left join visible_groups($1) g on g.id = p.group_id where f.id = $2"#,
        viewer.id(),
        id.0
    )
    .fetch_optional(db)
    .await
}

/// Lets the text of all files of posts be looked for again. Says how many they are.
pub(super) async fn forget_reading(db: &mut Db) -> sqlx::Result<u64> {
    let done =
        sqlx::query!("update files set read_at = null where post_id is not null and read_at is not null")
            .execute(db)
            .await?;
    Ok(done.rows_affected())
}
