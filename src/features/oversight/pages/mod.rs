//! One file per page.

pub(super) mod group;
pub(super) mod groups;
pub(super) mod visits;
