//! Parvis: a self-hosted community platform in one binary over PostgreSQL.
//!
//! The house has floors and rooms. *App wires, floors carry, rooms do.* A floor uses only floors listed above it here;
//! a room of `features` uses the floors and the rooms listed above it in `features/mod.rs`; nothing knows `app` except
//! through the [`app::App`] value. README.md has the map.

pub mod kernel;
pub mod db;
pub mod authz;
pub mod i18n;
pub mod worker;
pub mod blobs;
pub mod outbound;
pub mod sheets;
pub mod drawing;
pub mod ui;
pub mod web;
pub mod jobs;
pub mod mail;
pub mod live;
pub mod seals;
pub mod features;
pub mod app;
