//! Making polls: the fields for the composer, and the page that changes a poll.
//!
//! What a poll is, and everything that can be done with one, is the affair of the room *polls* above.

mod fields;
mod keeping;
mod pages;
mod pictured;
mod typed;

pub use fields::Fields;
pub use pictured::is_of_choice;
pub use typed::{Reading, Typed};

use crate::web::{Access::Member, Routes};

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new().get("/posts/{post}/poll/edit", Member, pages::edit::form).post(
        "/posts/{post}/poll/edit",
        Member,
        pages::edit::save,
    )
}
