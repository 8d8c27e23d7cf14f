//! One file per address; none of them answers a page.

pub(super) mod form;
pub(super) mod removal;
pub(super) mod show;
pub(super) mod upload;
