//! One file per page.

pub(super) mod filing;
pub(super) mod group;
pub(super) mod groups;
pub(super) mod themes;
pub(super) mod visits;
