//! Cards of groups, and the level in words. Other rooms show groups with these.

use askama::{Template, filters::HtmlSafe};

use super::{
    store::{self, CardRow, Listing},
    urls,
};
use crate::{
    authz::{GroupCan, GroupStanding, Level},
    db::Db,
    i18n::{Locale, T},
    kernel::{Fault, Slice, Url},
    ui::{Glyph, Icon, icon, links},
    web::Cx,
};

/// A level: its icon and its name.
#[derive(Clone, Debug, Template)]
#[template(source = "<span>{{ icon }}{{ text }}</span>", ext = "html")]
pub struct LevelBadge {
    icon: Icon,
    text: String,
}

impl HtmlSafe for LevelBadge {}

impl LevelBadge {
    /// The badge of a level.
    pub fn of(t: T, level: Level) -> Self {
        let (name, text) = match level {
            Level::Open => ("globe", t.groups_level_open()),
            Level::Private => ("lock", t.groups_level_private()),
            Level::Secret => ("eye-off", t.groups_level_secret()),
        };
        Self { icon: icon(name).small(), text: text.to_string() }
    }

    /// Its icon alone, where the sentence beside it says the rest.
    pub fn mark(&self) -> Icon {
        self.icon
    }
}

/// What a level means, as a whole sentence.
pub(super) fn level_sentence(t: T, level: Level) -> String {
    match level {
        Level::Open => t.groups_level_open_means(),
        Level::Private => t.groups_level_private_means(),
        Level::Secret => t.groups_level_secret_means(),
    }
    .to_string()
}

/// A group as a card: what it is, and what the viewer is to it.
#[derive(Template)]
#[template(path = "groups/card.html")]
pub struct GroupCard {
    t: T,
    slug: String,
    url: Url,
    name: String,
    purpose: String,
    glyph: Glyph,
    level: LevelBadge,
    members: Option<i64>,
    role: Option<String>,
    asked: bool,
    invited: bool,
    archived: bool,
    theme: Option<String>,
    join: Option<Url>,
    ask: Option<Url>,
}

impl HtmlSafe for GroupCard {}

impl GroupCard {
    fn new(t: T, locale: Locale, row: CardRow) -> Self {
        let group: GroupStanding = row.standing;
        let can = GroupCan::of(&group);
        Self {
            t,
            url: links::group(&group.slug),
            name: row.name,
            purpose: row.purpose,
            glyph: Glyph::new(&row.icon, &row.hue).medium(),
            level: LevelBadge::of(t, group.level),
            members: row.members,
            role: group.role.map(|role| super::header::role_name(t, role)),
            asked: group.asked,
            invited: row.invited,
            archived: group.archived,
            theme: row.theme.map(|theme| theme.of(locale).to_owned()),
            join: (can.join && !row.invited).then(|| urls::join(&group.slug)),
            ask: (can.ask && !row.invited).then(|| urls::about(&group.slug).at("ask")),
            slug: group.slug,
        }
    }

    /// The group's place in addresses.
    pub fn slug(&self) -> &str {
        &self.slug
    }
}

/// Cards of the viewer's groups, or of the others they may know, in their order.
pub async fn cards(
    cx: &Cx,
    db: &mut Db,
    mine: bool,
    (words, theme): (&str, Option<i32>),
    after: Option<&str>,
    most: usize,
) -> Result<Slice<GroupCard>, Fault> {
    let listing = Listing {
        mine,
        words,
        theme,
        after,
        most: i64::try_from(most.saturating_add(1)).unwrap_or(i64::MAX),
    };
    let rows = store::cards(db, cx.viewer(), listing).await?;
    Ok(Slice::cut(rows.into_iter().map(|row| GroupCard::new(cx.t(), cx.locale(), row)).collect(), most))
}
