//! Reading what a page on the web says of itself: `og:`, `twitter:`, its title and description. Only the words of its
//! tags are looked at, in one go and without building a tree, so that no page can be deep.

use std::cell::RefCell;

use encoding_rs::{Encoding, UTF_8};
use html5ever::{
    tendril::StrTendril,
    tokenizer::{
        BufferQueue, Tag,
        TagKind::{EndTag, StartTag},
        Token::{self, CharacterTokens, TagToken},
        TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
        states::RawKind,
    },
};
use url::Url;

use super::{
    Page,
    model::{MOST_DESCRIPTION, MOST_SITE, MOST_TITLE},
};
use crate::kernel::{Line, markup::excerpt};

/// The beginning of a text that is looked at, in characters.
const MOST_RAW: usize = 2_000;
/// Where a page has to say in which letters it is written, in bytes.
const HEAD: usize = 1_024;

/// Reads a page that came from `from`.
pub(super) fn read(content_type: &str, bytes: &[u8], from: &Url) -> Page {
    let (text, ..) = encoding(content_type, bytes).decode(bytes);
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(&text));
    let tokenizer = Tokenizer::new(Reader::default(), TokenizerOpts::default());
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    let found = tokenizer.sink.0.into_inner();
    let picture = found.picture.and_then(|picture| from.join(picture.trim()).ok());
    Page {
        title: line(&found.og_title.or(found.title).unwrap_or_default(), MOST_TITLE),
        description: line(&found.og_description.or(found.description).unwrap_or_default(), MOST_DESCRIPTION),
        site: line(&found.site.unwrap_or_default(), MOST_SITE),
        film: found.kind.is_some_and(|kind| kind.to_ascii_lowercase().starts_with("video")),
        picture: picture.filter(|url| matches!(url.scheme(), "http" | "https")).map(Into::into),
    }
}

/// In which letters a page is written: as its header says, else as it says itself.
fn encoding(content_type: &str, bytes: &[u8]) -> &'static Encoding {
    let head = bytes.get(..HEAD.min(bytes.len())).unwrap_or_default();
    let head = String::from_utf8_lossy(head);
    [content_type, head.as_ref()].into_iter().find_map(label).unwrap_or(UTF_8)
}

/// What stands behind `charset=`.
fn label(text: &str) -> Option<&'static Encoding> {
    let text = text.to_ascii_lowercase();
    let (_, behind) = text.split_once("charset=")?;
    let behind = behind.trim_start_matches(['"', '\'', ' ']);
    let end =
        behind.find(|c: char| !c.is_ascii_alphanumeric() && !"-_:.".contains(c)).unwrap_or(behind.len());
    Encoding::for_label(behind.get(..end)?.as_bytes())
}

/// One clean line, cut between words.
fn line(text: &str, most: usize) -> String {
    let start: String = text.chars().take(MOST_RAW).collect();
    let one: Vec<&str> = start.split_whitespace().collect();
    Line::<MOST_RAW>::parse(&one.join(" ")).map(|line| excerpt(line.as_str(), most)).unwrap_or_default()
}

/// What was found so far; the first of each kind counts.
#[derive(Default)]
struct Found {
    og_title: Option<String>,
    title: Option<String>,
    in_title: bool,
    og_description: Option<String>,
    description: Option<String>,
    site: Option<String>,
    picture: Option<String>,
    kind: Option<String>,
}

/// Looks at each tag as it comes.
#[derive(Default)]
struct Reader(RefCell<Found>);

impl Found {
    fn meta(&mut self, tag: &Tag) {
        let attribute = |name: &str| {
            let found = tag.attrs.iter().find(|attribute| &*attribute.name.local == name);
            found.map(|attribute| attribute.value.trim().to_owned()).filter(|value| !value.is_empty())
        };
        let Some(content) = attribute("content") else { return };
        let Some(name) = attribute("property").or_else(|| attribute("name")) else { return };
        let place = match name.to_ascii_lowercase().as_str() {
            "og:title" | "twitter:title" => &mut self.og_title,
            "og:description" | "twitter:description" => &mut self.og_description,
            "description" => &mut self.description,
            "og:site_name" => &mut self.site,
            "og:type" => &mut self.kind,
            "og:image" | "og:image:url" | "og:image:secure_url" | "twitter:image" | "twitter:image:src" => {
                &mut self.picture
            }
            _ => return,
        };
        place.get_or_insert(content);
    }
}

