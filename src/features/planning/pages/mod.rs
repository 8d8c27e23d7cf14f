//! One file per page.

pub(super) mod calendar;
pub(super) mod change;
pub(super) mod show;
