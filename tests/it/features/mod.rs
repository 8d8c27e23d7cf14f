//! The rooms, each through its front door.

mod accounts;
mod admin;
mod comments;
mod feed;
mod fields;
mod governance;
mod groups;
mod notifications;
mod people;
mod pictures;
mod posts;
mod site;
