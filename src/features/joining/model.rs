//! What lies behind an invitation.

use crate::kernel::{GroupId, InvitationId};

/// What lies behind an invitation's link.
pub(super) struct Opening {
    pub(super) invitation: InvitationId,
    /// Whether who enters becomes a guest of the platform.
    pub(super) external: bool,
    /// The only address it is for.
    pub(super) email: Option<String>,
    /// Whether it is the link that confirmed that address.
    pub(super) confirmed: bool,
    pub(super) inviter: Option<String>,
    pub(super) group: Option<OpeningGroup>,
}

/// The group an invitation leads into.
pub(super) struct OpeningGroup {
    pub(super) id: GroupId,
    pub(super) slug: String,
    pub(super) name: String,
}
