//! One file per page.

pub(super) mod index;
pub(super) mod show;
