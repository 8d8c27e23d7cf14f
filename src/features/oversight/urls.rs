//! Addresses of the room.

use crate::kernel::{GroupId, Url};

/// Groups, to administer.
pub(super) fn list() -> Url {
    Url::path("/admin").join("groups")
}

/// The themes of groups.
pub(super) fn themes() -> Url {
    Url::path("/admin").join("themes")
}

/// One of them, and what is done to it.
pub(super) fn group(id: GroupId) -> Url {
    list().join(id)
}
