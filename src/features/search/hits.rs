//! What was found, as it is shown.

use askama::{Template, filters::HtmlSafe};

use super::store::{FoundIn, Group, Shown};
use crate::{
    i18n::T,
    kernel::Url,
    ui::{Avatar, Glyph, Moment, Person, links},
    web::Cx,
};

/// The signs that `search_shown` puts around what was found.
const OPENS: char = '\u{E000}';
const CLOSES: char = '\u{E001}';

/// A text in pieces, some of which were looked for. Everything in it is escaped.
#[derive(Clone, Debug, PartialEq, Eq, Template)]
#[template(
    source = "{% for (found, text) in pieces %}{% if *found %}<mark>{{ text }}</mark>{% else %}{{ text }}{% endif %}{% endfor %}",
    ext = "html"
)]
pub(super) struct Marked {
    pieces: Vec<(bool, String)>,
}

impl HtmlSafe for Marked {}

impl Marked {
    /// Cuts a text at the signs.
    pub(super) fn of(text: &str) -> Self {
        let mut pieces = Vec::new();
        let mut found = false;
        for piece in text.split([OPENS, CLOSES]) {
            if !piece.is_empty() {
                pieces.push((found, piece.to_owned()));
            }
            found = !found;
        }
        Self { pieces }
    }

    /// The same of a text that was HTML: what stood for a sign is that sign again.
    pub(super) fn of_html(text: &str) -> Self {
        let read = |(found, piece): (bool, String)| {
            let signs = [
                ("&nbsp;", "\u{A0}"),
                ("&lt;", "<"),
                ("&gt;", ">"),
                ("&quot;", "\""),
                ("&#39;", "'"),
                ("&amp;", "&"),
            ];
            (found, signs.iter().fold(piece, |piece, (name, sign)| piece.replace(name, sign)))
        };
        Self { pieces: Self::of(text).pieces.into_iter().map(read).collect() }
    }
}

/// A group.
pub(super) struct GroupHit {
    pub(super) name: String,
    pub(super) purpose: String,
    pub(super) private: bool,
    pub(super) url: Url,
    pub(super) glyph: Glyph,
}

impl From<Group> for GroupHit {
    fn from(found: Group) -> Self {
        Self {
            url: links::group(&found.slug),
            glyph: Glyph::new(&found.icon, &found.hue),
            private: found.level != "open",
            name: found.name,
            purpose: found.purpose,
        }
    }
}

/// Somebody.
pub(super) struct PersonHit {
    pub(super) name: String,
    pub(super) headline: String,
    pub(super) url: Url,
    pub(super) avatar: Avatar,
}

impl PersonHit {
    pub(super) fn new(t: T, person: Person) -> Self {
        Self { url: person.url(), avatar: person.avatar(t), name: person.name, headline: person.headline }
    }
}

/// A document that says what was looked for.
pub(super) struct Document {
    pub(super) name: String,
    pub(super) url: Url,
    /// Where it says it; nothing where only the title of its publication fits.
    pub(super) excerpt: Option<Marked>,
}

impl From<FoundIn> for Document {
    fn from(found: FoundIn) -> Self {
        Self {
            url: links::file_preview(found.id),
            name: found.name,
            excerpt: found.excerpt.contains(OPENS).then(|| Marked::of(&found.excerpt)),
        }
    }
}

/// A publication or a comment.
pub(super) struct Hit {
    pub(super) url: Url,
    pub(super) title: Marked,
    pub(super) excerpt: Marked,
    pub(super) files: Option<Marked>,
    pub(super) found_in: Vec<Document>,
    pub(super) lang: String,
    /// A comment rather than the publication itself.
    pub(super) comment: bool,
    pub(super) author: String,
    pub(super) avatar: Avatar,
    pub(super) person: Option<Url>,
    pub(super) group: String,
    pub(super) group_url: Url,
    pub(super) glyph: Glyph,
    pub(super) closed: bool,
    pub(super) moment: Moment,
}

impl Hit {
    pub(super) fn new(cx: &Cx, shown: Shown) -> Self {
        let t: T = cx.t();
        let former = || t.posts_former_member().to_string();
        let avatar = match (shown.author, &shown.name) {
            (Some(id), Some(name)) => {
                Avatar::of(id, name, shown.photo).ringed(t, &shown.rings.unwrap_or_default(), None)
            }
            _ => Avatar::hidden(),
        };
        let title = if shown.title.is_empty() {
            Marked::of(&t.posts_post_of(shown.post_author.unwrap_or_else(former)).to_string())
        } else {
            Marked::of(&shown.title)
        };
        Self {
            url: shown.comment.map_or_else(|| links::post(shown.post), |id| links::comment(shown.post, id)),
            title,
            excerpt: Marked::of_html(&shown.excerpt),
            files: shown.files.as_deref().map(Marked::of),
            found_in: shown.found_in.0.into_iter().map(Document::from).collect(),
            lang: shown.lang,
            comment: shown.comment.is_some(),
            author: shown.name.unwrap_or_else(former),
            avatar: avatar.small(),
            person: shown.author.map(links::person),
            group: shown.group_name,
            group_url: links::group(&shown.group_slug),
            glyph: Glyph::new(&shown.icon, &shown.hue).tiny(),
            closed: shown.level != "open",
            moment: Moment::new(cx, shown.at),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_is_marked_and_everything_escaped() {
        let marked = Marked::of_html("a &lt;b&gt; \u{E000}&lt;script&gt;\u{E001} &amp;lt;");
        assert_eq!(marked.render().unwrap(), "a &#60;b&#62; <mark>&#60;script&#62;</mark> &#38;lt;");
        assert_eq!(Marked::of("\u{E000}x&amp;").render().unwrap(), "<mark>x&#38;amp;</mark>");
    }
}
