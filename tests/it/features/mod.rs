//! The rooms, each through its front door.

mod comments;
mod feed;
mod people;
mod pictures;
mod posts;
mod site;
