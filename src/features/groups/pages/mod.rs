//! One file per page.

pub(super) mod about;
pub mod fields;
pub(super) mod index;
pub(super) mod joining;
pub(super) mod members;
pub(super) mod new;
pub(super) mod requests;
