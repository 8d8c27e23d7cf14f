//! One file per page.

pub(super) mod articles;
pub(super) mod browser;
pub(super) mod front;
pub(super) mod health;
pub(super) mod menu;
