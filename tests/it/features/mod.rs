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
mod oversight;
mod people;
mod people_sets;
pub mod pictures;
mod posts;
mod readers;
mod site;
mod uploads;
