//! The one statement behind every list of posts: a source of ids, and all that the cards show of them.

mod home;

use sqlx::types::Json;
use uuid::Uuid;

use super::Source;
use crate::{
    authz::{GroupStanding, Level, Permissions, PostStanding, Viewer},
    db::Db,
    features::{
        files::Attached, labels::Chip, polls::Face, previews::Face as Preview, shares::SharedRow, surveys,
    },
    kernel::{Cursor, GroupId, MemberId, PictureId, PostId, Timestamp},
    ui::Rings,
};

/// Bodies of more bytes than this stand as their excerpt in lists.
const MOST_IN_LISTS: i32 = 6_000;

/// So many pinned posts stand at the top of a group, those pinned last.
const MOST_PINNED: i64 = 5;

/// A post with everything a card shows of it, and what its reader is to its group.
pub(super) struct Row {
    pub(super) id: PostId,
    pub(super) author: MemberId,
    pub(super) name: Option<String>,
    pub(super) headline: Option<String>,
    pub(super) photo: Option<Uuid>,
    pub(super) rings: Option<Rings>,
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
    /// How many may read it, its author aside: told to its author and the managers of its group, on its own page.
    pub(super) readers: Option<i64>,
    mine: bool,
    pub(super) closed: bool,
    pub(super) unseen: bool,
    pub(super) unread: bool,
    pub(super) noticed: bool,
    pub(super) saved: bool,
    pub(super) pinned: bool,
    pub(super) preview: Option<Json<Preview>>,
    pub(super) shares: bool,
    pub(super) shared: Option<Json<SharedRow>>,
    pub(super) asks: bool,
    pub(super) acknowledged: bool,
    pub(super) pictures: Json<Vec<PictureRow>>,
    pub(super) files: Json<Vec<Attached>>,
    pub(super) labels: Json<Vec<Chip>>,
    pub(super) poll: Option<Json<Face>>,
    pub(super) survey: Option<Json<surveys::Face>>,
    /// Those that were published at once with it, on its own page.
    pub(super) beside: Option<Json<Vec<Beside>>>,
    /// Whether the group is its own.
    home: bool,
    /// The groups in which it stands, if they are several.
    pub(super) joint: Option<Json<Joint>>,
}

