//! Posts: publish in a group, read, change with a history, delete into a bin for thirty days, restore.
//!
//! A post is seen by those who may read its group and has no level of its own. Feeds take its cards from here;
//! reactions and comments belong to the room above, photos to the room of pictures, the form in which a post is written to
//! the room of composing.

mod cards;
pub mod jobs;
mod live;
mod model;
mod pages;
mod store;
mod verbs;

pub use cards::{Lightbox, PostCard, Source, cards, list, topics};
pub use live::live;
pub use model::{NewPost, Placed, PublishRefused, Typed, title, words};
pub use verbs::{BIN, delete, edit, publish, publish_in, restore, tie};

use crate::web::{Access::Member, Routes};

/// Addresses of this room.
pub mod urls {
    use crate::{
        kernel::{PictureId, PostId, Url},
        ui::links,
    };

    /// Changing a post.
    pub fn edit(post: PostId) -> Url {
        links::post(post).join("edit")
    }

    /// The earlier versions of a post.
    pub fn history(post: PostId) -> Url {
        links::post(post).join("history")
    }

    /// Putting a post into the bin.
    pub fn removal(post: PostId) -> Url {
        links::post(post).join("removal")
    }

    /// Taking it out again.
    pub fn restoration(post: PostId) -> Url {
        links::post(post).join("restoration")
    }

    /// Keeping a post at the top of its group.
    pub fn pin(post: PostId) -> Url {
        links::post(post).join("pin")
    }

    /// Changing who reads a post.
    pub fn audience(post: PostId) -> Url {
        links::post(post).join("audience")
    }

    /// Saying that a post was seen.
    pub fn view(post: PostId) -> Url {
        links::post(post).join("view")
    }

    /// One photo of a post.
    pub fn photo(post: PostId, picture: PictureId) -> Url {
        links::post(post).join("photos").join(picture)
    }
}

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/posts/{post}", Member, pages::show::show)
        .post("/posts/{post}/view", Member, pages::show::seen)
        .get("/posts/{post}/photos/{picture}", Member, pages::photo::show)
        .get("/posts/{post}/edit", Member, pages::edit::form)
        .post("/posts/{post}/edit", Member, pages::edit::edit)
        .get("/posts/{post}/history", Member, pages::history::show)
        .post("/posts/{post}/removal", Member, pages::bin::delete)
        .post("/posts/{post}/restoration", Member, pages::bin::restore)
}
