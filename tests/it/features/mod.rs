//! The rooms, each through its front door.

mod feed;
mod people;
mod pictures;
mod posts;
mod site;
