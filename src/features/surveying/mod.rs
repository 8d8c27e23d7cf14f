//! Writing surveys: the list of a group, the editor, the preview, and the opening, which publishes the post that announces
//! it; and running it: its end, reminders, the next round. What a survey is, and the answering, is the affair of *surveys*.

mod announcing;
mod pages;
mod typed;

pub use announcing::announce;
pub use typed::missing;

use crate::web::{Access::Member, Routes};

/// Addresses of this room.
pub mod urls {
    use crate::{
        kernel::{SurveyId, Url},
        ui::links,
    };

    /// The surveys of a group.
    pub fn list(group: &str) -> Url {
        links::group(group).join("surveys")
    }

    /// A draft as others will see it.
    pub fn preview(id: SurveyId) -> Url {
        crate::features::surveys::urls::survey(id).join("preview")
    }

    /// Asking it.
    pub fn opening(id: SurveyId) -> Url {
        crate::features::surveys::urls::survey(id).join("opening")
    }

    /// Throwing a draft away.
    pub fn removal(id: SurveyId) -> Url {
        crate::features::surveys::urls::survey(id).join("removal")
    }
}

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/groups/{group}/surveys", Member, pages::list::show)
        .post("/groups/{group}/surveys", Member, pages::list::begin)
        .get("/surveys/{survey}/edit", Member, pages::edit::form)
        .post("/surveys/{survey}/edit", Member, pages::edit::save)
        .get("/surveys/{survey}/preview", Member, pages::preview::show)
        .post("/surveys/{survey}/preview", Member, pages::preview::turn)
        .get("/surveys/{survey}/opening", Member, pages::opening::form)
        .post("/surveys/{survey}/opening", Member, pages::opening::open)
        .post("/surveys/{survey}/closure", Member, pages::running::close)
        .post("/surveys/{survey}/end", Member, pages::running::set_end)
        .post("/surveys/{survey}/reopening", Member, pages::running::reopen)
        .post("/surveys/{survey}/reminder", Member, pages::running::remind)
        .post("/surveys/{survey}/removal", Member, pages::list::discard)
        .post("/surveys/{survey}/next-round", Member, pages::list::repeat)
}
