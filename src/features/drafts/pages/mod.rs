//! One file per address.

pub(super) mod list;
pub(super) mod save;
