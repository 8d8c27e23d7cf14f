//! All integration tests, in one binary.

mod config;
mod embedded;
mod features;
mod outbound;
mod support;
mod worker;
