//! The rooms, each through its front door.

mod accounts;
mod admin;
mod comments;
mod drafts;
mod editing;
mod feed;
mod fields;
mod gates;
mod governance;
mod groups;
mod merging;
mod notifications;
mod oversight;
mod people;
mod people_sets;
mod people_admin;
mod people_import;
pub mod pictures;
mod planning;
mod polls;
mod posts;
mod readers;
mod rings;
mod search;
mod site;
mod themes;
mod uploads;
