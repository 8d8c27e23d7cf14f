//! One file per page.

pub(super) mod answer;
pub(super) mod readers;
