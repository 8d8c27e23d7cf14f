//! The statements about people.

mod chart;
mod directory;

use uuid::Uuid;

use crate::{
    authz::Viewer,
    db::{Db, Tx},
    features::fields::FieldId,
    kernel::{Fault, MemberId, PostId, Timestamp},
    ui::Rings,
};

use super::{About, NewProfile};

pub(super) use chart::{Placed, above, below};
pub(super) use directory::{
    Found, GroupCount, Narrow, PageOfPeople, RingCount, TermCount, all_counts, counts, everybody, export,
    some,
};

/// Someone's profile.
pub(super) struct Row {
    pub(super) name: String,
    pub(super) headline: String,
    pub(super) about: String,
    pub(super) about_html: String,
    pub(super) place: String,
    pub(super) phone: String,
    pub(super) email: String,
    pub(super) locale: String,
    pub(super) time_zone: String,
    pub(super) external: bool,
    pub(super) photo_version: Option<Uuid>,
    pub(super) rings: Rings,
}

pub(super) async fn profile(db: &mut Db, viewer: Viewer, id: MemberId) -> Result<Option<Row>, Fault> {
    let row = sqlx::query_as!(
        Row,
        r#"select name as "name!", headline as "headline!", about as "about!", about_html as "about_html!", place as "place!",
                  phone as "phone!", email as "email!", locale as "locale!", time_zone as "time_zone!", external as "external!",
                  photo_version, rings as "rings!: Rings"
           from visible_members($1) where id = $2"#,
        viewer.id(),
        id.0
    )
    .fetch_optional(db)
    .await?;
    Ok(row)
}

/// A group that both belong to.
pub(super) struct SharedGroup {
    pub(super) slug: String,
    pub(super) name: String,
    pub(super) icon: String,
    pub(super) hue: String,
}

pub(super) async fn shared_groups(
    db: &mut Db,
    viewer: Viewer,
    id: MemberId,
) -> Result<Vec<SharedGroup>, Fault> {
    let groups = sqlx::query_as!(
        SharedGroup,
        r#"select g.slug as "slug!", g.name as "name!", g.icon as "icon!", g.hue as "hue!"
           from visible_groups($1) g
           where exists (select 1 from visible_memberships($1) mine where mine.group_id = g.id and mine.member_id = $1)
             and exists (select 1 from visible_memberships($1) theirs where theirs.group_id = g.id and theirs.member_id = $2)
           order by folded(g.name), g.id limit 50"#,
        viewer.id(),
        id.0
    )
    .fetch_all(db)
    .await?;
    Ok(groups)
}

/// Somebody in a line.
pub(super) struct Face {
    pub(super) id: MemberId,
    pub(super) name: String,
    pub(super) headline: String,
    pub(super) photo_version: Option<Uuid>,
    pub(super) rings: Rings,
}

/// Those whose manager someone is, as far as the viewer may see that.
pub(super) async fn team(
    db: &mut Db,
    viewer: Viewer,
    chart: FieldId,
    manager: MemberId,
) -> Result<Vec<Face>, Fault> {
    let team = sqlx::query_as!(
        Face,
        r#"select p.id as "id!: MemberId", p.name as "name!", p.headline as "headline!", p.photo_version,
                  p.rings as "rings!: Rings"
           from visible_field_values($1) v join visible_members($1) p on p.id = v.member_id
           where v.field_id = $2 and v.person_id = $3 and p.suspended_at is null
           order by folded(p.name), p.id limit 24"#,
        viewer.id(),
        chart.0,
        manager.0
    )
    .fetch_all(db)
    .await?;
    Ok(team)
}

/// A post of someone, in a line.
pub(super) struct RecentPost {
    pub(super) id: PostId,
    pub(super) title: String,
    pub(super) excerpt: String,
    pub(super) lang: String,
    pub(super) published_at: Timestamp,
    pub(super) group_name: String,
}

pub(super) async fn recent_posts(
    db: &mut Db,
    viewer: Viewer,
    id: MemberId,
) -> Result<Vec<RecentPost>, Fault> {
    let posts = sqlx::query_as!(
        RecentPost,
        r#"select p.id as "id!: PostId", p.title as "title!", p.excerpt as "excerpt!", p.lang as "lang!",
                  p.published_at as "published_at!", g.name as "group_name!"
           from visible_posts($1) p join visible_groups($1) g on g.id = p.group_id
           where p.author_id = $2 and p.anonymised_at is null order by p.published_at desc, p.id desc limit 5"#,
        viewer.id(),
        id.0
    )
    .fetch_all(db)
    .await?;
    Ok(posts)
}

/// The version of the photo someone shows now.
pub(super) async fn photo_version(db: &mut Db, viewer: Viewer, id: MemberId) -> Result<Option<Uuid>, Fault> {
    let version =
        sqlx::query_scalar!("select photo_version from visible_members($1) where id = $2", viewer.id(), id.0)
            .fetch_optional(db)
            .await?;
    Ok(version.flatten())
}

pub(super) async fn update(db: &mut Db, id: MemberId, profile: &NewProfile) -> Result<(), Fault> {
    sqlx::query!(
        "update members set headline = $2, about = $3, about_html = $4, place = $5, phone = $6 where id = $1",
        id.0,
        profile.headline,
        profile.about,
        profile.about_html.as_str(),
        profile.place,
        profile.phone
    )
    .execute(db)
    .await?;
    Ok(())
}

pub(super) async fn update_about(db: &mut Db, id: MemberId, words: &About) -> Result<(), Fault> {
    sqlx::query!(
        "update members set about = $2, about_html = $3 where id = $1",
        id.0,
        words.text,
        words.html.as_str()
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Shows another photo, or none; answers the version shown before.
pub(super) async fn change_photo(
    db: &mut Db,
    id: MemberId,
    version: Option<Uuid>,
) -> Result<Option<Uuid>, Fault> {
    let before = sqlx::query_scalar!(
        // bare: one's own row, locked so that of two changes at once each sees what it replaces
        "update members set photo_version = $2
         from (select id, photo_version from members where id = $1 for update) as before
         where members.id = before.id returning before.photo_version",
        id.0,
        version
    )
    .fetch_optional(db)
    .await?;
    Ok(before.flatten())
}

/// Which of these versions someone shows.
pub(super) async fn shown(db: &mut Db, versions: &[Uuid]) -> Result<Vec<Uuid>, Fault> {
    // bare: the sweep asks for everybody's
    let shown = sqlx::query_scalar!(
        r#"select photo_version as "version!" from members where photo_version = any ($1)"#,
        versions
    );
    Ok(shown.fetch_all(db).await?)
}

/// Counts the members of the community and of each group anew.
pub(super) async fn recount(tx: &mut Tx) -> sqlx::Result<()> {
    sqlx::query!("select from community_recounted(), groups_recounted()").execute(tx.db()).await?;
    Ok(())
}
