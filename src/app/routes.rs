//! The list of rooms and their addresses.

use crate::{
    features::{accounts, comments, feed, groups, people, pictures, posts, site},
    live::{self, Render},
    web::Routes,
};

/// All routes of the house.
pub fn all() -> Routes {
    Routes::new()
        .merge(site::routes())
        .merge(accounts::routes())
        .merge(groups::routes())
        .merge(pictures::routes())
        .merge(people::routes())
        .merge(comments::routes())
        .merge(posts::routes())
        .merge(feed::routes())
        .merge(live::routes())
}

/// What the rooms show live.
pub fn live() -> Vec<Render> {
    vec![comments::live, posts::live]
}
