//! Someone on a card of the directory.

use askama::{Template, filters::HtmlSafe};

use crate::{
    i18n::T,
    kernel::MemberId,
    ui::{Avatar, Person},
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
}

impl HtmlSafe for MemberCard {}

impl MemberCard {
    /// The card of someone, for whoever looks.
    pub(super) fn new(t: T, viewer: Option<MemberId>, found: Found) -> Self {
        let Found { id, name, headline, place, photo_version, shared, .. } = found;
        let person = Person { id, name, headline, photo: photo_version };
        Self { t, avatar: person.avatar().large(), person, place, shared, me: viewer == Some(id) }
    }
}
