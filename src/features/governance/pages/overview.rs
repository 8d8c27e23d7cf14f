//! A group's settings: the questions, each with how it is answered now.

use askama::Template;

use crate::{
    authz::{GroupCan, GroupStanding, OpenSettings, Permit},
    features::{
        governance::urls,
        groups::{self, GroupHeader, Tab, header},
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

fn lines(t: T, group: &GroupStanding) -> Vec<Line> {
    let (can, slug) = (GroupCan::of(group), &group.slug);
    let mut lines = Vec::new();
    let mut line = |shown: bool, mark, title: String, text: String, url| {
        if shown {
            lines.push(Line { icon: icon(mark), title, text, url });
        }
    };
    let page = |name| urls::page(slug, name);
    let identity = t.governance_identity_title().to_string();
    line(can.edit, "pencil", identity, t.governance_identity_line().to_string(), page("identity"));
    let level = t.governance_level_line(group.level.as_str()).to_string();
    line(can.govern, "eye", t.governance_level_title().to_string(), level, page("level"));
    let permissions = t.governance_permissions_title().to_string();
    let text = t.governance_permissions_line().to_string();
    line(can.govern, "shield", permissions, text, page("permissions"));
    let members = t.governance_members_title().to_string();
    let text = t.governance_members_line().to_string();
    line(can.manage, "users", members, text, groups::urls::members(slug));
    let requests = t.governance_requests_title().to_string();
    let text = t.governance_requests_line().to_string();
    line(can.manage, "user-check", requests, text, groups::urls::requests(slug));
    let invitations = t.governance_invitations_title().to_string();
    let text = t.governance_invitations_line().to_string();
    line(can.manage && can.invite, "user-plus", invitations, text, groups::urls::invitations(slug));
    let end = t.governance_end_title().to_string();
    let text =
        if group.archived { t.governance_end_line_archived() } else { t.governance_end_line() }.to_string();
    line(can.archive, "archive", end, text, page("end"));
    lines
}
