//! The one type that templates embed without escaping, and the sanitiser that makes it.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::LazyLock;

use ammonia::Builder;
use serde::{Deserialize, Serialize};

/// Every tag that may come out.
pub(super) const TAGS: [&str; 26] = [
    "a",
    "blockquote",
    "br",
    "code",
    "del",
    "div",
    "em",
    "h3",
    "h4",
    "h5",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "span",
    "strong",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
    "sub",
    "sup",
];
/// Every class that may come out, by tag.
pub(super) const CLASSES: [(&str, &[&str]); 2] =
    [("a", &["mention", "hashtag"]), ("span", &["task", "link-host"])];
/// Every scheme that a link may have.
pub(super) const SCHEMES: [&str; 3] = ["http", "https", "mailto"];

/// How often it may change before it is shown as text.
const ROUNDS: usize = 4;

static SANITISER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    let aligned = HashMap::from([("align", HashSet::from(["left", "center", "right"]))]);
    builder
        .tags(HashSet::from(TAGS))
        .clean_content_tags(HashSet::from(["script", "style"]))
        // `rel` is written by the sanitiser itself and `class` filtered by its own list: both refuse to stand here.
        .tag_attributes(HashMap::from([("a", HashSet::from(["href"])), ("ol", HashSet::from(["start"]))]))
        .tag_attribute_values(HashMap::from([("td", aligned.clone()), ("th", aligned)]))
        .allowed_classes(CLASSES.iter().map(|(tag, names)| (*tag, names.iter().copied().collect())).collect())
        .url_schemes(HashSet::from(SCHEMES))
        .url_relative(ammonia::UrlRelative::PassThrough)
        .link_rel(Some("noopener ugc nofollow"))
        .generic_attributes(HashSet::new());
    builder
});

/// HTML that has passed the sanitiser. There is no other way to make one.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SafeHtml(String);

impl SafeHtml {
    /// Passes any HTML through the allow-list, until what comes out is read by the next parser as it was meant.
    ///
    /// A tree may hold what its own HTML cannot say (a paragraph within a paragraph): a browser would read it
    /// differently from what was checked. Ordinary text is settled after the first round.
    pub(super) fn sanitised(html: &str) -> Self {
        let mut once = SANITISER.clean(html).to_string();
        for _ in 0..ROUNDS {
            let again = SANITISER.clean(&once).to_string();
            if again == once {
                return Self(once);
            }
            once = again;
        }
        Self(escape(&once))
    }

    /// Only for text that this module produced and that was read back from our own database.
    pub fn from_stored(html: String) -> Self {
        Self(html)
    }

    /// The HTML.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing would be shown.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for SafeHtml {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl askama::filters::HtmlSafe for SafeHtml {}

/// Text as HTML.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}
