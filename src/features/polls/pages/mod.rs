//! One file per page.

pub(super) mod choices;
pub(super) mod closure;
pub(super) mod recorded;
pub(super) mod sheet;
pub(super) mod show;
pub(super) mod vote;
pub(super) mod voters;
