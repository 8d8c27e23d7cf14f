//! One file per page.

pub(super) mod chart;
pub(super) mod directory;
pub(super) mod edit;
pub(super) mod export;
pub(super) mod photo;
pub(super) mod profile;
