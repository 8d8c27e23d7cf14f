//! Large files that come in parts, so that a line that was cut goes on where it stopped: the core of tus 1.0 (tus.io),
//! with creation and termination. Once all is there it is a file as one that came with a form, by the same verb.
//!
//! What is on its way exists for its sender alone, whichever browser asks, and waits for a day.

pub mod jobs;
mod pages;
mod store;
pub mod verbs;

use crate::web::{
    Access::{Member, Public},
    Routes,
};

/// The type of a part.
pub const PART: &str = "application/offset+octet-stream";
/// The most files on their way for one member.
const MOST: i64 = 20;
/// The most parts of a file: even cut often it has fewer.
const MOST_PARTS: usize = 5_000;

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new()
        .options("/files/uploads", Public, pages::begin::options)
        .post("/files/uploads", Member, pages::begin::begin)
        .get("/files/uploads/{upload}", Member, pages::offset::offset)
        .patch("/files/uploads/{upload}", Member, pages::append::append)
        .delete("/files/uploads/{upload}", Member, pages::cancel::cancel)
}
