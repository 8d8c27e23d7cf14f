//! The people a writer may name behind an `@`, offered while they type. Who is told of it is the affair of the rooms that
//! publish and of notifications.

mod page;
mod store;

use crate::web::{Access::Member, Routes};

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new().get("/mentions", Member, page::show)
}
