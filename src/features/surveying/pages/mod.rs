//! One file per page.

pub(super) mod edit;
pub(super) mod list;
pub(super) mod opening;
pub(super) mod preview;
pub(super) mod running;
