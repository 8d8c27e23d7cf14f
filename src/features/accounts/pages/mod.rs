//! One file per page.

pub(super) mod language;
pub(super) mod sign_in;
