//! What the menu shows of what one may see: unread lines of the inbox and one's groups.
//! One statement for each page, derived from rows; nothing is a counter that could drift.

use chrono::NaiveDate;

use crate::{authz::Viewer, db::Db, kernel::Fault};

/// The parts of the menu that differ from person to person.
pub struct Menu {
    /// Unread lines of the inbox.
    pub unread: i64,
    /// Required fields of one's profile that are still empty.
    pub owed: i64,
    /// The first day by which one of them is due.
    pub due: Option<NaiveDate>,
    /// One's groups.
    pub groups: Vec<MenuGroup>,
}

/// A group in the menu.
#[derive(serde::Deserialize)]
#[expect(missing_docs, reason = "columns of groups")]
pub struct MenuGroup {
    pub slug: String,
    pub name: String,
    pub icon: String,
    pub hue: String,
    pub level: String,
    pub unread: bool,
}

/// How many groups stand in the menu; the rest are on the page of groups.
const MOST_GROUPS: i64 = 12;

/// Loads the menu.
pub async fn load(db: &mut Db, viewer: Viewer) -> Result<Menu, Fault> {
    // A group counts as unread by its newest post: the dot says "there is something", not how much.
    // bare: post_views are the viewer's own, posts those of the viewer's groups
    let row = sqlx::query!(
        r#"select
            (select count(*) from visible_notices($1) n where n.read_at is null) as "unread!",
            (select count(*) from owed_fields($1)) as "owed!",
            (select min(f.due_on) from owed_fields($1) f) as due,
            coalesce((select json_agg(to_json(line) order by lower(line.name)) from (
                select g.slug, g.name, g.icon, g.hue, g.level,
                       coalesce(newest.author_id <> $1 and newest.published_at > g.read_before
                           and not exists (select 1 from post_views v where v.post_id = newest.id and v.member_id = $1), false)
                           or (exists (select 1 from joint_posts j where j.group_id = g.group_id) and joint_waits($1, g.group_id, g.read_before)) as unread
                from own_standings($1) g
                left join lateral (select p.id, p.author_id, p.published_at from posts p
                                   where p.group_id = g.group_id and p.deleted_at is null order by p.published_at desc, p.id desc limit 1) newest on true
                order by newest.published_at desc nulls last limit $2) line), '[]') as "groups!""#,
        viewer.id(),
        MOST_GROUPS
    )
    .fetch_one(db)
    .await?;
    Ok(Menu { unread: row.unread, owed: row.owed, due: row.due, groups: serde_json::from_value(row.groups)? })
}
