//! The list of rooms and their addresses.

use crate::{features::{people, pictures, site}, web::Routes};

/// All routes of the house.
pub fn all() -> Routes {
    Routes::new().merge(site::routes()).merge(pictures::routes()).merge(people::routes())
}
