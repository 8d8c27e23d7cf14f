//! Templates of publications: texts that managers keep for their group, with which its composer can begin.
//!
//! Only those who publish in the group see them; whoever begins with one writes a draft of their own.

mod model;
mod pages;
mod store;
pub mod verbs;

pub use model::{Offers, Opened, Wording};
pub use store::find;

use crate::web::{Access::Member, Routes};

/// Addresses that other rooms link to.
pub mod urls {
    use crate::{
        kernel::{PostTemplateId, Url},
        ui::links,
    };

    /// The templates of a group, to keep them.
    pub fn of_group(slug: &str) -> Url {
        links::group(slug).join("settings").join("templates")
    }

    /// The composer of a group, beginning with one.
    pub fn write(slug: &str, template: PostTemplateId) -> Url {
        Url::path("/publish").with("group", slug).with("template", template)
    }
}

/// The addresses of this room.
pub fn routes() -> Routes {
    use pages::keep;
    Routes::new().get("/groups/{group}/settings/templates", Member, keep::show).post(
        "/groups/{group}/settings/templates",
        Member,
        keep::change,
    )
}
