//! The rooms, in the order in which they may use each other: a room uses those above its line.

pub mod site;
pub mod fields;
pub mod defining;
pub mod groups;
pub mod founding;
pub mod mentions;
pub mod invitations;
pub mod accounts;
pub mod joining;
pub mod settings;
pub mod pictures;
pub mod rings;
pub mod people;
pub mod gates;
pub mod notifications;
pub mod comments;
pub mod posts;
pub mod governance;
pub mod oversight;
pub mod people_sets;
pub mod feed;
pub mod search;
pub mod admin;
pub mod people_admin;
pub mod people_lists;
pub mod people_import;
