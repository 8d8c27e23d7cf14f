//! The client: reqwest with everything that could lead elsewhere taken away.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::header::{
    ACCEPT, CONTENT_TYPE, ETAG, HeaderMap, HeaderName, HeaderValue, IF_MODIFIED_SINCE, IF_NONE_MATCH,
    LAST_MODIFIED, LOCATION, RETRY_AFTER,
};
use reqwest::{RequestBuilder, Response, redirect};
use tokio::time::timeout;
use url::Url;

use super::policy::vet;
use super::{DEADLINE, FetchError, Fetched, Fetcher, Fetching, Get, MAX_BODY, MAX_REDIRECTS, Policy, Post};

/// Longest set of headers, in bytes.
const MAX_HEADERS: usize = 64 * 1024;

/// Fetches from the real outside, within a [`Policy`].
#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    policy: Policy,
    deadline: Duration,
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("policy", &self.policy).finish_non_exhaustive()
    }
}

impl Client {
    /// A client for this policy. Fails when the system has no certificates to trust.
    pub fn new(policy: Policy) -> Result<Self, FetchError> {
        // The second one to install it finds it installed.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let http = reqwest::Client::builder()
            .dns_resolver(Guard(policy.clone()))
            .no_proxy()
            .redirect(redirect::Policy::none())
            .user_agent("Parvis")
            .referer(false)
            .connect_timeout(Duration::from_secs(5))
            .read_timeout(Duration::from_secs(10))
            // No connection outlives the check of its address.
            .pool_max_idle_per_host(0)
            .http1_max_headers(100)
            .http2_max_header_list_size(64 * 1024)
            .build()
            .map_err(|error| unreachable_because(&error))?;
        Ok(Self { http, policy, deadline: DEADLINE })
    }

    /// The same with another deadline.
    pub fn with_deadline(mut self, deadline: Duration) -> Self {
        self.deadline = deadline;
        self
    }

    async fn follow(&self, request: &Get) -> Result<Fetched, FetchError> {
        let mut url = vet(&self.policy, &request.url)?;
        let (mut moved, mut permanent) = (None, true);
        for _ in 0..=MAX_REDIRECTS {
            let asking = conditional(self.http.get(url.clone()), request);
            let response = self.send(asking).await?;
            let status = response.status().as_u16();
            let Some(next) =
                next_place(&url, &response).filter(|_| matches!(status, 301 | 302 | 303 | 307 | 308))
            else {
                return finish(response, url, moved, (request.limit.min(MAX_BODY), request.cut)).await;
            };
            url = vet(&self.policy, next?.as_str())?;
            permanent &= matches!(status, 301 | 308);
            moved = permanent.then(|| url.clone());
        }
        Err(FetchError::Redirects)
    }

    async fn deliver(&self, request: Post) -> Result<Fetched, FetchError> {
        let url = vet(&self.policy, &request.url)?;
        let mut headers = HeaderMap::new();
        for (name, value) in request.headers {
            let value = HeaderValue::from_str(&value).map_err(|_| FetchError::BadUrl)?;
            headers.insert(HeaderName::from_static(name), value);
        }
        let response = self.send(self.http.post(url.clone()).headers(headers).body(request.body)).await?;
        finish(response, url, None, (64 * 1024, false)).await
    }

    async fn send(&self, request: RequestBuilder) -> Result<Response, FetchError> {
        let response = request.send().await.map_err(|error| unreachable_because(&error))?;
        let size: usize = response.headers().iter().map(|(k, v)| k.as_str().len() + v.len()).sum();
        if size > MAX_HEADERS { Err(FetchError::TooLarge) } else { Ok(response) }
    }
}

impl Fetcher for Client {
    fn get(&self, request: Get) -> Fetching<'_> {
        Box::pin(async move {
            timeout(self.deadline, self.follow(&request)).await.unwrap_or(Err(FetchError::TooSlow))
        })
    }

    fn post(&self, request: Post) -> Fetching<'_> {
        Box::pin(async move {
            timeout(self.deadline, self.deliver(request)).await.unwrap_or(Err(FetchError::TooSlow))
        })
    }
}

fn conditional(mut asking: RequestBuilder, request: &Get) -> RequestBuilder {
    asking = asking.header(ACCEPT, request.accept);
    // What came from outside goes back only if it is a header value still.
    for (name, value) in [(IF_NONE_MATCH, &request.etag), (IF_MODIFIED_SINCE, &request.last_modified)] {
        if let Some(value) = value.as_deref().and_then(|v| HeaderValue::from_str(v).ok()) {
            asking = asking.header(name, value);
        }
    }
    asking
}

fn next_place(from: &Url, response: &Response) -> Option<Result<Url, FetchError>> {
    let location = response.headers().get(LOCATION)?;
    Some(
        location
            .to_str()
            .map_err(|_| FetchError::BadUrl)
            .and_then(|to| from.join(to).map_err(|_| FetchError::BadUrl)),
    )
}

async fn finish(
    mut from: Response,
    url: Url,
    moved: Option<Url>,
    (limit, cut): (usize, bool),
) -> Result<Fetched, FetchError> {
    let header = |name: HeaderName| from.headers().get(name).and_then(|v| v.to_str().ok()).map(str::to_owned);
    let mut fetched = Fetched {
        url,
        moved,
        status: from.status().as_u16(),
        content_type: header(CONTENT_TYPE),
        etag: header(ETAG),
        last_modified: header(LAST_MODIFIED),
        retry_after: header(RETRY_AFTER),
        body: Vec::new(),
    };
    while let Some(chunk) = from.chunk().await.map_err(|error| unreachable_because(&error))? {
        if fetched.body.len() + chunk.len() > limit {
            if !cut {
                return Err(FetchError::TooLarge);
            }
            fetched.body.extend(chunk.iter().take(limit - fetched.body.len()));
            break;
        }
        fetched.body.extend_from_slice(&chunk);
    }
    Ok(fetched)
}

/// Finds our own refusal among the causes; otherwise the last cause says most.
fn unreachable_because(error: &reqwest::Error) -> FetchError {
    if error.is_timeout() {
        return FetchError::TooSlow;
    }
    let mut cause: &dyn StdError = error;
    loop {
        if let Some(own) = cause.downcast_ref::<FetchError>() {
            return own.clone();
        }
        match cause.source() {
            Some(next) => cause = next,
            None => return FetchError::Unreachable(cause.to_string()),
        }
    }
}

/// Looks names up and lets only admitted addresses through to the connection: what is checked is what is used.
struct Guard(Policy);

impl Resolve for Guard {
    fn resolve(&self, name: Name) -> Resolving {
        let policy = self.0.clone();
        Box::pin(async move {
            let found = policy.resolve(name.as_str()).await?;
            Ok(Box::new(found.into_iter()) as Addrs)
        })
    }
}
