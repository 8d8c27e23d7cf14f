//! Groups themselves: what cards, headers and settings read, and how a group is written.

use sqlx::types::Json;

use crate::{
    authz::{GroupFace, GroupLabel, GroupLink, GroupStanding, Permissions, Viewer},
    db::{Db, OnConstraint, Tx},
    features::{fields::Bilingual, groups::model::NewGroup},
    kernel::{Failure, Fault, GroupId, MemberId, Slug},
    ui::{Person, Rings, icon::HUES},
};

/// A group in a list, with what the viewer is to it.
pub(super) struct CardRow {
    pub standing: GroupStanding,
    pub name: String,
    pub purpose: String,
    pub icon: String,
    pub hue: String,
    pub invited: bool,
    pub members: Option<i64>,
    pub theme: Option<Bilingual>,
}

/// Which groups a list shows.
pub(super) struct Listing<'a> {
    /// Those of the viewer, or the others.
    pub mine: bool,
    /// Words of the name or the purpose.
    pub words: &'a str,
    /// Those of one theme.
    pub theme: Option<i32>,
    /// The last group of the page before.
    pub after: Option<&'a str>,
    /// How many at most.
    pub most: i64,
}

/// Groups in the order of their places, then of their names.
pub(super) async fn cards(db: &mut Db, viewer: Viewer, listing: Listing<'_>) -> Result<Vec<CardRow>, Fault> {
    let rows = sqlx::query!(
        // bare: members are only counted, and only where the line before says that the viewer reads the group
        r#"select g.id as "id!: GroupId", g.slug as "slug!", g.name as "name!", g.purpose as "purpose!", g.icon as "icon!", g.hue as "hue!",
                  g.level as "level!", s.role, s.readable as "readable!", s.asked as "asked!", s.archived as "archived!",
                  s.last_manager as "last_manager!", s.external as "external!",
                  s.may as "may!", s.source as "source!", s.locked as "locked!", s.visiting as "visiting!",
                  s.role is null and exists (
                      select 1 from invitations i where i.group_id = g.id and i.member_id = $1
                      and i.answered_at is null and i.revoked_at is null and i.expires_at > now()) as "invited!",
                  case when s.readable then group_size(g.id) end as members,
                  th.name_fr as "theme_fr?", th.name_en as "theme_en?"
           from visible_groups($1) g left join group_themes th on th.id = g.theme_id join group_standings($1) s on s.group_id = g.id
           where (s.role is not null) = $2
             and ($3 = '' or strpos(folded(g.name || ' ' || g.purpose), folded($3)) > 0)
             and ($4::text is null or (coalesce(g.place, 1000), lower(g.name), g.id) > (
                 select coalesce(last.place, 1000), lower(last.name), last.id from visible_groups($1) last where last.slug = $4))
             and ($6::int is null or g.theme_id = $6)
           order by coalesce(g.place, 1000), lower(g.name), g.id limit $5"#,
        viewer.id(),
        listing.mine,
        listing.words,
        listing.after,
        listing.most,
        listing.theme
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| CardRow {
            standing: GroupStanding {
                face: None,
                id: row.id,
                slug: row.slug,
                level: row.level.into(),
                role: row.role.map(Into::into),
                readable: row.readable,
                asked: row.asked,
                archived: row.archived,
                last_manager: row.last_manager,
                external: row.external,
                may: Permissions::of(&row.may),
                source: row.source,
                locked: row.locked,
                visiting: row.visiting,
            },
            name: row.name,
            purpose: row.purpose,
            icon: row.icon,
            hue: row.hue,
            invited: row.invited,
            members: row.members,
            theme: row.theme_fr.zip(row.theme_en).map(|(fr, en)| Bilingual { fr, en }),
        })
        .collect())
}

/// A theme: a folder of groups.
pub struct Theme {
    /// Which.
    pub id: i32,
    /// What it is called.
    pub name: Bilingual,
    /// How many groups the viewer sees in it.
    pub groups: i64,
}

