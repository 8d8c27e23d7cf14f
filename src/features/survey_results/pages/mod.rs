//! One file per page.

pub(super) mod drawing;
pub(super) mod outcome;
pub(super) mod recorded;
pub(super) mod results;
pub(super) mod rounds;
pub(super) mod sheet;
