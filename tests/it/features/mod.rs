//! The rooms, each through its front door.

mod pictures;
mod site;
