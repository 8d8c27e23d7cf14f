//! One file per page.

pub(super) mod settings;
pub(super) mod welcome;
