//! The menu as a page, for phones: everything the rail and the account menu hold.

use askama::Template;

use crate::{
    authz::{SiteRole, menu},
    i18n::T,
    kernel::Url,
    ui::{Avatar, Glyph, Page, Place, links},
    web::{Cx, Reply},
};

struct GroupLink {
    name: String,
    url: Url,
    glyph: Glyph,
    private: bool,
    unread: bool,
}

#[derive(Template)]
#[template(path = "site/menu.html")]
struct MenuPage {
    t: T,
    me: Avatar,
    name: String,
    email: String,
    my_url: Url,
    dark: bool,
    staff: bool,
    guest: bool,
    unread: i64,
    groups: Vec<GroupLink>,
}

impl Page for MenuPage {
    fn title(&self) -> String {
        self.t.shell_menu().to_string()
    }

    fn place(&self) -> Place {
        Place::Menu
    }
}

/// `GET /menu`
pub(in super::super) async fn show(cx: Cx) -> Reply {
    let me = cx.member()?;
    let menu = menu::load(&mut *cx.db().await?, cx.viewer()).await?;
    let groups = menu
        .groups
        .into_iter()
        .map(|group| GroupLink {
            url: links::group(&group.slug),
            glyph: Glyph::new(&group.icon, &group.hue).small(),
            private: group.level != "open",
            unread: group.unread,
            name: group.name,
        })
        .collect();
    cx.page(MenuPage {
        t: cx.t(),
        me: me.avatar(cx.t()),
        name: me.name.clone(),
        email: me.email.clone(),
        my_url: links::person(me.id),
        dark: cx.theme() == Some("dark"),
        staff: me.site_role > SiteRole::Moderator,
        guest: me.external,
        unread: menu.unread,
        groups,
    })
    .await
}
