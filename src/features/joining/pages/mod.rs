//! One file per page.

pub(super) mod invitations;
pub(super) mod join;
