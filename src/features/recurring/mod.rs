//! Surveys that the clock asks again: how often, from when on, how long each round is open.
//!
//! The clock acts in the name of whoever set the rhythm, and asks for their right anew each time. It ends the round that
//! is still open, and opens the next: the draft that somebody prepared, or else the same questions. Where that is not
//! possible the rhythm ends, and they are told. Times that passed while nothing ran are left out but for one.

mod jobs;
mod model;
mod pages;
mod store;
mod verbs;

pub use jobs::OpenDue;
pub use model::{Every, Rhythm};
pub use verbs::set;

use crate::web::{Access::Member, Routes};

/// Addresses of this room; that of the rhythm itself is among those of the survey.
pub mod urls {
    use crate::{
        features::surveys::urls::rhythm,
        kernel::{SurveyId, Url},
    };

    /// Ending the rhythm.
    pub fn removal(id: SurveyId) -> Url {
        rhythm(id).join("removal")
    }
}

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/surveys/{survey}/rhythm", Member, pages::form)
        .post("/surveys/{survey}/rhythm", Member, pages::set)
        .post("/surveys/{survey}/rhythm/removal", Member, pages::stop)
}
