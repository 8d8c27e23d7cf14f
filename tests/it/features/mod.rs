//! The rooms, each through its front door.

mod accounts;
mod admin;
mod comments;
mod editing;
mod feed;
mod fields;
mod governance;
mod groups;
mod notifications;
mod people;
pub mod pictures;
mod posts;
mod readers;
mod site;
mod uploads;
