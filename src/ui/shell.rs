//! The page around every page: head, top bar, menu, phone bar, messages. Compiled once; a page is only its body.

use askama::{Template, filters::HtmlSafe};

use crate::{
    authz::{SiteRole, menu},
    i18n::{Locale, T},
    kernel::{Fault, MemberId, Url},
    ui::{Avatar, Frame, Glyph, Page, Place},
    web::{Cx, assets, flash},
};

/// What the document says about itself and how it looks: the same for all frames.
struct Head {
    title: String,
    lang: &'static str,
    theme: Option<String>,
    contrast: Option<&'static str>,
    text_size: i16,
    nonce: String,
    css: String,
    script: String,
    font: String,
    icon: String,
    logo: String,
    community: String,
}

impl Head {
    fn new(cx: &Cx, title: &str) -> Self {
        Self {
            title: title.to_owned(),
            lang: cx.locale().tag(),
            theme: cx.theme().map(str::to_owned),
            contrast: cx.me().filter(|me| me.contrast == "more").map(|_| "more"),
            text_size: cx.me().map_or(100, |me| me.text_size),
            nonce: cx.nonce().to_owned(),
            css: assets::asset("app.css"),
            script: assets::asset("app.js"),
            font: assets::asset("fonts/schibsted-grotesk-latin-wght-normal.woff2"),
            icon: assets::asset("images/favicon.svg"),
            logo: format!("{}#logo", assets::asset("icons.svg")),
            community: cx.app.config.name.clone(),
        }
    }
}

/// A message after a redirect, with its undo.
#[derive(Template)]
#[template(path = "ui/toast.html")]
pub struct Toast {
    flash: flash::Flash,
}

impl HtmlSafe for Toast {}

struct GroupLink {
    name: String,
    url: Url,
    glyph: Glyph,
    private: bool,
    unread: bool,
    here: bool,
}

#[derive(Template)]
#[template(path = "layout/shell.html")]
struct Shell<'a> {
    t: T,
    head: Head,
    body: &'a str,
    place: Place,
    aside: bool,
    me: Avatar,
    my_url: Url,
    my_id: MemberId,
    guest: bool,
    staff: bool,
    unread: i64,
    owed: i64,
    due: Option<String>,
    groups: Vec<GroupLink>,
    topics: String,
    since: i64,
    zone: String,
    shortcuts: bool,
    toast: Option<Toast>,
    address: String,
}

#[derive(Template)]
#[template(path = "layout/blank.html")]
struct Blank<'a> {
    t: T,
    head: Head,
    body: &'a str,
    languages: Vec<(Locale, Url, bool)>,
    signed_in: bool,
    toast: Option<Toast>,
    picture: Option<String>,
}

/// The page inside its frame. A script that asks for a fragment of a page gets its body alone.
pub async fn wrap<P: Page>(cx: &Cx, page: &P) -> Result<String, Fault> {
    let body = page.render()?;
    if cx.wants() == crate::web::Wants::Fragment {
        return Ok(body);
    }
    if page.frame() == Frame::Blank || cx.me().is_none() {
        let toast = toast(cx).await?;
        let picture = Some(assets::asset("images/gate.jpg"));
        return Ok(framed(cx, &page.title(), &body, toast, picture)?);
    }
    shell(cx, page, &body).await
}

/// A body with nothing but the brand around it, for errors.
pub fn blank(cx: &Cx, title: &str, body: &str) -> askama::Result<String> {
    framed(cx, title, body, None, None)
}

fn framed(
    cx: &Cx,
    title: &str,
    body: &str,
    toast: Option<Toast>,
    picture: Option<String>,
) -> askama::Result<String> {
    let languages = Locale::ALL.map(|locale| {
        let url = Url::path("/language").with("to", locale.tag()).with("next", cx.address());
        (locale, url, locale == cx.locale())
    });
    Blank {
        t: cx.t(),
        head: Head::new(cx, title),
        body,
        languages: languages.to_vec(),
        signed_in: cx.me().is_some(),
        toast,
        picture,
    }
    .render()
}

async fn shell<P: Page>(cx: &Cx, page: &P, body: &str) -> Result<String, Fault> {
    let Some(me) = cx.me() else {
        return Err(Fault::new("the shell is for members"));
    };
    let menu = menu::load(&mut *cx.db().await?, cx.viewer()).await?;
    let place = page.place();
    let here = |slug: &str| matches!(&place, Place::Group(group) if group == slug);
    let groups: Vec<GroupLink> = menu
        .groups
        .into_iter()
        .map(|group| GroupLink {
            here: here(&group.slug),
            url: Url::path("/groups").join(&group.slug),
            glyph: Glyph::new(&group.icon, &group.hue).small(),
            private: group.level != "open",
            unread: group.unread,
            name: group.name,
        })
        .collect();
    let shell = Shell {
        t: cx.t(),
        head: Head::new(cx, &page.title()),
        body,
        aside: page.frame() == Frame::Aside,
        me: me.avatar(cx.t()).small(),
        my_url: Url::path("/people").join(me.id),
        my_id: me.id,
        guest: me.external,
        staff: me.site_role > SiteRole::Moderator,
        unread: menu.unread,
        owed: menu.owed,
        due: menu.due.map(|day| crate::i18n::format::day(cx.locale(), day)),
        topics: std::iter::once("me".to_owned()).chain(page.topics()).collect::<Vec<_>>().join(" "),
        since: cx.mark(),
        zone: cx.zone().name().to_owned(),
        shortcuts: me.shortcuts,
        toast: toast(cx).await?,
        address: cx.address(),
        groups,
        place,
    };
    Ok(shell.render()?)
}

async fn toast(cx: &Cx) -> Result<Option<Toast>, Fault> {
    Ok(flash::take(cx.session()?).await?.map(|flash| Toast { flash }))
}
