//! The rooms, each through its front door.

mod people;
mod pictures;
mod site;
