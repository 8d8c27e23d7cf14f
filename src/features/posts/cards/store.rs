//! The one statement behind every list of posts: a source of ids, and all that the cards show of them.

use sqlx::types::Json;
use uuid::Uuid;

use super::Source;
use crate::{
    authz::{GroupStanding, Level, Permissions, PostStanding, Viewer},
    db::Db,
    kernel::{Cursor, GroupId, MemberId, PictureId, PostId, Timestamp},
};

/// Bodies longer than this stand as their excerpt in lists.
const MOST_IN_LISTS: i32 = 6_000;

/// A post with everything a card shows of it, and what its reader is to its group.
pub(super) struct Row {
    pub(super) id: PostId,
    pub(super) author: MemberId,
    pub(super) name: Option<String>,
    pub(super) headline: Option<String>,
    pub(super) photo: Option<Uuid>,
    group_id: GroupId,
    slug: String,
    level: Level,
    role: Option<String>,
    readable: bool,
    asked: bool,
    archived: bool,
    last_manager: bool,
    external: bool,
    may: Vec<String>,
    source: bool,
    locked: bool,
    visiting: bool,
    pub(super) group_name: String,
    pub(super) icon: String,
    pub(super) hue: String,
    pub(super) title: String,
    pub(super) excerpt: String,
    pub(super) lang: String,
    pub(super) html: Option<String>,
    pub(super) length: i32,
    pub(super) published_at: Timestamp,
    pub(super) edited: bool,
    pub(super) views: i64,
    mine: bool,
    pub(super) unseen: bool,
    pub(super) unread: bool,
    pub(super) noticed: bool,
    pub(super) pictures: Json<Vec<PictureRow>>,
}

impl Row {
    /// What the reader is to the post.
    pub(super) fn standing(&self) -> PostStanding {
        PostStanding {
            id: self.id,
            mine: self.mine,
            group: GroupStanding {
                face: None,
                id: self.group_id,
                slug: self.slug.clone(),
                level: self.level,
                role: self.role.clone().map(Into::into),
                readable: self.readable,
                asked: self.asked,
                archived: self.archived,
                last_manager: self.last_manager,
                external: self.external,
                may: Permissions::of(&self.may),
                source: self.source,
                locked: self.locked,
                visiting: self.visiting,
            },
        }
    }
}

/// A picture of a post.
#[derive(Clone, Debug, serde::Deserialize)]
pub(in super::super) struct PictureRow {
    pub(in super::super) id: PictureId,
    pub(in super::super) alt: String,
    pub(in super::super) width: i32,
    pub(in super::super) height: i32,
}

/// What a source is to the statement.
struct Asked<'a> {
    ids: &'a [Uuid],
    home: bool,
    group: Option<GroupId>,
    before: Cursor,
    unread: bool,
    most: i64,
    whole: bool,
}

impl<'a> Asked<'a> {
    fn of(source: &Source<'a>, ids: &'a [Uuid], now: Timestamp) -> Self {
        // Past every post, so that the first page is read like all others: from a place in the index.
        let end = Cursor { at: now + chrono::TimeDelta::days(1), id: Uuid::max() };
        let nothing =
            Self { ids, home: false, group: None, before: end, unread: false, most: 0, whole: false };
        match *source {
            Source::These(_) => nothing,
            Source::Whole(_) => Self { whole: true, ..nothing },
            Source::Home { before, unread, most } => {
                Self { home: true, before: before.unwrap_or(end), unread, most, ..nothing }
            }
            Source::Group { group, before, most } => {
                Self { group: Some(group), before: before.unwrap_or(end), most, ..nothing }
            }
        }
    }
}

