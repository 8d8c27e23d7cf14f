//! Pages that belong to no room: is the house alive, and is it ready.

mod pages;

use crate::web::{Access::Public, Routes};

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new().get("/healthz", Public, pages::health::alive).get("/readyz", Public, pages::health::ready)
}
