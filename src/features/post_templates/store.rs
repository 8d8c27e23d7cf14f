//! The statements about templates.

use super::model::{Kept, MOST, Offer, Opened, TemplateRefused, Wording};
use crate::{
    authz::Viewer,
    db::Db,
    kernel::{Failure, Fault, GroupId, PostTemplateId, Timestamp},
};

/// The templates of a group, by name.
pub(super) async fn kept(db: &mut Db, group: GroupId) -> Result<Vec<Kept>, Fault> {
    // bare: for those who manage the group
    let templates = sqlx::query_as!(
        Kept,
        r#"select id as "id: PostTemplateId", name, title, body from post_templates where group_id = $1 order by folded(name)"#,
        group.0
    );
    Ok(templates.fetch_all(db).await?)
}

/// The templates with which the viewer can begin, of a group or of all, by group and name.
pub(super) async fn offered(db: &mut Db, viewer: Viewer, group: &str) -> Result<Vec<Offer>, Fault> {
    let offers = sqlx::query_as!(
        Offer,
        r#"select p.id as "id!: PostTemplateId", p.name as "name!", g.slug as "group_slug!", g.name as "group_name!"
           from visible_post_templates($1) p join visible_groups($1) g on g.id = p.group_id
           where $2 = '' or g.slug = $2 order by folded(g.name), g.slug, folded(p.name)"#,
        viewer.id(),
        group
    );
    Ok(offers.fetch_all(db).await?)
}

/// A template with which the viewer can begin.
pub async fn find(db: &mut Db, viewer: Viewer, id: PostTemplateId) -> Result<Option<Opened>, Fault> {
    let found = sqlx::query_as!(
        Opened,
        r#"select g.slug as "group_slug!", p.title as "title!", p.body as "body!"
           from visible_post_templates($1) p join visible_groups($1) g on g.id = p.group_id where p.id = $2"#,
        viewer.id(),
        id.0
    );
    Ok(found.fetch_optional(db).await?)
}

/// Makes a template.
pub(super) async fn insert(
    db: &mut Db,
    group: GroupId,
    wording: &Wording,
    now: Timestamp,
) -> Result<PostTemplateId, Failure<TemplateRefused>> {
    let count = sqlx::query_scalar!(
        r#"select count(*) as "count!" from post_templates where group_id = $1"#,
        group.0
    );
    if count.fetch_one(&mut *db).await? >= MOST {
        return Err(Failure::Refused(TemplateRefused::TooMany));
    }
    let made = sqlx::query_scalar!(
        r#"insert into post_templates (id, group_id, name, title, body, made_at) values ($1, $2, $3, $4, $5, $6)
           on conflict do nothing returning id as "id: PostTemplateId""#,
        PostTemplateId::new(now).0,
        group.0,
        wording.name,
        wording.title,
        wording.body,
        now
    );
    made.fetch_optional(db).await?.ok_or(Failure::Refused(TemplateRefused::Taken))
}

/// Gives a template another wording.
pub(super) async fn update(
    db: &mut Db,
    (group, id): (GroupId, PostTemplateId),
    wording: &Wording,
) -> Result<(), Failure<TemplateRefused>> {
    let taken = sqlx::query_scalar!(
        r#"select exists (select 1 from post_templates where id <> $2 and group_id = $1 and folded(name) = folded($3)) as "taken!""#,
        group.0,
        id.0,
        wording.name
    );
    if taken.fetch_one(&mut *db).await? {
        return Err(Failure::Refused(TemplateRefused::Taken));
    }
    let done = sqlx::query!(
        "update post_templates set name = $3, title = $4, body = $5 where id = $2 and group_id = $1",
        group.0,
        id.0,
        wording.name,
        wording.title,
        wording.body
    )
    .execute(db)
    .await?;
    if done.rows_affected() == 1 { Ok(()) } else { Err(Failure::Refused(TemplateRefused::Gone)) }
}

/// Throws a template away. Says whether it was there.
pub(super) async fn delete(db: &mut Db, group: GroupId, id: PostTemplateId) -> Result<bool, Fault> {
    let done = sqlx::query!("delete from post_templates where id = $2 and group_id = $1", group.0, id.0);
    Ok(done.execute(db).await?.rows_affected() == 1)
}
