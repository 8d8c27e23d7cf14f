//! Pictures: uploaded, made smaller, placed in a post, a comment or a group, and shown to those who may see that place.
//!
//! What was uploaded is read in a child process and never shown as it came. A picture belongs to its uploader until
//! something takes it; what nothing takes is swept away after a day. Photos of people are the people room's.

mod answer;
mod field;
pub mod jobs;
mod model;
mod pages;
mod store;
pub mod verbs;

use crate::web::{Access::Member, Routes};

pub use answer::{Kept, answer, fitting, is_known};
pub use field::Field;
pub use model::{
    Copied, MOST, Picture, Place, PlaceRefused, Prepared, UploadRefused, again, copies, not_kept, prepare,
    refusal,
};
pub use pages::form::{take, take_one};
pub use store::{of_comments, of_posts};

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new()
        .post("/pictures", Member, pages::upload::upload)
        .get("/pictures/{picture}/{edge}", Member, pages::show::show)
        .post("/pictures/{picture}/removal", Member, pages::removal::remove)
}