impl TokenSink for Reader {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut found = self.0.borrow_mut();
        match token {
            TagToken(tag) if tag.kind == StartTag => match &*tag.name {
                "meta" => found.meta(&tag),
                "title" => {
                    found.in_title = found.title.is_none();
                    return TokenSinkResult::RawData(RawKind::Rcdata);
                }
                "textarea" => return TokenSinkResult::RawData(RawKind::Rcdata),
                "script" => return TokenSinkResult::RawData(RawKind::ScriptData),
                "style" | "xmp" | "iframe" | "noembed" | "noframes" => {
                    return TokenSinkResult::RawData(RawKind::Rawtext);
                }
                _ => {}
            },
            TagToken(tag) if tag.kind == EndTag && &*tag.name == "title" => found.in_title = false,
            CharacterTokens(text) if found.in_title => {
                let title = found.title.get_or_insert_default();
                if title.len() < MOST_RAW * 4 {
                    title.push_str(&text);
                }
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(html: &str) -> Page {
        read("text/html; charset=utf-8", html.as_bytes(), &Url::parse("https://a.fr/b/c").unwrap())
    }

    #[test]
    fn what_a_page_says_of_itself_is_read() {
        let read = page(
            "<!doctype html><title>Autre</title><meta property='og:title' content='Le  banc &amp; la vue'>
             <meta name=description content='Un banc'><meta property=og:site_name content=Estuaire>
             <meta property=og:image content='../vue.jpg'>",
        );
        assert_eq!((read.title.as_str(), read.description.as_str()), ("Le banc & la vue", "Un banc"));
        assert_eq!((read.site.as_str(), read.picture.as_deref()), ("Estuaire", Some("https://a.fr/vue.jpg")));
    }

    #[test]
    fn sites_for_videos_are_known_by_what_their_pages_say() {
        let film =
            |kind: &str| page(&format!("<title>T</title><meta property=og:type content='{kind}'>")).film;
        assert!(film("video.other") && film("Video"));
        assert!(!film("article") && !film("") && !page("<title>T</title>").film);
    }

    #[test]
    fn the_title_stands_in_where_there_is_nothing_better() {
        assert_eq!(page("<title>\n Un <b>banc</b>\n</title><title>Deux</title>").title, "Un <b>banc</b>");
        assert_eq!(page("<meta property=og:title content=''><title>Un</title>").title, "Un");
        for none in ["", "<p>Rien", "<script>'<title>Non</title>'</script>", "<title>", "<title> </title>"] {
            assert_eq!(page(none), Page::default(), "{none}");
        }
    }

    #[test]
    fn hostile_pages_are_read_to_their_end() {
        assert_eq!(page("<title><script>alert(1)</script></title>").title, "<script>alert(1)</script>");
        assert_eq!(page("<title>a\u{202E}b\u{0}c</title>").title, "ab\u{FFFD}c");
        let long = page(&format!("<title>{}</title>", "mot ".repeat(500_000)));
        assert!(long.title.chars().count() <= MOST_TITLE && long.title.ends_with('…'));
        assert_eq!(page(&format!("{}<title>Profond</title>", "<div>".repeat(200_000))).title, "Profond");
        for odd in ["javascript:alert(1)", "data:image/png;base64,AAAA", "file:///etc/passwd", "http://["] {
            assert_eq!(page(&format!("<meta property=og:image content='{odd}'>")).picture, None, "{odd}");
        }
    }

    #[test]
    fn letters_are_read_as_the_page_says() {
        let from = Url::parse("https://a.fr/").unwrap();
        let latin = b"<meta charset=\"iso-8859-1\"><title>\xE9t\xE9</title>";
        assert_eq!(read("text/html", latin, &from).title, "été");
        assert_eq!(read("text/html; charset=windows-1252", b"<title>\xE9t\xE9</title>", &from).title, "été");
        assert_eq!(read("text/html", b"\xFF\xFE<\0t\0i\0t\0l\0e\0>\0A\0", &from).title, "A");
        // What it says may be wrong: no letter is lost to a crash.
        assert_eq!(
            read("text/html; charset=utf-8", b"<title>\xE9t\xE9</title>", &from).title,
            "\u{FFFD}t\u{FFFD}"
        );
        assert_eq!(read("text/html; charset=nonsense", "<title>été</title>".as_bytes(), &from).title, "été");
    }
}
