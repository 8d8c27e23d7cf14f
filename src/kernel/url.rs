//! Local addresses, built and never concatenated.

use std::fmt::{self, Write as _};

/// An address inside this site: a path, and perhaps a query and a fragment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Url(String);

impl Url {
    /// A fixed path such as `/feed`.
    pub fn path(path: &str) -> Self {
        Self(path.to_owned())
    }

    /// The address one segment deeper; the segment is percent-encoded.
    pub fn join(mut self, segment: impl fmt::Display) -> Self {
        self.0.push('/');
        encode(&segment.to_string(), &mut self.0);
        self
    }

    /// The address with one more query parameter.
    pub fn with(mut self, name: &str, value: impl fmt::Display) -> Self {
        self.0.push(if self.0.contains('?') { '&' } else { '?' });
        self.0.push_str(name);
        self.0.push('=');
        encode(&value.to_string(), &mut self.0);
        self
    }

    /// The address of a place on the page.
    pub fn at(mut self, id: impl fmt::Display) -> Self {
        self.0.push('#');
        encode(&id.to_string(), &mut self.0);
        self
    }

    /// The address of a second of a film.
    pub fn at_second(mut self, second: f32) -> Self {
        // Writing to a String cannot fail.
        let _ = write!(self.0, "#t={second}");
        self
    }

    /// The text of the address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// An address that came from outside, if it surely leads to this site: one slash, no backslash, no control
    /// character, no host (SECURITY F-07).
    pub fn local(text: &str) -> Option<Self> {
        let mut bytes = text.bytes();
        let fine = bytes.next() == Some(b'/')
            && !matches!(bytes.next(), Some(b'/' | b'\\'))
            && text.len() <= 2_000
            && text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
        fine.then(|| Self(text.to_owned()))
    }
}

/// Percent-encodes everything but the unreserved characters of RFC 3986 §2.3.
fn encode(text: &str, out: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
}

impl fmt::Display for Url {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_this_site_are_local() {
        assert!(Url::local("/feed?before=1").is_some());
        for bad in [
            "//evil",
            "/\\evil",
            "https:evil",
            "/%0d%0a\r\n",
            "javascript:alert(1)",
            "",
            "feed",
            "/a b",
            "/é",
        ] {
            assert_eq!(Url::local(bad), None, "{bad}");
        }
        assert_eq!(Url::local(&format!("/{}", "a".repeat(2_000))), None);
    }

    #[test]
    fn segments_and_values_are_encoded() {
        let url = Url::path("/groups").join("a/b").with("q", "é&").at("x");
        assert_eq!(url.as_str(), "/groups/a%2Fb?q=%C3%A9%26#x");
    }
}
