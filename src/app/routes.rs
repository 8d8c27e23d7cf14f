//! The list of rooms and their addresses.

use crate::{
    features::{accounts, feed, pictures, posts, site},
    web::Routes,
};

/// All routes of the house.
pub fn all() -> Routes {
    Routes::new()
        .merge(site::routes())
        .merge(accounts::routes())
        .merge(pictures::routes())
        .merge(posts::routes())
        .merge(feed::routes())
}
