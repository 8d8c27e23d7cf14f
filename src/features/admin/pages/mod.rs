//! One file per page.

pub(super) mod access;
pub(super) mod jobs;
pub(super) mod letters;
pub(super) mod log;
pub(super) mod overview;
