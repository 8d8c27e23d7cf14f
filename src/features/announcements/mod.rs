//! Posts whose readers are asked to confirm that they have read and understood: the button, who did, and who is still to.
//!
//! Asked are the people of the group, its guests included, but not whoever wrote the post. In an open group others read it
//! too; nobody expects an answer of them.

mod bar;
pub mod jobs;
mod mail;
mod pages;
mod store;
mod verbs;

pub use bar::AcknowledgeBar;
pub use verbs::{acknowledge, announce, remind};

use crate::web::{Access::Member, Routes};

/// Addresses of this room.
pub mod urls {
    use crate::{
        kernel::{PostId, Url},
        ui::links,
    };

    /// Saying that one has read and understood.
    pub fn acknowledging(post: PostId) -> Url {
        links::post(post).join("acknowledgement")
    }

    /// Asking for it, or not any more.
    pub fn announcing(post: PostId) -> Url {
        links::post(post).join("announcement")
    }

    /// Who did, and who did not.
    pub fn readers(post: PostId) -> Url {
        links::post(post).join("readers")
    }

    /// Reminding those who did not.
    pub(super) fn reminding(post: PostId) -> Url {
        links::post(post).join("reminder")
    }
}

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new()
        .post("/posts/{post}/acknowledgement", Member, pages::answer::acknowledge)
        .post("/posts/{post}/announcement", Member, pages::answer::announce)
        .get("/posts/{post}/readers", Member, pages::readers::show)
        .post("/posts/{post}/reminder", Member, pages::readers::remind)
}
