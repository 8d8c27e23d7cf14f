//! Answers prepared for tests, and what was asked.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};

use url::Url;

use super::{FetchError, Fetched, Fetcher, Fetching, Get, Post};

/// A fetcher without a network: each address gives its answers in turn and then repeats the last one.
#[derive(Debug, Default)]
pub struct Canned {
    answers: Mutex<HashMap<String, VecDeque<Result<Fetched, FetchError>>>>,
    asked: Mutex<Vec<Get>>,
    posted: Mutex<Vec<Post>>,
}

impl Canned {
    /// Knows nothing: every address is unreachable.
    pub fn new() -> Self {
        Self::default()
    }

    /// Answers `url` with this content from now on, after what was prepared before.
    pub fn answer(&self, url: &str, status: u16, content_type: &str, body: impl Into<Vec<u8>>) {
        let Ok(parsed) = Url::parse(url) else { return };
        self.prepare(
            url,
            Ok(Fetched {
                url: parsed,
                moved: None,
                status,
                content_type: Some(content_type.to_owned()),
                etag: None,
                last_modified: None,
                retry_after: None,
                body: body.into(),
            }),
        );
    }

    /// Answers `url` with this result, after what was prepared before.
    pub fn prepare(&self, url: &str, result: Result<Fetched, FetchError>) {
        let mut answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        answers.entry(url.to_owned()).or_default().push_back(result);
    }

    /// What was asked for, in order.
    pub fn asked(&self) -> Vec<Get> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// What was delivered, in order.
    pub fn posted(&self) -> Vec<Post> {
        self.posted.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn next(&self, url: &str) -> Result<Fetched, FetchError> {
        let mut answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        let queue = answers.get_mut(url);
        let next =
            queue.and_then(|queue| if queue.len() > 1 { queue.pop_front() } else { queue.front().cloned() });
        next.unwrap_or_else(|| Err(FetchError::Unreachable(format!("nothing prepared for {url}"))))
    }
}

impl Fetcher for Canned {
    fn get(&self, request: Get) -> Fetching<'_> {
        let answer = self.next(&request.url);
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).push(request);
        Box::pin(async { answer })
    }

    fn post(&self, request: Post) -> Fetching<'_> {
        let answer = self.next(&request.url);
        self.posted.lock().unwrap_or_else(PoisonError::into_inner).push(request);
        Box::pin(async { answer })
    }
}