/// All themes, in their order.
pub async fn themes(db: &mut Db, viewer: Viewer) -> Result<Vec<Theme>, Fault> {
    let rows = sqlx::query!(
        r#"select th.id, th.name_fr, th.name_en, count(g.id) as "groups!"
           from group_themes th left join visible_groups($1) g on g.theme_id = th.id
           group by th.id order by th.place, th.id"#,
        viewer.id()
    )
    .fetch_all(db)
    .await?;
    let theme = |id, fr, en, groups| Theme { id, name: Bilingual { fr, en }, groups };
    Ok(rows.into_iter().map(|row| theme(row.id, row.name_fr, row.name_en, row.groups)).collect())
}

/// The theme and the place in lists of a group.
pub async fn filed(db: &mut Db, group: GroupId) -> Result<(Option<i32>, Option<i32>), Fault> {
    // bare: for those who may change it
    let row = sqlx::query!("select theme_id, place from groups where id = $1", group.0).fetch_one(db).await?;
    Ok((row.theme_id, row.place))
}

/// Puts a group into a theme, or into none. Answers whether there is such a theme.
pub async fn update_theme(tx: &mut Tx, group: GroupId, theme: Option<i32>) -> Result<bool, Fault> {
    let done = sqlx::query!(
        "update groups set theme_id = $2 where id = $1 and ($2::int is null or exists (select 1 from group_themes where id = $2))",
        group.0,
        theme
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The face of a group the viewer may know, where its standing did not bring it along.
pub(super) async fn face(db: &mut Db, viewer: Viewer, group: &GroupStanding) -> Result<GroupFace, Fault> {
    if let Some(face) = &group.face {
        return Ok(face.clone());
    }
    let row = sqlx::query_as!(
        GroupFace,
        // bare: numbers and links are read only where the standing allows them; the invitation is the viewer's own
        r#"select g.name as "name!", g.purpose as "purpose!", g.icon as "icon!", g.hue as "hue!", g.created_at as "created_at!",
                  g.lang as "lang!", g.kind as "kind!", g.expect_when as "expect_when!", g.expect_format as "expect_format!",
                  g.expect_yes as "expect_yes!", g.expect_no as "expect_no!", g.cover_id as "cover: crate::kernel::PictureId",
                  case when $3 then (
                      select jsonb_agg(jsonb_build_object('label', l.label, 'address', l.address) order by l.position)
                      from group_links l where l.group_id = g.id) end as "links: Json<Vec<GroupLink>>",
                  null::jsonb as "labels: Json<Vec<GroupLabel>>",
                  case when $3 then group_size(g.id) end as members,
                  case when $4 then (
                      select count(*) from join_requests r where r.group_id = g.id and r.decided_at is null) end as requests,
                  exists (select 1 from invitations i
                          where i.group_id = g.id and i.member_id = $1 and i.answered_at is null and i.revoked_at is null
                            and i.expires_at > now()) as "invited!", t.people as readers, t.guests as "guests?"
           from visible_groups($1) g left join publish_targets($1) t on t.group_id = g.id where g.id = $2"#,
        viewer.id(),
        group.id.0,
        group.readable,
        group.manages()
    )
    .fetch_one(db)
    .await?;
    Ok(row)
}

/// Who answers for a group. Known to everybody who may know the group (PRODUCT §3).
pub(super) async fn managers(db: &mut Db, viewer: Viewer, group: GroupId) -> Result<Vec<Person>, Fault> {
    let rows = sqlx::query!(
        // bare: who manages is shown with the group's name; the people are still those the viewer may know
        r#"select p.id as "id!: MemberId", p.name as "name!", p.headline as "headline!", p.photo_version,
                  p.rings as "rings!: Rings"
           from visible_groups($1) g
           join memberships m on m.group_id = g.id and m.role = 'manager'
           join visible_members($1) p on p.id = m.member_id
           where g.id = $2
           order by m.since, p.id limit 12"#,
        viewer.id(),
        group.0
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Person {
            id: row.id,
            name: row.name,
            headline: row.headline,
            photo: row.photo_version,
            rings: row.rings,
        })
        .collect())
}

/// The hue that the fewest groups in sight wear, so that a new one is told apart.
pub(in super::super) async fn rarest_hue(db: &mut Db, viewer: Viewer) -> Result<String, Fault> {
    let hues: Vec<String> = HUES.iter().map(|hue| (*hue).to_owned()).collect();
    let hue = sqlx::query_scalar!(
        r#"select h.hue as "hue!" from unnest($2::text[]) with ordinality h (hue, place)
           left join visible_groups($1) g on g.hue = h.hue
           group by h.hue, h.place order by count(g.id), h.place limit 1"#,
        viewer.id(),
        &hues
    )
    .fetch_one(db)
    .await?;
    Ok(hue)
}

/// Writes a new group.
pub(super) async fn insert(
    tx: &mut Tx,
    id: GroupId,
    slug: &Slug,
    group: &NewGroup,
    by: MemberId,
) -> Result<(), Failure<()>> {
    let (now, may) = (tx.now(), group.kind.preset());
    sqlx::query!(
        "insert into groups (id, slug, name, purpose, level, icon, hue, created_by, created_at, kind, lang,
                             may_publish, may_comment, may_react, may_invite, may_see_members, may_receive)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
        id.0,
        slug.as_str(),
        group.name.as_str(),
        group.purpose.as_str(),
        group.level.as_str(),
        group.looks.icon,
        group.looks.hue,
        by.0,
        now,
        group.kind.as_str(),
        group.lang.tag(),
        may.publish.as_str(),
        may.comment.as_str(),
        may.react.as_str(),
        may.invite.as_str(),
        may.see_members.as_str(),
        may.receive.as_str()
    )
    .execute(tx.db())
    .await
    .on_constraint("groups_slug_key", ())?;
    Ok(())
}

