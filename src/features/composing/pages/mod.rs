//! One file per address.

pub(super) mod compose;
pub(super) mod published;
pub(super) mod readers;
