//! One file per page.

pub(super) mod account;
pub(super) mod download;
pub(super) mod list;
pub(super) mod merging;
