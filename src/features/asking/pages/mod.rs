//! One file per page.

pub(super) mod edit;
