//! The store on an S3-compatible server.
//!
//! It is the operator's own and may stand in a private network, so it is not reached through the guarded client of
//! [`crate::outbound`], which is for addresses that members write, and is not closed by `PARVIS_OUTBOUND`. Like that one
//! it follows no redirect, asks no proxy and waits within limits. Members never hear of it: their bytes come through
//! Parvis, which looks at their rights each time.

use std::{error::Error as StdError, iter, sync::Arc, time::Duration};

use async_trait::async_trait;
use object_store::{
    BackoffConfig, ClientOptions, ObjectStore, RetryConfig,
    aws::AmazonS3Builder,
    client::{HttpClient, HttpConnector, HttpError, HttpRequest, HttpResponse, HttpService},
    prefix::PrefixStore,
};
use reqwest::redirect;

use crate::{app::config::S3, kernel::Fault};

/// How long the server may take to begin or to go on with an answer.
const READING: Duration = Duration::from_secs(20);
/// The same where it has to take a part first, or to put all parts together.
const WRITING: Duration = Duration::from_secs(120);

/// The store in a bucket.
pub(super) fn open(settings: &S3) -> Result<Arc<dyn ObjectStore>, Fault> {
    let mut builder = AmazonS3Builder::new()
        .with_bucket_name(&settings.bucket)
        .with_region(&settings.region)
        .with_access_key_id(settings.access_key_id.reveal())
        .with_secret_access_key(settings.secret_access_key.reveal())
        // Deleting several at once is not known to every server.
        .with_disable_bulk_delete(true)
        .with_disable_tagging(true)
        .with_retry(RetryConfig {
            backoff: BackoffConfig {
                init_backoff: Duration::from_millis(100),
                max_backoff: Duration::from_secs(2),
                base: 2.,
            },
            max_retries: 3,
            retry_timeout: Duration::from_secs(15),
        })
        .with_http_connector(Line::new()?);
    if let Some(endpoint) = &settings.endpoint {
        builder = builder.with_endpoint(endpoint.as_str().trim_end_matches('/'));
    }
    let bucket = builder.build()?;
    if settings.prefix.is_empty() {
        return Ok(Arc::new(bucket));
    }
    Ok(Arc::new(PrefixStore::new(bucket, settings.prefix.as_str())))
}

/// The way to the server.
#[derive(Clone, Debug)]
struct Line {
    reading: reqwest::Client,
    writing: reqwest::Client,
}

impl Line {
    fn new() -> Result<Self, Fault> {
        // The second one to install it finds it installed.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = |patience| {
            reqwest::Client::builder()
                .no_proxy()
                .redirect(redirect::Policy::none())
                .user_agent("Parvis")
                .referer(false)
                // Bytes as they lie there.
                .no_gzip()
                .no_brotli()
                .connect_timeout(Duration::from_secs(5))
                .read_timeout(patience)
                .build()
        };
        Ok(Self { reading: client(READING)?, writing: client(WRITING)? })
    }
}

impl HttpConnector for Line {
    fn connect(&self, _: &ClientOptions) -> object_store::Result<HttpClient> {
        Ok(HttpClient::new(self.clone()))
    }
}

#[async_trait]
impl HttpService for Line {
    async fn call(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        let line = if request.method().is_safe() { &self.reading } else { &self.writing };
        line.call(request).await
    }
}

/// Why the store cannot be used, and what to look at.
#[derive(Debug)]
pub enum Trouble {
    /// The settings are wrong: it will not come right by itself.
    Wrong(String),
    /// It may answer later.
    Silent(String),
}

impl Trouble {
    /// The sentence for the operator.
    pub fn words(self) -> String {
        match self {
            Self::Wrong(words) | Self::Silent(words) => words,
        }
    }
}

/// What an operator can do about an error.
pub(super) fn trouble(settings: &S3, error: &object_store::Error) -> Trouble {
    let (what, bucket) = (told(error), &settings.bucket);
    match status(error) {
        Some(401 | 403) => Trouble::Wrong(format!(
            "{settings} refuses the key ({what}): look at PARVIS_S3_ACCESS_KEY_ID and PARVIS_S3_SECRET_ACCESS_KEY, \
             and at what the key may do: list, read, write, delete"
        )),
        Some(404) => Trouble::Wrong(format!(
            "{settings} has no bucket {bucket} ({what}): make it, or look at PARVIS_STORAGE and PARVIS_S3_ENDPOINT"
        )),
        // What a server says whose bucket is in another region.
        Some(300..=499) => Trouble::Wrong(format!(
            "{settings} does not take requests ({what}): look at PARVIS_S3_REGION and PARVIS_S3_ENDPOINT"
        )),
        _ => Trouble::Silent(format!(
            "{settings} does not answer as it should ({what}): look at PARVIS_S3_ENDPOINT"
        )),
    }
}

/// Whether nothing was found because there is not even a bucket.
pub(super) fn is_bucket_missing(error: &object_store::Error) -> bool {
    told(error) == "NoSuchBucket"
}

/// The heart of an error: the server's code where it gave one, else its status, else what broke underneath. The whole
/// would hold the server's XML, with the key and what was signed.
pub(super) fn told(error: &object_store::Error) -> String {
    match (between(&whole(error), "<Code>", "</Code>"), status(error)) {
        (Some(code), _) => code.to_owned(),
        (None, Some(status)) => format!("status {status}"),
        (None, None) => causes(error).last().map(ToString::to_string).unwrap_or_default(),
    }
}

/// The status that the server answered, if it did.
fn status(error: &object_store::Error) -> Option<u16> {
    let text = whole(error);
    if text.contains("redirect without LOCATION") {
        return Some(301);
    }
    between(&text, "status code: ", ":")?.split(' ').next()?.parse().ok()
}

fn between<'a>(text: &'a str, from: &str, to: &str) -> Option<&'a str> {
    Some(text.split_once(from)?.1.split_once(to)?.0)
}

/// All that an error and its causes say; which of them says what differs between the kinds of requests.
fn whole(error: &object_store::Error) -> String {
    causes(error).map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

fn causes(error: &object_store::Error) -> impl Iterator<Item = &dyn StdError> {
    iter::successors(Some(error as &dyn StdError), |error| (*error).source())
}
