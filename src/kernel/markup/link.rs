//! Which links may stand, and that they lead where they say.

use url::{Host, Url};

/// A link that may stand.
pub(super) struct Target {
    /// For the `href` attribute.
    pub(super) href: String,
    /// The address, when it leads to a web site.
    pub(super) web: Option<Url>,
    /// Where it really leads, to be shown when the text says something else.
    pub(super) place: String,
}

/// `http`, `https` and `mailto` only, with a host, without user name or password.
pub(super) fn target(raw: &str) -> Option<Target> {
    let url = Url::parse(raw.trim()).ok()?;
    match url.scheme() {
        "http" | "https" if url.username().is_empty() && url.password().is_none() => {
            let place = bare(url.host_str()?).to_owned();
            Some(Target { href: url.to_string(), place, web: Some(url) })
        }
        // Without its query: a letter with prepared copies, subject or attachment is not what was clicked on.
        "mailto" if url.path().contains('@') && !url.path().contains(['\r', '\n', '%']) => {
            Some(Target { href: format!("mailto:{}", url.path()), place: url.path().to_owned(), web: None })
        }
        _ => None,
    }
}

/// Whether the visible text names another place than the one the link leads to.
pub(super) fn lies(text: &str, target: &Target) -> bool {
    text.split(|c: char| c.is_whitespace() || "()[]<>«»\"'’,;|".contains(c)).any(|word| match host_in(word) {
        Some(shown) => !shown.eq_ignore_ascii_case(&target.place),
        None => false,
    })
}

/// The host or e-mail address that a word looks like.
fn host_in(word: &str) -> Option<String> {
    let (scheme, rest) = match word.split_once("://") {
        Some((_, rest)) => (true, rest),
        None => (false, word.trim_start_matches("//").trim_start_matches("mailto:")),
    };
    let authority = rest.split(['/', '?', '#', '\\', '∕', '⁄', '／']).next().unwrap_or_default();
    let authority = authority.trim_matches(|c: char| !c.is_alphanumeric());
    if authority.contains('@') {
        return Some(authority.to_owned());
    }
    let host = authority.split(':').next().unwrap_or_default().replace(['。', '．', '｡', '․'], ".");
    let top = host.rsplit('.').next().unwrap_or_default();
    let named = host.contains('.') && top.chars().count() >= 2 && top.chars().all(char::is_alphabetic);
    if !(named || scheme) || host.is_empty() {
        return None;
    }
    match Host::parse(&host) {
        Ok(parsed) => Some(bare(&parsed.to_string()).to_owned()),
        Err(_) => scheme.then_some(host),
    }
}

fn bare(host: &str) -> &str {
    host.strip_prefix("www.").unwrap_or(host)
}
