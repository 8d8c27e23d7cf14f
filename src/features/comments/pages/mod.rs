//! One file per page.

pub(super) mod edit;
pub(super) mod history;
pub(super) mod reactions;
pub(super) mod remove;
pub(super) mod write;
