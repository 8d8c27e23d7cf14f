//! One file per page.

pub(super) mod close;
