//! How a change reaches an open page.
//!
//! Facts are read back in the order of `activity`; each room that shows something live turns a fact into
//! [`Message`]s, rendered once per topic and language; the hub hands them to the pages that subscribed.
//! *Topics imply visibility*: what is published on a topic may be seen by everybody who may subscribe to it, so
//! fragments hold nothing personal ("mine" is a `data-author` that the page compares).

pub mod hub;
pub mod listener;
pub mod notifier;
mod socket;
mod store;
mod topic;

use std::{future::Future, pin::Pin};

use crate::{
    app::App,
    db::Activity,
    i18n::Locale,
    kernel::{Fault, GroupId, MemberId, PostId},
    web::{Access, Routes},
};

pub use hub::Hub;

/// The address of the stream.
pub fn routes() -> Routes {
    Routes::new().get("/live", Access::Member, socket::open)
}

/// What a page can listen to. Subscribing needs the right to see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    /// What happens in a group: new posts, changes of shown ones.
    Group(GroupId),
    /// What happens on the page of a post: comments, reactions.
    Post(PostId),
    /// What concerns one member alone: the bell.
    Member(MemberId),
}

/// What an open page is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A post appeared that the page does not show yet.
    NewPost {
        /// By whom, so that the author's own pages stay quiet.
        author: MemberId,
    },
    /// The element with this id looks like this now; where it is absent it comes last in the list `after`.
    Fragment {
        /// The id of the element.
        id: String,
        /// Its markup, with that id.
        html: String,
        /// The id of the list that takes it when the page does not show it yet.
        after: Option<String>,
    },
    /// The element with this id is gone.
    Remove {
        /// The id of the element.
        id: String,
    },
    /// The badges of this name show this number.
    Count {
        /// The name, such as `notices`.
        name: &'static str,
        /// The number.
        n: i64,
    },
}

/// A change on a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// For whom.
    pub topic: Topic,
    /// What.
    pub change: Change,
}

/// What a room makes of a fact, in one language.
pub type Render = for<'a> fn(
    &'a App,
    &'a Activity,
    Locale,
) -> Pin<Box<dyn Future<Output = Result<Vec<Message>, Fault>> + Send + 'a>>;
