//! What surveys tell: results, crossings, rounds compared, sheets, and what is recorded of whom; of quizzes scores, rankings
//! and draws.

mod draw;
mod export;
mod pages;
mod store;
mod tally;

pub use draw::{Draw, Wrong};

use crate::web::{Access::Member, Routes};

/// The addresses of this room; those of the room *surveys* lead to them.
pub fn routes() -> Routes {
    Routes::new()
        .get("/surveys/{survey}/results", Member, pages::results::show)
        .get("/surveys/{survey}/results/{ending}", Member, pages::sheet::take)
        .get("/surveys/{survey}/rounds", Member, pages::rounds::show)
        .get("/surveys/{survey}/outcome", Member, pages::outcome::show)
        .get("/surveys/{survey}/draw", Member, pages::drawing::show)
        .get("/surveys/{survey}/draw/file", Member, pages::drawing::file)
        .get("/surveys/{survey}/recorded", Member, pages::recorded::show)
}
