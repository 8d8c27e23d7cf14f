//! Lists of people: a spreadsheet is uploaded, its columns are named, each row is compared with who is there, and what
//! was shown is done, person by person, and can be undone for thirty days.
//!
//! The way of a list: *reading* (in the child process) → *mapping* → *checking* → *checked* → *running* → *done* →
//! perhaps *undone*. Each arrow is a verb or a job; a job goes on at the row where it was stopped. Columns that are absent
//! and cells that are empty change nothing; `#vide` (or `#empty`) erases. A row with anything wrong in it changes nothing
//! at all. Many people are written in one transaction, but each of them whole.
//!
//! Decided here: accounts that a list anonymises cannot come back by undoing it, because nothing of them is kept; roles
//! are given by administrators alone; people administrators touch nobody who has more rights than a moderator; people are
//! put into groups by a list but never taken out; photos come as an archive of files named
//! after addresses and are not undone, because the photo before is not kept.

pub mod jobs;
mod live;
mod pages;
mod result;
pub mod verbs;

use super::people_lists::{compare, guess, model, store, values, wording};
use crate::web::{Access::Member, Routes};

pub use jobs::import;
pub use live::live;

/// Addresses of this room.
pub(crate) mod urls {
    use crate::kernel::{ImportId, Url};

    /// All lists.
    pub(crate) fn imports() -> Url {
        Url::path("/admin/people/imports")
    }

    /// A list.
    pub(crate) fn import(id: ImportId) -> Url {
        imports().join(id)
    }
}

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/admin/people/imports", Member, pages::list::list)
        .post("/admin/people/imports", Member, pages::list::upload)
        .post("/admin/people/imports/photos", Member, pages::list::photos)
        .get("/admin/people/imports/template/{format}", Member, pages::list::template)
        .get("/admin/people/imports/{import}", Member, pages::show::show)
        .get("/admin/people/imports/{import}/columns", Member, pages::columns::form)
        .post("/admin/people/imports/{import}/columns", Member, pages::columns::submit)
        .post("/admin/people/imports/{import}/sheet", Member, pages::columns::sheet)
        .get("/admin/people/imports/{import}/confirmation", Member, pages::confirm::form)
        .post("/admin/people/imports/{import}/confirmation", Member, pages::confirm::submit)
        .post("/admin/people/imports/{import}/undo", Member, pages::show::undo)
        .post("/admin/people/imports/{import}/removal", Member, pages::show::remove)
        .get("/admin/people/imports/{import}/result/{format}", Member, pages::show::result)
}
