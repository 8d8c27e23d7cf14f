//! Labels: coloured words that managers keep for their group, and administrators of groups for the whole platform.
//!
//! Here is what labels are, how they are kept and how they are put on posts; the fields that offer them beside a text,
//! and the line that shows them on a card. Their pages stand in the room *labelled* below. Colours are the ten hues of
//! the design, which are legible in every theme: one that could not be read cannot be chosen.

mod chips;
mod fields;
mod model;
mod pages;
mod store;
pub mod verbs;

pub use chips::{Chip, Labels};
pub use fields::Fields;
pub use model::{Keeper, LabelRefused, Looks, read_ids};
pub use store::{Carrying, Listed, Offer, carried, dropped, listed, posts, told};

use crate::web::{Access::Member, Routes};

/// Addresses that other rooms link to.
pub mod urls {
    use crate::{
        kernel::{PostId, Url},
        ui::links,
    };

    /// The labels of a group, to keep them.
    pub fn of_group(slug: &str) -> Url {
        links::group(slug).join("settings").join("labels")
    }

    /// The labels of the platform, to keep them.
    pub fn of_platform() -> Url {
        Url::path("/admin/labels")
    }

    /// Choosing the labels of a post.
    pub fn of_post(post: PostId) -> Url {
        links::post(post).join("labels")
    }
}

/// The addresses of this room.
pub fn routes() -> Routes {
    use pages::keep;
    Routes::new()
        .get("/groups/{group}/settings/labels", Member, keep::show_in)
        .post("/groups/{group}/settings/labels", Member, keep::change_in)
        .get("/admin/labels", Member, keep::show)
        .post("/admin/labels", Member, keep::change)
}
