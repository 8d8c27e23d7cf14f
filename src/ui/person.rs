//! People: always a circle.

use askama::{Template, filters::HtmlSafe};
use uuid::Uuid;

use crate::kernel::{MemberId, Url};

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
}

impl Person {
    /// Their profile.
    pub fn url(&self) -> Url {
        Url::path("/people").join(self.id)
    }

    /// Their picture, 40 px.
    pub fn avatar(&self) -> Avatar {
        Avatar::of(self.id, &self.name, self.photo)
    }
}

/// A picture in a circle, or initials on a tint. Decorative: the name stands beside it.
#[derive(Clone, Debug, Template)]
#[template(
    source = r#"<span class="ava{{ class }}" data-tint="{{ tint }}">{% match photo %}{% when Some with (url) %}<img src="{{ url }}" alt="" width="96" height="96" loading="lazy" decoding="async">{% when None %}<span aria-hidden="true">{{ initials }}</span>{% endmatch %}</span>"#,
    ext = "html"
)]
pub struct Avatar {
    class: &'static str,
    tint: u8,
    initials: String,
    photo: Option<Url>,
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
        }
    }

    /// Nobody one may know.
    pub fn hidden() -> Self {
        Self { class: "", tint: 0, initials: "·".to_owned(), photo: None }
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