impl Row {
    /// What the reader is to the post.
    pub(super) fn standing(&self) -> PostStanding {
        PostStanding {
            id: self.id,
            mine: self.mine,
            closed: self.closed,
            joint: self.joint.is_some(),
            home: self.home,
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

/// A post that was published at once with another, and the group it stands in.
#[derive(Debug, serde::Deserialize)]
pub(super) struct Beside {
    pub(super) id: PostId,
    pub(super) group: String,
}

/// The groups in which a discussion of several stands.
#[derive(Debug, serde::Deserialize)]
pub(super) struct Joint {
    /// Those that its reader may know, by name.
    pub(super) groups: Vec<JointGroup>,
    /// Whether there are more.
    pub(super) more: bool,
}

/// One of them.
#[derive(Debug, serde::Deserialize)]
pub(super) struct JointGroup {
    pub(super) slug: String,
    pub(super) name: String,
    /// Whether its reader manages it.
    pub(super) manages: bool,
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
    group: Option<GroupId>,
    before: Cursor,
    most: i64,
    whole: bool,
    now: Timestamp,
    /// Whether what is pinned stands before the others: on the first page of a group.
    first: bool,
}

/// Past every post, so that the first page is read like all others: from a place in the index.
fn end(now: Timestamp) -> Cursor {
    Cursor { at: now + chrono::TimeDelta::days(1), id: Uuid::max() }
}

/// Loads the posts of a source, in its order.
pub(super) async fn list(
    db: &mut Db,
    viewer: Viewer,
    source: &Source<'_>,
    now: Timestamp,
) -> sqlx::Result<Vec<Row>> {
    let nothing = Asked { ids: &[], group: None, before: end(now), most: 0, whole: false, now, first: false };
    let ids: Vec<Uuid>;
    let asked = match *source {
        Source::Home { before, unread, most } => {
            return home::list(db, viewer, before.unwrap_or(end(now)), unread, most).await;
        }
        Source::Group { group, before, most } => {
            let first = before.is_none();
            Asked { group: Some(group), before: before.unwrap_or(end(now)), most, first, ..nothing }
        }
        Source::These(posts) => {
            ids = posts.iter().map(|post| post.0).collect();
            Asked { ids: &ids, ..nothing }
        }
        Source::Whole(post) => Asked { ids: &[post.0], whole: true, ..nothing },
    };
    given(db, viewer, &asked).await
}

/// These posts, or the newest of a group by `posts_by_group`.
#[expect(clippy::too_many_lines, reason = "one statement, a line for each thing that a card shows")]
async fn given(db: &mut Db, viewer: Viewer, asked: &Asked<'_>) -> sqlx::Result<Vec<Row>> {
    // bare: memberships, members, notices and post_views are the viewer's own (or a number); groups, pictures and files hang on a visible post;
    // the newest posts of a group are those that visible_posts is asked for
    sqlx::query_as!(
        Row,
        r#"select p.id as "id!: PostId", p.author_id as "author!: MemberId", a.name as "name?", a.headline as "headline?", a.photo_version as "photo?", a.rings as "rings?: Rings",
                s.group_id as "group_id!: GroupId", s.slug as "slug!", s.level as "level!: String", s.role as "role?", s.readable as "readable!",
                s.asked as "asked!", s.archived as "archived!", s.last_manager as "last_manager!", s.external as "external!",
                s.may as "may!", s.source as "source!", s.locked as "locked!", s.visiting as "visiting!",
                g.name as "group_name!", g.icon as "icon!", g.hue as "hue!", p.title as "title!", p.excerpt as "excerpt!", p.lang as "lang!",
                case when $7 or octet_length(p.body) <= $8 then p.body_html end as html, octet_length(p.body) as "length!",
                p.published_at as "published_at!", p.edited_at is not null as "edited!",
                (select count(*) from post_views v where v.post_id = p.id) as "views!",
                case when $7 and not me.external and (p.author_id = $1 or mine.role = 'manager') then
                    case when p.joint then joint_reader_count(p.id)
                         else (select c.people from group_reader_counts(p.group_id) c) - (select count(*) from group_readers(p.group_id) r where r.id = p.author_id) end end as "readers?",
                p.comments_closed_at is not null as "closed!", p.author_id = $1 as "mine!", p.author_id <> $1 and seen.at is null as "unseen!",
                coalesce(p.author_id <> $1 and seen.at is null and mine.since is not null
                    and p.published_at > greatest(mine.since, me.read_before), false) as "unread!",
                $7 and exists (select 1 from notices n where n.member_id = $1 and n.post_id = p.id and n.read_at is null) as "noticed!",
                exists (select 1 from saved_posts k where k.member_id = $1 and k.post_id = p.id) as "saved!",
                p.pinned_at is not null and coalesce(p.pinned_until > $9, true) as "pinned!",
                case when p.preview_id is not null and not p.preview_off then preview_as_shown(p.preview_id) end as "preview?: Json<Preview>",
                p.shares as "shares!", case when p.shared_id is not null then shared_post($1, p.shared_id) end as "shared?: Json<SharedRow>",
                p.asks_since is not null as "asks!",
                case when p.asks_since is not null then exists (
                    select 1 from acknowledgements k where k.post_id = p.id and k.member_id = $1) else false end as "acknowledged!",
                case when exists (select 1 from polls q where q.post_id = p.id) then visible_poll($1, p.id) end as "poll?: Json<Face>",
                case when exists (select 1 from surveys q where q.post_id = p.id) then visible_survey($1, p.id) end as "survey?: Json<surveys::Face>",
                case when $7 and exists (select 1 from posts_together t where t.post_id = p.id) then posts_beside($1, p.id) end as "beside?: Json<Vec<Beside>>",
                not p.joint or is_own_group(p.id, p.group_id) as "home!",
                case when p.joint then joint_groups($1, p.id) end as "joint?: Json<Joint>",
                (select coalesce(json_agg(to_json(l) order by l.everywhere, folded(l.name)), '[]') from
                    (select l.id, l.name, l.hue, l.group_id is null as everywhere from post_labels pl join labels l on l.id = pl.label_id
                     where pl.post_id = p.id and l.archived_at is null and (l.group_id is null or l.group_id = p.group_id)) l) as "labels!: Json<Vec<Chip>>",
                (select coalesce(json_agg(to_json(i) order by i.position, i.id), '[]') from
                    (select id, alt, width, height, position from pictures where post_id = p.id) i) as "pictures!: Json<Vec<PictureRow>>",
                (select coalesce(json_agg(to_json(f) order by f.position), '[]') from files f where f.post_id = p.id) as "files!: Json<Vec<Attached>>"
           from (select id, place from unnest($2::uuid[]) with ordinality as given(id, place)
                 union all
                 (select q.id, 0 from posts q
                  where $10 and q.group_id = $3 and q.deleted_at is null and q.pinned_at is not null and coalesce(q.pinned_until > $9, true)
                  order by q.pinned_at desc limit $11)
                 union all
                 (select newest.id, 1 from
                      ((select q.id, q.published_at from posts q
                        where q.group_id = $3 and q.deleted_at is null and (q.published_at, q.id) < ($4, $5)
                          and not (q.pinned_at is not null and coalesce(q.pinned_until > $9, true))
                        order by q.published_at desc, q.id desc limit $6)
                       union all
                       (select j.post_id, j.published_at from joint_posts j join posts q on q.id = j.post_id and q.deleted_at is null
                        where j.group_id = $3 and (j.published_at, j.post_id) < ($4, $5)
                        order by j.published_at desc, j.post_id desc limit $6)) newest
                  order by newest.published_at desc, newest.id desc limit $6)) source
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
        asked.group.map(|group| group.0),
        asked.before.at,
        asked.before.id,
        asked.most,
        asked.whole,
        MOST_IN_LISTS,
        asked.now,
        asked.first,
        MOST_PINNED,
    )
    .fetch_all(db)
    .await
}
