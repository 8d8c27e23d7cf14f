//! All integration tests, in one binary.

mod config;
mod embedded;
mod outbound;
mod worker;
