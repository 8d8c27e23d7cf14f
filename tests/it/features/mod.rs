//! The rooms, each through its front door.

mod comments;
mod site;
