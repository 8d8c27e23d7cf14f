//! All integration tests, in one binary.

#![expect(unreachable_pub, reason = "support is shared by all files of this binary")]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test ends by them"
)]

mod architecture;
mod bad_input;
mod budget;
mod clock;
mod config;
mod crawl;
mod demo;
mod documents;
mod embedded;
mod features;
mod hostile;
mod jobs;
mod languages;
mod leaks;
mod live;
mod mail;
mod outbound;
mod policy;
mod routes;
mod sheets;
mod storage;
mod strings;
mod support;
mod visibility;
mod worker;
