//! What can be taken back, on one page. Deleting, moving and taking back are the affair of the rooms of posts and moves.

mod pages;
mod store;

use crate::web::{Access::Member, Routes};

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new().get("/bin", Member, pages::show::show)
}
