//! The rooms, each through its front door.

mod accounts;
mod people;
mod pictures;
mod site;
