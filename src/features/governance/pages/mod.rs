//! One file per page.

pub(super) mod bin;
pub(super) mod end;
pub(super) mod identity;
pub(super) mod level;
pub(super) mod overview;
pub(super) mod permissions;
