//! The statements about pictures.

use uuid::Uuid;

use crate::{
    authz::Viewer,
    db::Db,
    kernel::{CommentId, DraftId, Fault, MemberId, PictureId, PostId, PreviewId, Timestamp},
};

use super::{Copied, Picture, Place, Prepared};

/// The columns of a place: of the first four one is filled, the last beside a poll.
#[derive(Default)]
struct Columns {
    post: Option<Uuid>,
    comment: Option<Uuid>,
    group: Option<Uuid>,
    poll: Option<Uuid>,
    choice: Option<i16>,
}

impl Place {
    fn columns(self) -> Columns {
        match self {
            Self::Post(id) => Columns { post: Some(id.0), ..Columns::default() },
            Self::Comment(id) => Columns { comment: Some(id.0), ..Columns::default() },
            Self::Group(id) => Columns { group: Some(id.0), ..Columns::default() },
            Self::Choice(id, number) => {
                Columns { poll: Some(id.0), choice: Some(number), ..Columns::default() }
            }
        }
    }
}

pub(super) async fn insert(
    db: &mut Db,
    uploader: MemberId,
    picture: &Prepared,
    now: Timestamp,
) -> Result<(), Fault> {
    sqlx::query!(
        "insert into pictures (id, uploader_id, width, height, tint, media_type, edges, uploaded_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        picture.id.0,
        uploader.0,
        picture.width,
        picture.height,
        picture.tint,
        &picture.media_type,
        &picture.edges,
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The picture of a preview, which nobody uploaded, in the place of the one it had.
pub(super) async fn replace_of_preview(
    db: &mut Db,
    picture: Option<&Prepared>,
    preview: PreviewId,
    now: Timestamp,
) -> Result<(), Fault> {
    sqlx::query!("delete from pictures where preview_id = $1", preview.0).execute(&mut *db).await?;
    let Some(picture) = picture else { return Ok(()) };
    sqlx::query!(
        "insert into pictures (id, preview_id, width, height, tint, media_type, edges, uploaded_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        picture.id.0,
        preview.0,
        picture.width,
        picture.height,
        picture.tint,
        &picture.media_type,
        &picture.edges,
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Gives pictures a place, in this order: loose ones of the member, and those that are there already.
pub(super) async fn place(
    db: &mut Db,
    member: MemberId,
    ids: &[Uuid],
    alts: &[String],
    place: Place,
) -> Result<u64, Fault> {
    let Columns { post, comment, group, poll, choice } = place.columns();
    let placed = sqlx::query!(
        "update pictures i
         set post_id = $2, comment_id = $3, group_id = $4, poll_id = $7, choice = $8, position = wanted.position::smallint, alt = wanted.alt
         from unnest($5::uuid[], $6::text[]) with ordinality as wanted (id, alt, position)
         where i.id = wanted.id
           and ((i.uploader_id = $1 and num_nonnulls(i.post_id, i.comment_id, i.group_id, i.poll_id) = 0)
                or i.post_id = $2 or i.comment_id = $3 or i.group_id = $4 or i.poll_id = $7)",
        member.0,
        post,
        comment,
        group,
        ids,
        alts,
        poll,
        choice
    )
    .execute(db)
    .await?;
    Ok(placed.rows_affected())
}

/// Lets these loose pictures of the member wait in a draft, and no others.
pub(super) async fn wait(
    db: &mut Db,
    member: MemberId,
    (ids, alts): (&[Uuid], &[String]),
    draft: DraftId,
) -> Result<(), Fault> {
    sqlx::query!("update pictures set draft_id = null where draft_id = $1 and id <> all ($2)", draft.0, ids)
        .execute(&mut *db)
        .await?;
    sqlx::query!(
        "update pictures i set draft_id = $2, choice = null, position = wanted.position::smallint, alt = wanted.alt
         from unnest($3::uuid[], $4::text[]) with ordinality as wanted (id, alt, position)
         where i.id = wanted.id and i.uploader_id = $1 and num_nonnulls(i.post_id, i.comment_id, i.group_id, i.poll_id) = 0",
        member.0,
        draft.0,
        ids,
        alts
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Lets these loose pictures of the member wait in a draft, each with the choice of a poll at that place.
pub(super) async fn wait_with_choices(
    db: &mut Db,
    member: MemberId,
    (ids, choices): (&[Uuid], &[i16]),
    draft: DraftId,
) -> Result<(), Fault> {
    sqlx::query!(
        "update pictures i set draft_id = $2, choice = wanted.choice
         from unnest($3::uuid[], $4::smallint[]) as wanted (id, choice)
         where i.id = wanted.id and i.uploader_id = $1 and num_nonnulls(i.post_id, i.comment_id, i.group_id, i.poll_id) = 0",
        member.0,
        draft.0,
        ids,
        choices
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Deletes the rows of a place but these.
pub(super) async fn keep_only(db: &mut Db, ids: &[Uuid], place: Place) -> Result<(), Fault> {
    let Columns { post, comment, group, poll, .. } = place.columns();
    sqlx::query!(
        "delete from pictures where (post_id = $1 or comment_id = $2 or group_id = $3 or poll_id = $5) and id <> all ($4)",
        post,
        comment,
        group,
        ids,
        poll
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Deletes a loose picture of the member and answers its edges.
pub(super) async fn delete_loose(
    db: &mut Db,
    member: MemberId,
    id: PictureId,
) -> Result<Option<Vec<i32>>, Fault> {
    let edges = sqlx::query_scalar!(
        "delete from pictures
         where id = $1 and uploader_id = $2 and num_nonnulls(post_id, comment_id, group_id, poll_id) = 0 returning edges",
        id.0,
        member.0
    )
    .fetch_optional(db)
    .await?;
    Ok(edges)
}

pub(super) async fn delete_stale(db: &mut Db, before: Timestamp) -> Result<u64, Fault> {
    let gone = sqlx::query!(
        "delete from pictures where uploaded_at < $1 and num_nonnulls(post_id, comment_id, group_id, poll_id, draft_id, preview_id) = 0",
        before
    )
    .execute(db)
    .await?;
    Ok(gone.rows_affected())
}

/// Which of these ids have a row.
pub(super) async fn known(db: &mut Db, ids: &[Uuid]) -> Result<Vec<Uuid>, Fault> {
    // bare: the sweep asks for rows of any place
    Ok(sqlx::query_scalar!("select id from pictures where id = any ($1)", ids).fetch_all(db).await?)
}

/// The pictures of posts, in the order of each post.
pub async fn of_posts(
    db: &mut Db,
    viewer: Viewer,
    posts: &[PostId],
) -> Result<Vec<(PostId, Picture)>, Fault> {
    let ids: Vec<Uuid> = posts.iter().map(|id| id.0).collect();
    let rows = sqlx::query!(
        r#"select post_id as "place!", id as "id!", alt as "alt!", width as "width!", height as "height!", tint as "tint!"
           from visible_pictures($1) where post_id = any ($2) order by post_id, position, id"#,
        viewer.id(),
        &ids
    )
    .fetch_all(db)
    .await?;
    let picture = |id, alt, width, height, tint| Picture { id: PictureId(id), alt, width, height, tint };
    Ok(rows
        .into_iter()
        .map(|row| (PostId(row.place), picture(row.id, row.alt, row.width, row.height, row.tint)))
        .collect())
}

/// The pictures of a post and of the choices of its poll as they were prepared, with what they show, in their order.
pub(super) async fn prepared(db: &mut Db, viewer: Viewer, post: PostId) -> Result<Vec<Copied>, Fault> {
    let rows = sqlx::query!(
        r#"select id as "id!: PictureId", alt as "alt!", width as "width!", height as "height!", tint as "tint!",
                  media_type as "media_type!", edges as "edges!", choice
           from visible_pictures($1) where post_id = $2 or poll_id = $2 order by choice, position, id"#,
        viewer.id(),
        post.0
    )
    .fetch_all(db)
    .await?;
    let prepared = rows.into_iter().map(|row| {
        let (id, width, height, tint) = (row.id, row.width, row.height, row.tint);
        let (media_type, edges) = (row.media_type.into(), row.edges);
        Copied {
            picture: Prepared { id, width, height, tint, media_type, edges },
            alt: row.alt,
            choice: row.choice,
        }
    });
    Ok(prepared.collect())
}

/// A picture of the viewer's own without a place, as it was prepared.
pub(super) async fn prepared_loose(
    db: &mut Db,
    viewer: Viewer,
    id: PictureId,
) -> Result<Option<Prepared>, Fault> {
    let row = sqlx::query_as!(
        Prepared,
        r#"select id as "id!: PictureId", width as "width!", height as "height!", tint as "tint!", media_type as "media_type!", edges as "edges!"
           from visible_pictures($1)
           where id = $2 and uploader_id = $1 and num_nonnulls(post_id, comment_id, group_id, poll_id) = 0"#,
        viewer.id(),
        id.0
    );
    Ok(row.fetch_optional(db).await?)
}

/// The pictures of comments, in the order of each comment.
pub async fn of_comments(
    db: &mut Db,
    viewer: Viewer,
    comments: &[CommentId],
) -> Result<Vec<(CommentId, Picture)>, Fault> {
    let ids: Vec<Uuid> = comments.iter().map(|id| id.0).collect();
    let rows = sqlx::query!(
        r#"select comment_id as "place!", id as "id!", alt as "alt!", width as "width!", height as "height!", tint as "tint!"
           from visible_pictures($1) where comment_id = any ($2) order by comment_id, position, id"#,
        viewer.id(),
        &ids
    )
    .fetch_all(db)
    .await?;
    let picture = |id, alt, width, height, tint| Picture { id: PictureId(id), alt, width, height, tint };
    Ok(rows
        .into_iter()
        .map(|row| (CommentId(row.place), picture(row.id, row.alt, row.width, row.height, row.tint)))
        .collect())
}
