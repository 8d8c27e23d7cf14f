//! The rooms, each through its front door.

mod feed;
mod pictures;
mod posts;
mod site;
