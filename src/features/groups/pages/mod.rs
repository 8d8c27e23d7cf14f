//! One file per page.

pub(super) mod about;
pub(super) mod index;
pub(super) mod joining;
pub(super) mod members;
pub(super) mod requests;
