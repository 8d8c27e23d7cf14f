//! One file per page.

pub(super) mod bin;
pub(super) mod cover;
pub(super) mod end;
pub(super) mod expectations;
pub(super) mod hearing;
pub(super) mod identity;
pub(super) mod level;
pub(super) mod links;
pub(super) mod overview;
pub(super) mod permissions;
pub(super) mod removal;
pub(super) mod theme;
