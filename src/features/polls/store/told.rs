//! What is read of polls for people: their cards, who chose what, what is recorded.

use sqlx::types::Json;
use uuid::Uuid;

use crate::{
    authz::Viewer,
    db::Db,
    features::polls::Face,
    kernel::{MemberId, PostId},
    ui::Rings,
};

/// A poll as its reader may see it.
pub(in crate::features::polls) async fn find(
    db: &mut Db,
    viewer: Viewer,
    post: PostId,
) -> sqlx::Result<Option<Face>> {
    let face =
        sqlx::query_scalar!(r#"select visible_poll($1, $2) as "face: Json<Face>""#, viewer.id(), post.0);
    Ok(face.fetch_one(db).await?.map(|face| face.0))
}

/// A poll as everybody who sees it may see it.
pub(in crate::features::polls) async fn find_told(db: &mut Db, post: PostId) -> sqlx::Result<Option<Face>> {
    // For everybody at once: what one sees after voting, or as the author, is in none of it.
    let face = sqlx::query_scalar!(
        r#"select poll_as_told(q.post_id, q.results = 'always' or (q.closed_at is not null and q.results <> 'author')) as "face: Json<Face>"
           from polls q where q.post_id = $1"#,
        post.0
    );
    Ok(face.fetch_optional(db).await?.flatten().map(|face| face.0))
}

/// Someone who voted with their name; without an id someone the reader may not know.
pub(in crate::features::polls) struct VoterRow {
    pub(in crate::features::polls) number: i16,
    pub(in crate::features::polls) maybe: bool,
    pub(in crate::features::polls) id: Option<MemberId>,
    pub(in crate::features::polls) name: Option<String>,
    pub(in crate::features::polls) headline: Option<String>,
    pub(in crate::features::polls) photo: Option<Uuid>,
    pub(in crate::features::polls) rings: Option<Rings>,
}

/// Who chose what, by name. Nobody in an anonymous poll: no row says it.
pub(in crate::features::polls) async fn list_voters(
    db: &mut Db,
    viewer: Viewer,
    post: PostId,
) -> sqlx::Result<Vec<VoterRow>> {
    sqlx::query_as!(
        VoterRow,
        r#"select v.number as "number!", v.maybe as "maybe!", a.id as "id?: MemberId", a.name as "name?", a.headline as "headline?", a.photo_version as "photo?", a.rings as "rings?: Rings"
           from visible_posts($1) p join poll_votes v on v.post_id = p.id
           left join visible_members($1) a on a.id = v.member_id
           where p.id = $2 order by v.number, v.maybe, a.name, a.id"#,
        viewer.id(),
        post.0
    )
    .fetch_all(db)
    .await
}

/// What is recorded of one member's part in a poll, as the tables hold it, and the box of the poll.
pub(in crate::features::polls) struct Recorded {
    pub(in crate::features::polls) voter: Option<serde_json::Value>,
    pub(in crate::features::polls) votes: serde_json::Value,
    pub(in crate::features::polls) sealed: Option<String>,
}

/// Everything that the tables hold of one's own vote.
pub(in crate::features::polls) async fn find_recorded(
    db: &mut Db,
    post: PostId,
    me: MemberId,
) -> sqlx::Result<Recorded> {
    sqlx::query_as!(
        Recorded,
        r#"select (select to_jsonb(v) from poll_voters v where v.post_id = $1 and v.member_id = $2) as voter,
                  (select coalesce(jsonb_agg(to_jsonb(v)), '[]') from poll_votes v where v.post_id = $1 and v.member_id = $2) as "votes!",
                  (select encode(b.sealed, 'hex') from poll_boxes b where b.post_id = $1) as sealed"#,
        post.0,
        me.0
    )
    .fetch_one(db)
    .await
}

/// The columns of the tables that hold votes, as the database has them now.
pub(in crate::features::polls) async fn list_columns(db: &mut Db) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar!(
        r#"select c.table_name || '.' || c.column_name as "column!" from information_schema.columns c
           where c.table_schema = 'public' and c.table_name in ('poll_voters', 'poll_votes', 'poll_boxes')
           order by array_position(array['poll_voters', 'poll_votes', 'poll_boxes'], c.table_name::text), c.ordinal_position"#
    )
    .fetch_all(db)
    .await
}