/// Loads the posts of a source, in its order. Lists read `posts_by_group`, newest first; the home feed takes the
/// newest of each of the viewer's groups by that index and merges them, so it never walks other groups' posts.
pub(super) async fn list(
    db: &mut Db,
    viewer: Viewer,
    source: &Source<'_>,
    now: Timestamp,
) -> sqlx::Result<Vec<Row>> {
    let ids: Vec<Uuid> = match source {
        Source::These(posts) => posts.iter().map(|post| post.0).collect(),
        Source::Whole(post) => vec![post.0],
        Source::Home { .. } | Source::Group { .. } => Vec::new(),
    };
    let asked = Asked::of(source, &ids, now);
    // bare: memberships, members, notices and post_views are the viewer's own (or a number); groups and pictures hang on a visible post
    sqlx::query_as!(
        Row,
        r#"select p.id as "id!: PostId", p.author_id as "author!: MemberId", a.name as "name?", a.headline as "headline?", a.photo_version as "photo?",
                s.group_id as "group_id!: GroupId", s.slug as "slug!", s.level as "level!: String", s.role as "role?", s.readable as "readable!",
                s.asked as "asked!", s.archived as "archived!", s.last_manager as "last_manager!", s.external as "external!",
                s.may as "may!", s.source as "source!", s.locked as "locked!", s.visiting as "visiting!",
                g.name as "group_name!", g.icon as "icon!", g.hue as "hue!", p.title as "title!", p.excerpt as "excerpt!", p.lang as "lang!",
                case when $9 or char_length(p.body) <= $10 then p.body_html end as html, char_length(p.body) as "length!",
                p.published_at as "published_at!", p.edited_at is not null as "edited!",
                (select count(*) from post_views v where v.post_id = p.id) as "views!",
                p.author_id = $1 as "mine!", p.author_id <> $1 and seen.at is null as "unseen!",
                coalesce(p.author_id <> $1 and seen.at is null and mine.since is not null
                    and p.published_at > greatest(mine.since, me.read_before), false) as "unread!",
                $9 and exists (select 1 from notices n where n.member_id = $1 and n.post_id = p.id and n.read_at is null) as "noticed!",
                (select coalesce(jsonb_agg(to_jsonb(i) order by i.position, i.id), '[]') from
                    (select id, alt, width, height, position from pictures where post_id = p.id) i) as "pictures!: Json<Vec<PictureRow>>"
           from (select id, place from unnest($2::uuid[]) with ordinality as given(id, place)
                 union all
                 (select q.id, 0 from visible_posts($1) q
                  where q.group_id = $4 and (q.published_at, q.id) < ($5, $6) order by q.published_at desc, q.id desc limit $8)
                 union all
                 (select newest.id, 0 from memberships m join members self on self.id = m.member_id join readable_groups($1) r on r.id = m.group_id
                  cross join lateral (
                      select q.id, q.published_at from posts q
                      where q.group_id = m.group_id and q.deleted_at is null and (q.published_at, q.id) < ($5, $6)
                        and (not $7 or (q.author_id <> $1 and q.published_at > greatest(m.since, self.read_before)
                             and not exists (select 1 from post_views v where v.post_id = q.id and v.member_id = $1)))
                      order by q.published_at desc, q.id desc limit $8) newest
                  where $3 and m.member_id = $1 order by newest.published_at desc, newest.id desc limit $8)) source
           join visible_posts($1) p on p.id = source.id
           join group_standings($1) s on s.group_id = p.group_id
           join groups g on g.id = p.group_id
           join members me on me.id = $1
           left join memberships mine on mine.group_id = p.group_id and mine.member_id = $1
           left join post_views seen on seen.post_id = p.id and seen.member_id = $1
           left join visible_members($1) a on a.id = p.author_id and p.anonymised_at is null
           order by source.place, p.published_at desc, p.id desc"#,
        viewer.id(),
        asked.ids,
        asked.home,
        asked.group.map(|group| group.0),
        asked.before.at,
        asked.before.id,
        asked.unread,
        asked.most,
        asked.whole,
        MOST_IN_LISTS,
    )
    .fetch_all(db)
    .await
}
