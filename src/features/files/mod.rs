//! Files of posts: documents, sound and films, kept as they came, but for the properties of documents, and handed out to those
//! who may read the post.
//!
//! A file belongs to its uploader until a post takes it; meanwhile it can wait in a draft, and what nothing takes is
//! swept away after a day. What is taken is said by a list of endings, each with how the bytes begin. Nothing is ever
//! shown as a page: it is saved, or played. What documents hold is read and drawn by a job, and shown as pictures and text.

mod answer;
mod field;
pub mod jobs;
mod kind;
mod list;
mod model;
mod pages;
mod receive;
mod store;
mod urls;
pub mod verbs;

use crate::web::{Access::Member, Routes};

pub use field::Field;
pub use list::FileList;
pub use model::{Attached, MOST, NewFile, PlaceRefused, UploadRefused, again, copies};
pub use pages::form::take;
pub use receive::receive;

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new()
        .post("/files", Member, pages::upload::upload)
        .get("/files/{file}", Member, pages::show::show)
        .get("/files/{file}/preview", Member, pages::preview::show)
        .get("/files/{file}/pages/{number}/{size}", Member, pages::preview::page)
        .post("/files/{file}/film", Member, pages::film::describe)
        .post("/files/{file}/removal", Member, pages::removal::remove)
}
