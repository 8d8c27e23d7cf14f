//! Composing: the form in which a post is written, to publish it, to plan it, or to go on with it later, in one group or in
//! several at once.
//!
//! In several groups it becomes one post in each: with its own readers, its own discussion, its own poll, and photos and
//! files of its own, so that what happens to one touches none of the others. All of them are there, or none.

mod copies;
mod form;
mod model;
mod pages;
mod several;
mod store;
mod verbs;

pub use form::Composer;

use crate::web::{Access::Member, Routes};

/// Addresses of this room.
pub mod urls {
    use crate::kernel::{PostId, Url};

    /// Writing a post, with a group chosen beforehand.
    pub fn compose(group: &str) -> Url {
        Url::path("/publish").with("group", group)
    }

    /// How many read in several groups.
    pub fn readers() -> Url {
        Url::path("/publish/readers")
    }

    /// What was published at once, and where to go from there.
    pub fn published(posts: &[PostId], next: &str) -> Url {
        let url = posts.iter().fold(Url::path("/publish/done"), |url, post| url.with("post", post));
        if next.is_empty() { url } else { url.with("next", next) }
    }
}

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/publish", Member, pages::compose::form)
        .post("/publish", Member, pages::compose::publish)
        .get("/publish/readers", Member, pages::readers::show)
        .get("/publish/done", Member, pages::published::show)
}
