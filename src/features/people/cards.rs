//! Someone in the directory: on a card, or in a line.

use askama::{Template, filters::HtmlSafe};

use crate::{
    i18n::{Locale, T},
    kernel::MemberId,
    ui::{Avatar, Person, Ring},
};

use super::store::Found;

/// A card.
#[derive(Template)]
#[template(path = "people/card.html")]
pub(super) struct MemberCard {
    t: T,
    person: Person,
    avatar: Avatar,
    place: String,
    shared: i64,
    me: bool,
    row: bool,
    tags: Vec<String>,
    ring: Option<Ring>,
}

impl HtmlSafe for MemberCard {}

impl MemberCard {
    /// The card of someone, for whoever looks.
    pub(super) fn new(t: T, locale: Locale, viewer: Option<MemberId>, found: Found, row: bool) -> Self {
        let Found { id, name, headline, place, photo_version, rings, shared, card } = found;
        let tag = |(_, fr, en): (i32, String, String)| if locale == Locale::Fr { fr } else { en };
        let tags = card.into_iter().map(tag).filter(|tag| !tag.is_empty()).take(6).collect();
        let ring = rings.shown(t, None).into_iter().next();
        let person = Person { id, name, headline, photo: photo_version, rings };
        let avatar = if row { person.avatar(t) } else { person.avatar(t).large() };
        Self { t, avatar, person, place, shared, me: viewer == Some(id), row, tags, ring }
    }
}
