//! One file per page.

pub(super) mod asked;
pub(super) mod calendar;
pub(super) mod change;
pub(super) mod duplicate;
pub(super) mod show;
