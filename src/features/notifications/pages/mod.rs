//! One file per page.

pub(super) mod inbox;
