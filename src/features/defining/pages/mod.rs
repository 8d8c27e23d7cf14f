//! One file per page.

mod definition;
pub(super) mod edit;
mod form;
pub(super) mod list;
