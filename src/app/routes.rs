//! The list of rooms and their addresses.

use crate::{
    features::{accounts, feed, groups, invitations, pictures, posts, site},
    live::{self, Render},
    web::Routes,
};

/// All routes of the house.
pub fn all() -> Routes {
    Routes::new()
        .merge(site::routes())
        .merge(accounts::routes())
        .merge(groups::routes())
        .merge(invitations::routes())
        .merge(pictures::routes())
        .merge(posts::routes())
        .merge(feed::routes())
        .merge(live::routes())
}

/// What the rooms show live.
pub fn live() -> Vec<Render> {
    vec![posts::live]
}
