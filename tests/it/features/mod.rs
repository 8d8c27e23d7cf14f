//! The rooms, each through its front door.

mod groups;
mod pictures;
mod site;
