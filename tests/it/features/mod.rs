//! The rooms, each through its front door.

mod admin;
mod notifications;
mod feed;
mod people;
mod pictures;
mod posts;
mod site;
