//! Groups: who belongs, how one comes in, who answers for it, and the note that says who will see what is written.
//!
//! What is published in a group belongs to the rooms of posts and of the feed; who may see and do what, to `authz`.
//! What a group becomes after it was made – settings, level, archive, bin – is the room of governance.

pub mod answers;
mod cards;
mod expectations;
mod header;
mod mail;
pub mod membership;
mod model;
mod pages;
pub mod store;
pub mod urls;
pub mod verbs;

pub use cards::{GroupCard, LevelBadge, cards};
pub use expectations::Expectations;
pub use header::{GroupHeader, Tab, face, header};
pub use model::{
    AnswerRefused, GroupKind, InviteRefused, Looks, Name, NewGroup, Note, Purpose, optional, refused,
};
pub use pages::about::about_page;
pub use store::{Theme, filed, themes, update_theme};

use crate::web::{Access::Member, Routes};

/// The addresses of this room.
pub fn routes() -> Routes {
    use pages::{about, index, joining, members, requests};
    Routes::new()
        .get("/groups", Member, index::show)
        .get("/groups/{group}/about", Member, about::show)
        .post("/groups/{group}/membership", Member, joining::join)
        .post("/groups/{group}/departure", Member, joining::leave)
        .get("/groups/{group}/members", Member, members::show)
        .post("/groups/{group}/members/{member}/role", Member, members::role)
        .get("/groups/{group}/requests", Member, requests::show)
        .post("/groups/{group}/requests", Member, joining::ask)
        .post("/groups/{group}/requests/{request}/approval", Member, requests::approve)
        .post("/groups/{group}/requests/{request}/refusal", Member, requests::refuse)
        .post("/groups/{group}/requests/{request}/withdrawal", Member, joining::withdraw)
        .post("/invitations/{invitation}/acceptance", Member, joining::accept)
        .post("/invitations/{invitation}/refusal", Member, joining::decline)
}
