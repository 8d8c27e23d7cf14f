//! One file per page.

pub(super) mod choose;
pub(super) mod index;
pub(super) mod show;
