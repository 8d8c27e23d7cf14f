//! What stands above every page of a group: its square, name, purpose and level, what one may do, and the tabs.
//!
//! The buttons are the rules themselves (`GroupCan`). One statement brings it all.

use askama::{Template, filters::HtmlSafe};

use super::{cards::LevelBadge, store, urls};
use crate::{
    authz::{GroupCan, GroupFace, GroupRole, GroupStanding, Level},
    db::Db,
    i18n::T,
    kernel::{Fault, Timestamp, Url},
    ui::{Glyph, links},
    web::Cx,
};

/// A page of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// What is published.
    Posts,
    /// Who is in.
    Members,
    /// What it is asked at length.
    Surveys,
    /// What it is.
    About,
    /// A page of the managers; no tab stands for it.
    Managing,
}

/// The header of a group.
#[derive(Template)]
#[template(path = "groups/header.html")]
pub struct GroupHeader {
    t: T,
    tab: Tab,
    can: GroupCan,
    name: String,
    purpose: String,
    glyph: Glyph,
    hue: String,
    cover: Option<Url>,
    level: LevelBadge,
    members: Option<i64>,
    requests: i64,
    role: Option<String>,
    archived: bool,
    waiting: bool,
    visiting: bool,
    inside: bool,
    invited: bool,
    for_good: bool,
    urls: Links,
    created_at: Timestamp,
}

impl HtmlSafe for GroupHeader {}

/// The addresses of a group's pages and buttons.
#[derive(Clone, Debug)]
pub(super) struct Links {
    pub posts: Url,
    pub members: Url,
    pub about: Url,
    pub surveys: Url,
    pub ask: Url,
    pub join: Url,
    pub leave: Url,
    pub invite: Url,
    pub requests: Url,
    pub settings: Url,
    pub end_visit: Url,
    pub hearing: Url,
}

impl Links {
    pub(super) fn of(slug: &str) -> Self {
        Self {
            posts: links::group(slug),
            members: urls::members(slug),
            about: urls::about(slug),
            surveys: links::group(slug).join("surveys"),
            ask: urls::about(slug).at("ask"),
            join: urls::join(slug),
            leave: urls::leave(slug),
            invite: urls::invitations(slug),
            requests: urls::requests(slug),
            settings: urls::settings(slug),
            end_visit: urls::end_visit(slug),
            hearing: urls::hearing(slug),
        }
    }
}

impl GroupHeader {
    pub(super) fn new(t: T, group: &GroupStanding, row: GroupFace, tab: Tab) -> Self {
        Self {
            t,
            tab,
            can: GroupCan::of(group),
            glyph: Glyph::new(&row.icon, &row.hue).large(),
            hue: row.hue,
            cover: row.cover.map(|cover| links::picture(cover, 1600)),
            level: LevelBadge::of(t, group.level),
            name: row.name,
            purpose: row.purpose,
            members: row.members,
            requests: row.requests.unwrap_or_default(),
            role: group.role.map(|role| role_name(t, role)),
            archived: group.archived,
            waiting: group.asked,
            visiting: group.visiting,
            inside: group.role.is_some(),
            invited: group.role.is_none() && row.invited,
            for_good: group.level != Level::Open || group.external,
            urls: Links::of(&group.slug),
            created_at: row.created_at,
        }
    }

    /// What the group is called, for the title of the window.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// When it was started.
    pub fn created_at(&self) -> Timestamp {
        self.created_at
    }
}

/// The header of a group the viewer may know.
pub async fn header(cx: &Cx, db: &mut Db, group: &GroupStanding, tab: Tab) -> Result<GroupHeader, Fault> {
    let row = store::face(db, cx.viewer(), group).await?;
    Ok(GroupHeader::new(cx.t(), group, row, tab))
}

/// What a group the viewer may know is called and looks like.
pub async fn face(cx: &Cx, group: &GroupStanding) -> Result<GroupFace, Fault> {
    if let Some(face) = &group.face {
        return Ok(face.clone());
    }
    store::face(&mut *cx.db().await?, cx.viewer(), group).await
}

/// A role in words.
pub(super) fn role_name(t: T, role: GroupRole) -> String {
    match role {
        GroupRole::Guest => t.groups_role_guest(),
        GroupRole::Member => t.groups_role_member(),
        GroupRole::Publisher => t.groups_role_publisher(),
        GroupRole::Manager => t.groups_role_manager(),
    }
    .to_string()
}
