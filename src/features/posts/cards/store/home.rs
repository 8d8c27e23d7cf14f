//! The home feed, in one statement.

use sqlx::types::Json;

use super::{Beside, Joint, MOST_IN_LISTS, PictureRow, Row};
use crate::{
    authz::Viewer,
    db::Db,
    features::{
        files::Attached, labels::Chip, polls::Face, previews::Face as Preview, shares::SharedRow, surveys,
    },
    kernel::{Cursor, GroupId, MemberId, PostId},
    ui::Rings,
};

/// The newest posts of the viewer's groups from a place on. The groups are looked up once; the newest of each come by
/// `posts_by_group` and are merged, with discussions that others have with one of them (`joint_feed`), so posts of other groups, and all that are older, are never walked. Only then are
/// the few that are left looked at.
pub(super) async fn list(
    db: &mut Db,
    viewer: Viewer,
    before: Cursor,
    unread: bool,
    most: i64,
) -> sqlx::Result<Vec<Row>> {
    // bare: post_views are the viewer's own (or a number); posts are those of the viewer's groups, pictures and files theirs;
    // asking to join and leaving, a card knows nothing of
    sqlx::query_as!(
        Row,
        r#"with mine as materialized (select * from own_standings($1)),
           source as materialized (
               select newest.id, newest.published_at, mine.group_id from mine
               cross join lateral (
                   select q.id, q.published_at from posts q
                   where q.group_id = mine.group_id and q.deleted_at is null and (q.published_at, q.id) < ($2, $3)
                     and (not $4 or (q.author_id <> $1 and q.published_at > mine.read_before
                          and not exists (select 1 from post_views v where v.post_id = q.id and v.member_id = $1)))
                   order by q.published_at desc, q.id desc limit $5) newest
               union all
               select f.id, f.published_at, f.group_id from joint_feed($1, $2, $3, $4, $5) f where exists (select 1 from joint_posts)
               order by published_at desc, id desc limit $5)
           select p.id as "id!: PostId", p.author_id as "author!: MemberId", a.name as "name?", a.headline as "headline?", a.photo_version as "photo?", a.rings as "rings?: Rings",
                g.group_id as "group_id!: GroupId", g.slug as "slug!", g.level as "level!: String", g.role as "role?", true as "readable!",
                false as "asked!", g.archived as "archived!", false as "last_manager!", g.external as "external!",
                g.may as "may!", g.source as "source!", g.locked as "locked!", false as "visiting!",
                g.name as "group_name!", g.icon as "icon!", g.hue as "hue!", p.title as "title!", p.excerpt as "excerpt!", p.lang as "lang!",
                case when octet_length(p.body) <= $6 then p.body_html end as html, octet_length(p.body) as "length!",
                p.published_at as "published_at!", p.edited_at is not null as "edited!",
                (select count(*) from post_views v where v.post_id = p.id) as "views!", null::bigint as readers, null::jsonb as "beside?: Json<Vec<Beside>>",
                p.group_id = g.group_id as "home!", case when p.joint then joint_groups($1, p.id) end as "joint?: Json<Joint>",
                p.comments_closed_at is not null as "closed!", p.author_id = $1 as "mine!", p.author_id <> $1 and seen.at is null as "unseen!",
                p.author_id <> $1 and seen.at is null and p.published_at > g.read_before as "unread!", false as "noticed!",
                exists (select 1 from saved_posts k where k.member_id = $1 and k.post_id = p.id) as "saved!",
                false as "pinned!",
                case when p.preview_id is not null and not p.preview_off then preview_as_shown(p.preview_id) end as "preview?: Json<Preview>",
                p.shares as "shares!", case when p.shared_id is not null then shared_post($1, p.shared_id) end as "shared?: Json<SharedRow>",
                p.asks_since is not null as "asks!",
                case when p.asks_since is not null then exists (
                    select 1 from acknowledgements k where k.post_id = p.id and k.member_id = $1) else false end as "acknowledged!",
                case when exists (select 1 from polls q where q.post_id = p.id) then visible_poll($1, p.id) end as "poll?: Json<Face>",
                case when exists (select 1 from surveys q where q.post_id = p.id) then visible_survey($1, p.id) end as "survey?: Json<surveys::Face>",
                (select coalesce(json_agg(to_json(l) order by l.everywhere, folded(l.name)), '[]') from
                    (select l.id, l.name, l.hue, l.group_id is null as everywhere from post_labels pl join labels l on l.id = pl.label_id
                     where pl.post_id = p.id and l.archived_at is null and (l.group_id is null or l.group_id = s.group_id)) l) as "labels!: Json<Vec<Chip>>",
                (select coalesce(json_agg(to_json(i) order by i.position, i.id), '[]') from
                    (select id, alt, width, height, position from pictures where post_id = p.id) i) as "pictures!: Json<Vec<PictureRow>>",
                (select coalesce(json_agg(to_json(f) order by f.position), '[]') from files f where f.post_id = p.id) as "files!: Json<Vec<Attached>>"
           from source s
           join mine g on g.group_id = s.group_id
           join posts p on p.id = s.id
           left join post_views seen on seen.post_id = p.id and seen.member_id = $1
           left join visible_members($1) a on a.id = p.author_id and p.anonymised_at is null
           order by s.published_at desc, s.id desc"#,
        viewer.id(),
        before.at,
        before.id,
        unread,
        most,
        MOST_IN_LISTS
    )
    .fetch_all(db)
    .await
}
