//! One file per page.

pub(super) mod bin;
pub(super) mod edit;
pub(super) mod history;
pub(super) mod photo;
pub(super) mod show;
