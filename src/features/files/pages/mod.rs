//! One file per address.

pub(super) mod film;
pub(super) mod form;
pub(super) mod preview;
pub(super) mod removal;
pub(super) mod show;
pub(super) mod upload;
