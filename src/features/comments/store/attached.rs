//! What hangs on the posts of a list: counts, reactions and the last comments.

use std::collections::HashMap;

use sqlx::types::Json;
use uuid::Uuid;

use super::{CommentRow, Counted, Spot};
use crate::{
    authz::Viewer,
    db::Db,
    kernel::{CommentId, GroupId, MemberId, PostId, Timestamp},
    ui::Rings,
};

/// How many comments a list shows of each post.
const LAST: i64 = 2;

/// What hangs on a post.
pub(in super::super) struct AttachedRow {
    pub(in super::super) spot: Spot,
    pub(in super::super) count: i64,
    pub(in super::super) reactions: Vec<Counted>,
    pub(in super::super) comments: Vec<CommentRow>,
}

/// A line of the answer: a post, a comment or how often an emoji was given to one of them. Lines are cheaper than one
/// document for each post, for the database as for us.
struct Line {
    /// The post, or what the emoji was given to.
    of: Uuid,
    group_id: Option<GroupId>,
    comment: Option<CommentId>,
    parent_id: Option<CommentId>,
    at: Option<Timestamp>,
    edited: Option<bool>,
    mine: Option<bool>,
    /// Comments of the post, or givers of the emoji.
    n: Option<i64>,
    /// What the comment says, or the emoji.
    words: Option<String>,
    lang: Option<String>,
    author_id: Option<MemberId>,
    name: Option<String>,
    headline: Option<String>,
    photo: Option<Uuid>,
    rings: Option<Rings>,
    joint: Option<bool>,
}

/// What hangs on each of these posts. Those that the viewer may not see are absent.
pub(in super::super) async fn attached(
    db: &mut Db,
    viewer: Viewer,
    posts: &[PostId],
) -> sqlx::Result<Vec<AttachedRow>> {
    let ids: Vec<Uuid> = posts.iter().map(|post| post.0).collect();
    // bare: comments and reactions of posts that visible_posts let through
    let lines = sqlx::query_as!(
        Line,
        r#"with seen as materialized (select id, group_id, joint from visible_posts($1) where id = any($2)),
           last as materialized (
               select c.* from seen cross join lateral (
                   select id, post_id, parent_id, created_at, edited_at, body_html, lang, author_id, anonymised_at from comments
                   where post_id = seen.id and deleted_at is null order by created_at desc, id desc limit $3) c),
           given as (
               select post_id as id, emoji, count(*) as n, bool_or(member_id = $1) as mine, min(at) as first
               from post_reactions where post_id in (select id from seen) group by post_id, emoji
               union all
               select comment_id, emoji, count(*), bool_or(member_id = $1), min(at)
               from comment_reactions where comment_id in (select id from last) group by comment_id, emoji)
           select id as "of!", group_id as "group_id: GroupId", null::uuid as "comment: CommentId", null::uuid as "parent_id: CommentId",
                  null::timestamptz as at, null::boolean as edited, null::boolean as mine,
                  (select count(*) from comments c where c.post_id = seen.id and c.deleted_at is null) as n,
                  null as words, null as lang, null::uuid as "author_id: MemberId", null as name, null as headline, null::uuid as photo, null::jsonb as "rings: Rings", joint
           from seen
           union all
           select c.post_id, null, c.id, c.parent_id, c.created_at, c.edited_at is not null, c.author_id = $1, null,
                  c.body_html, c.lang, a.id, a.name, a.headline, a.photo_version, a.rings, null
           from last c left join visible_members($1) a on a.id = c.author_id and c.anonymised_at is null
           union all
           select id, null, null, null, first, null, mine, n, emoji, null, null, null, null, null, null, null from given"#,
        viewer.id(),
        &ids,
        LAST
    )
    .fetch_all(db)
    .await?;
    Ok(gather(lines))
}

/// Puts the lines together.
fn gather(lines: Vec<Line>) -> Vec<AttachedRow> {
    let mut posts = Vec::new();
    let mut comments: HashMap<Uuid, Vec<CommentRow>> = HashMap::new();
    let mut given: HashMap<Uuid, Vec<(Option<Timestamp>, Counted)>> = HashMap::new();
    for line in lines {
        let (n, mine) = (line.n.unwrap_or_default(), line.mine.unwrap_or_default());
        if let Some(group) = line.group_id {
            let spot = Spot { post: PostId(line.of), group, joint: line.joint.unwrap_or_default() };
            posts.push(AttachedRow { spot, count: n, reactions: Vec::new(), comments: Vec::new() });
        } else if let (Some(id), Some(created_at)) = (line.comment, line.at) {
            comments.entry(line.of).or_default().push(CommentRow {
                id,
                parent_id: line.parent_id,
                created_at,
                edited: line.edited.unwrap_or_default(),
                removed: false,
                html: line.words.unwrap_or_default(),
                lang: line.lang.unwrap_or_default(),
                mine,
                author_id: line.author_id,
                name: line.name,
                headline: line.headline,
                photo: line.photo,
                rings: line.rings,
                reactions: Json(Vec::new()),
            });
        } else {
            let counted = Counted { emoji: line.words.unwrap_or_default(), n, mine };
            given.entry(line.of).or_default().push((line.at, counted));
        }
    }
    let mut of = |id: &Uuid| {
        let mut all = given.remove(id).unwrap_or_default();
        all.sort_by(|one, other| (one.0, &one.1.emoji).cmp(&(other.0, &other.1.emoji)));
        all.into_iter().map(|(_, counted)| counted).collect::<Vec<_>>()
    };
    for post in &mut posts {
        post.reactions = of(&post.spot.post.0);
        post.comments = comments.remove(&post.spot.post.0).unwrap_or_default();
        post.comments.sort_by_key(|comment| (comment.created_at, comment.id.0));
        for comment in &mut post.comments {
            comment.reactions = Json(of(&comment.id.0));
        }
    }
    posts
}
