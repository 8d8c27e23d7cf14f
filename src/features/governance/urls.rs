//! Addresses of the room.

use crate::{features::groups::urls::settings, kernel::Url, ui::links};

/// One page of a group's settings: `identity`, `level`, `permissions`, `expectations`, `end`.
pub fn page(slug: &str, page: &str) -> Url {
    settings(slug).join(page)
}

/// Those who are not in the group, for whom a change of level changes something.
pub fn outsiders(slug: &str) -> Url {
    page(slug, "level").join("people")
}

/// What is done to the whole group: `archive`, `reopening`, `deletion` or `restoration`.
pub fn whole(slug: &str, change: &str) -> Url {
    links::group(slug).join(change)
}
