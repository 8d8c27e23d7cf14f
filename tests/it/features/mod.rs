//! The rooms, each through its front door.

mod accounts;
mod comments;
mod feed;
mod groups;
mod people;
mod pictures;
mod posts;
mod site;
