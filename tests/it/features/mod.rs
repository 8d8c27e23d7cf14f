//! The rooms, each through its front door.

mod site;
