//! People: always a circle.

use askama::{Template, filters::HtmlSafe};
use uuid::Uuid;

use super::ring::{Ring, Rings};
use crate::{
    i18n::T,
    kernel::{GroupId, MemberId, Url},
};

/// Someone as other rooms show them: only what the viewer may know.
#[derive(Clone, Debug)]
pub struct Person {
    /// Who.
    pub id: MemberId,
    /// Their name.
    pub name: String,
    /// What they do, in a line; may be empty.
    pub headline: String,
    /// The version of their photo, if they have one.
    pub photo: Option<Uuid>,
    /// What they are for the others.
    pub rings: Rings,
}

impl Person {
    /// Their profile.
    pub fn url(&self) -> Url {
        Url::path("/people").join(self.id)
    }

    /// Their picture, 40 px, with the rings that are shown everywhere.
    pub fn avatar(&self, t: T) -> Avatar {
        Avatar::of(self.id, &self.name, self.photo).ringed(t, &self.rings, None)
    }

    /// Their picture within a group, with the rings that this group gave as well.
    pub fn avatar_in(&self, t: T, group: GroupId) -> Avatar {
        Avatar::of(self.id, &self.name, self.photo).ringed(t, &self.rings, Some(group))
    }
}

/// A picture in a circle, or initials on a tint, with rings round it. The picture is decorative: the name stands beside
/// it. The rings are also words, for whoever does not see them.
#[derive(Clone, Debug, Template)]
#[template(
    source = r#"{% for ring in drawn() %}<span class="ringed{% if !loop.last %} ringed--outer{% endif %}" data-h="{{ ring.hue }}" data-ring="{{ ring.pattern }}"{% if loop.first %} title="{{ words() }}"{% endif %}>{% endfor %}<span class="ava{{ class }}" data-tint="{{ tint }}">{% match photo %}{% when Some with (url) %}<img src="{{ url }}" alt="" width="96" height="96" loading="lazy" decoding="async">{% when None %}<span aria-hidden="true">{{ initials }}</span>{% endmatch %}</span>{% for ring in drawn() %}{% if loop.last %}<span class="sr">{{ words() }} </span>{% endif %}</span>{% endfor %}"#,
    ext = "html"
)]
pub struct Avatar {
    class: &'static str,
    tint: u8,
    initials: String,
    photo: Option<Url>,
    rings: Vec<Ring>,
}

impl HtmlSafe for Avatar {}

impl Avatar {
    /// The picture of a person.
    pub fn of(id: MemberId, name: &str, photo: Option<Uuid>) -> Self {
        Self {
            class: "",
            tint: id.0.as_bytes().iter().fold(0, |sum: u8, byte| sum.wrapping_add(*byte)) % 10,
            initials: initials(name),
            photo: photo.map(|version| photo_url(id, version, 96)),
            rings: Vec::new(),
        }
    }

    /// With the rings that are shown in a group, or outside of all groups.
    pub fn ringed(self, t: T, rings: &Rings, within: Option<GroupId>) -> Self {
        Self { rings: rings.shown(t, within), ..self }
    }

    /// The rings that there is room for, the outermost first: two where the picture is large, else one.
    fn drawn(&self) -> impl Iterator<Item = &Ring> {
        let room = if self.class == " ava--l" || self.class == " ava--xl" { 2 } else { 1 };
        self.rings.iter().take(room).rev()
    }

    /// All of them, in words.
    fn words(&self) -> String {
        let labels: Vec<&str> = self.rings.iter().map(|ring| ring.label.as_str()).collect();
        labels.join(", ")
    }

    /// Nobody one may know.
    pub fn hidden() -> Self {
        Self { class: "", tint: 0, initials: "·".to_owned(), photo: None, rings: Vec::new() }
    }

    /// 28 px.
    pub fn small(self) -> Self {
        Self { class: " ava--s", ..self }
    }

    /// 56 px.
    pub fn large(self) -> Self {
        Self { class: " ava--l", ..self }
    }

    /// 88 px, from the larger file.
    pub fn huge(self, id: MemberId, photo: Option<Uuid>) -> Self {
        Self { class: " ava--xl", photo: photo.map(|version| photo_url(id, version, 384)), ..self }
    }
}

/// The address of a photo. The version changes with the photo, so that browsers may keep it.
pub fn photo_url(id: MemberId, version: Uuid, edge: u32) -> Url {
    Url::path("/people").join(id).join("photo").join(version).join(edge)
}

/// The first letters of the first and last word.
fn initials(name: &str) -> String {
    let mut words = name.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
    let first = words.next();
    first.into_iter().chain(words.next_back()).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_of_the_first_and_last_name() {
        assert_eq!(initials("Élodie de la Tour"), "ÉT");
        assert_eq!(initials("ada"), "A");
        assert_eq!(initials(""), "");
    }
}