/// Whether the bin holds a group that the viewer managed.
pub(super) async fn any_binned(db: &mut Db, viewer: Viewer) -> Result<bool, Fault> {
    let any = sqlx::query_scalar!(
        r#"select exists (select 1 from visible_deleted_groups($1)) as "any!""#,
        viewer.id()
    )
    .fetch_one(db)
    .await?;
    Ok(any)
}

/// Holds the group until the end of the transaction: who belongs and who decides changes one at a time.
pub(in super::super) async fn lock(tx: &mut Tx, id: GroupId) -> Result<Option<String>, Fault> {
    // bare: nothing is shown; the permit was given over the visible group
    let level = sqlx::query_scalar!(
        "select level from groups where id = $1 and deleted_at is null for no key update",
        id.0
    )
    .fetch_optional(tx.db())
    .await?;
    Ok(level)
}

/// Takes lines out of inboxes that led to what their readers can no longer see, and answers whose inboxes changed.
pub(in super::super) async fn clear_notices(
    tx: &mut Tx,
    group: GroupId,
    member: Option<MemberId>,
) -> Result<Vec<MemberId>, Fault> {
    let cleared = sqlx::query_scalar!(
        // bare: the visible lines are those that stay
        r#"with cleared as (
               delete from notices n
               where ($2::uuid is null or n.member_id = $2)
                 and (n.group_id = $1 or n.post_id in (select p.id from posts p where p.group_id = $1 union all select j.post_id from joint_posts j where j.group_id = $1))
                 and not exists (select 1 from visible_notices(n.member_id) v where v.id = n.id)
               returning n.member_id)
           select distinct member_id as "member!: MemberId" from cleared"#,
        group.0,
        member.map(|member| member.0)
    )
    .fetch_all(tx.db())
    .await?;
    Ok(cleared)
}
