//! A group's settings: the questions, each with how it is answered now.

use askama::Template;

use crate::{
    authz::{GroupCan, GroupStanding, OpenSettings, Permit},
    features::{
        governance::urls,
        groups::{self, GroupHeader, Tab, header},
        key_dates, labels, post_templates,
    },
    i18n::T,
    kernel::Url,
    ui::{Icon, Page, Place, icon},
    web::{Cx, Reply},
};

#[derive(Template)]
#[template(path = "governance/overview.html")]
struct OverviewPage {
    t: T,
    slug: String,
    header: GroupHeader,
    lines: Vec<Line>,
}

struct Line {
    icon: Icon,
    title: String,
    text: String,
    url: Url,
}

impl Page for OverviewPage {
    fn title(&self) -> String {
        format!("{} · {}", self.t.groups_settings_title(), self.header.name())
    }

    fn place(&self) -> Place {
        Place::Group(self.slug.clone())
    }
}

/// `GET /groups/{group}/settings`
pub(in super::super) async fn show(cx: Cx, permit: Permit<OpenSettings>) -> Reply {
    let group = permit.about();
    let header = header(&cx, &mut *cx.db().await?, group, Tab::Managing).await?;
    let lines = lines(cx.t(), group);
    cx.page(OverviewPage { t: cx.t(), slug: group.slug.clone(), header, lines }).await
}

/// The questions that the viewer may answer, in the order in which they come up.
fn lines(t: T, group: &GroupStanding) -> Vec<Line> {
    let (can, slug) = (GroupCan::of(group), &group.slug);
    let page = |name| urls::page(slug, name);
    let end = if group.archived { t.governance_end_line_archived() } else { t.governance_end_line() };
    let mut all = about(t, can, slug);
    all.extend([
        (
            can.govern,
            "eye",
            t.governance_level_title().to_string(),
            t.governance_level_line(group.level.as_str()).to_string(),
            page("level"),
        ),
        (
            can.govern,
            "shield",
            t.governance_permissions_title().to_string(),
            t.governance_permissions_line().to_string(),
            page("permissions"),
        ),
    ]);
    all.extend(kept(t, can, slug));
    all.extend(people(t, can, slug));
    all.extend([
        (
            can.govern,
            "bell",
            t.governance_hearing_title().to_string(),
            t.governance_hearing_line().to_string(),
            page("notifications"),
        ),
        (
            can.manage,
            "eye",
            t.governance_visits_title().to_string(),
            t.governance_visits_line().to_string(),
            page("visits"),
        ),
        (can.archive, "archive", t.governance_end_title().to_string(), end.to_string(), page("end")),
    ]);
    let shown = all.into_iter().filter(|(shown, ..)| *shown);
    shown.map(|(_, mark, title, text, url)| Line { icon: icon(mark), title, text, url }).collect()
}

type Question = (bool, &'static str, String, String, Url);

/// What managers keep for those who publish.
fn kept(t: T, can: GroupCan, slug: &str) -> Vec<Question> {
    vec![
        (
            can.govern,
            "tags",
            t.labels_title().to_string(),
            t.labels_line().to_string(),
            labels::urls::of_group(slug),
        ),
        (
            can.govern,
            "layout-template",
            t.templates_title().to_string(),
            t.templates_line().to_string(),
            post_templates::urls::of_group(slug),
        ),
        (
            can.govern,
            "calendar-clock",
            t.dates_title().to_string(),
            t.dates_line().to_string(),
            key_dates::urls::of_group(slug),
        ),
    ]
}

/// What the group says of itself.
fn about(t: T, can: GroupCan, slug: &str) -> Vec<Question> {
    vec![
        (
            can.edit,
            "pencil",
            t.governance_identity_title().to_string(),
            t.governance_identity_line().to_string(),
            urls::page(slug, "identity"),
        ),
        (
            can.edit,
            "image",
            t.governance_cover_title().to_string(),
            t.governance_cover_line().to_string(),
            urls::page(slug, "cover"),
        ),
        (
            can.edit,
            "list-checks",
            t.governance_expectations_title().to_string(),
            t.governance_expectations_line().to_string(),
            urls::page(slug, "expectations"),
        ),
        (
            can.edit,
            "folder",
            t.governance_theme_title().to_string(),
            t.governance_theme_line().to_string(),
            urls::page(slug, "theme"),
        ),
        (
            can.edit,
            "link",
            t.governance_links_title().to_string(),
            t.governance_links_line().to_string(),
            urls::page(slug, "links"),
        ),
    ]
}

/// Who belongs, and how one comes in.
fn people(t: T, can: GroupCan, slug: &str) -> Vec<Question> {
    vec![
        (
            can.manage,
            "users",
            t.governance_members_title().to_string(),
            t.governance_members_line().to_string(),
            groups::urls::members(slug),
        ),
        (
            can.govern,
            "sparkles",
            t.governance_people_title().to_string(),
            t.governance_people_line().to_string(),
            urls::page(slug, "people"),
        ),
        (
            can.manage,
            "user-check",
            t.governance_requests_title().to_string(),
            t.governance_requests_line().to_string(),
            groups::urls::requests(slug),
        ),
        (
            can.manage && can.invite,
            "user-plus",
            t.governance_invitations_title().to_string(),
            t.governance_invitations_line().to_string(),
            groups::urls::invitations(slug),
        ),
    ]
}
