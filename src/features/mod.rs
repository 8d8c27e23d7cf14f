//! The rooms, in the order in which they may use each other: a room uses those above its line.

pub mod site;
pub mod accounts;
pub mod groups;
pub mod pictures;
pub mod people;
pub mod comments;
pub mod posts;
pub mod feed;
