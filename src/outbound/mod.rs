//! The one client for everything that Parvis fetches from outside: feeds, previews, webhooks, avatars.
//!
//! An address that a stranger chose must not make us speak to our own network, wait for ever or fill our memory.
//! [`Policy`] says what may be reached and [`Client`] holds to it: it checks the address it connects to, not the
//! name it was given, at each redirect again. Rooms know the [`Fetcher`] trait; tests hand in [`Canned`] answers.
//!
//! What only the operator names does not come through here: the mail server, and the bucket of [`crate::blobs`].
mod address;
mod canned;
mod client;
mod policy;

pub use address::is_public;
pub use canned::Canned;
pub use client::Client;
pub use policy::{Policy, vet};

use std::fmt;
use std::time::Duration;

use futures_util::future::BoxFuture;
use url::Url;

/// Longest answer, in bytes after decompression.
pub const MAX_BODY: usize = 5 * 1024 * 1024;
/// Time for the whole, redirects included.
pub const DEADLINE: Duration = Duration::from_secs(15);
/// Most redirects followed.
pub const MAX_REDIRECTS: usize = 3;

/// What is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Get {
    /// As a member or another site wrote it.
    pub url: String,
    /// The `Accept` header.
    pub accept: &'static str,
    /// The `ETag` of the last answer.
    pub etag: Option<String>,
    /// The `Last-Modified` of the last answer.
    pub last_modified: Option<String>,
    /// Longest answer, at most [`MAX_BODY`].
    pub limit: usize,
    /// Whether the beginning of a longer answer will do.
    pub cut: bool,
}

impl Get {
    /// Anything at this address.
    pub fn new(url: impl Into<String>) -> Self {
        Self { url: url.into(), accept: "*/*", etag: None, last_modified: None, limit: MAX_BODY, cut: false }
    }
}

/// Something to be delivered: redirects are not followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// As a member wrote it.
    pub url: String,
    /// Name and value of each header.
    pub headers: Vec<(&'static str, String)>,
    /// The content.
    pub body: Vec<u8>,
}

/// An answer of any status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fetched {
    /// Where it came from in the end.
    pub url: Url,
    /// The address to use from now on, when every redirect was a permanent one.
    pub moved: Option<Url>,
    /// The HTTP status: 304 means that what is known still holds.
    pub status: u16,
    /// The `Content-Type` header.
    pub content_type: Option<String>,
    /// The `ETag` header.
    pub etag: Option<String>,
    /// The `Last-Modified` header.
    pub last_modified: Option<String>,
    /// The `Retry-After` header.
    pub retry_after: Option<String>,
    /// The content, decompressed.
    pub body: Vec<u8>,
}

impl Fetched {
    /// Whether the status says that it worked.
    pub fn ok(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

/// Why nothing was fetched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FetchError {
    /// Not an address, or one with tricks in it.
    BadUrl,
    /// Not `http` or `https`, or another port than theirs.
    Scheme,
    /// It leads into a private network, or the site does not fetch from there.
    Forbidden,
    /// This site fetches nothing from outside.
    Off,
    /// No name, no connection, no certificate, no HTTP.
    Unreachable(String),
    /// Longer than [`DEADLINE`].
    TooSlow,
    /// Longer than the limit.
    TooLarge,
    /// More than [`MAX_REDIRECTS`].
    Redirects,
}

impl fmt::Display for FetchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BadUrl => f.write_str("not a web address"),
            Self::Scheme => f.write_str("only http and https on their own ports"),
            Self::Forbidden => f.write_str("address not allowed"),
            Self::Off => f.write_str("nothing is fetched from outside"),
            Self::Unreachable(why) => write!(f, "not reachable: {why}"),
            Self::TooSlow => f.write_str("too slow"),
            Self::TooLarge => f.write_str("too large"),
            Self::Redirects => f.write_str("too many redirects"),
        }
    }
}

impl std::error::Error for FetchError {}

/// The result of a request, in a form that a trait object can give.
pub type Fetching<'a> = BoxFuture<'a, Result<Fetched, FetchError>>;

/// The border to the outside: [`Client`] in life, [`Canned`] in tests.
pub trait Fetcher: fmt::Debug + Send + Sync {
    /// Fetches, following a few redirects.
    fn get(&self, request: Get) -> Fetching<'_>;
    /// Delivers.
    fn post(&self, request: Post) -> Fetching<'_>;
}
