//! One file per page.

pub(super) mod group;
pub(super) mod home;
pub(super) mod saved;
