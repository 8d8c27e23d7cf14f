//! All integration tests, in one binary.

#![expect(unreachable_pub, reason = "support is shared by all files of this binary")]

mod architecture;
mod budget;
mod config;
mod embedded;
mod features;
mod jobs;
mod leaks;
mod live;
mod mail;
mod outbound;
mod policy;
mod routes;
mod support;
mod worker;
