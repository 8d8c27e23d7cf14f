//! Comments in two levels, and reactions to posts and comments.
//!
//! Room *posts* embeds [`attached`] in its lists and [`discussion`] on its page; this room knows a post by its id and its
//! standing alone. A page that shows reactions brings [`EmojiTemplate`] once.
//!
//! # Live
//! What is told on a topic is read by many, so its fragments are impersonal. A reaction bar comes whole, but its
//! switches say nothing of `aria-pressed`: the page keeps its own (`lib/morph.js`), and a kind that is
//! new to it is one the reader has not given. What only an author may do is in the menu, hidden until the page finds
//! the author to be its reader (`lib/own.js`). The answer to one's own request is personal and comes besides.

mod cards;
pub mod jobs;
mod live;
mod model;
mod pages;
mod reactions;
mod store;
mod thread;
pub mod urls;
pub mod verbs;

pub use crate::ui::emoji::{Emoji, EmojiTemplate};
pub use cards::{CommentCard, CommentCount, CommentPreview, ReactionBar, Thread};
pub use live::live;
pub use model::{CommentBody, CommentRefused, NewComment, ReactionRefused, ThreadAt};
pub use thread::{Attached, attached, discussion};

use crate::web::{Access::Member, Routes};

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new()
        .post("/posts/{post}/comments", Member, pages::write::comment)
        .get("/posts/{post}/reactions", Member, pages::reactions::who_post)
        .post("/posts/{post}/reactions", Member, pages::reactions::to_post)
        .get("/posts/{post}/reactions/pick", Member, pages::reactions::pick_for_post)
        .get("/comments/{comment}", Member, pages::history::place)
        .get("/comments/{comment}/replies", Member, pages::write::open)
        .post("/comments/{comment}/replies", Member, pages::write::reply)
        .get("/comments/{comment}/edit", Member, pages::edit::form)
        .post("/comments/{comment}/edit", Member, pages::edit::save)
        .get("/comments/{comment}/history", Member, pages::history::show)
        .post("/comments/{comment}/removal", Member, pages::remove::remove)
        .post("/comments/{comment}/restoration", Member, pages::remove::restore)
        .get("/comments/{comment}/reactions", Member, pages::reactions::who_comment)
        .post("/comments/{comment}/reactions", Member, pages::reactions::to_comment)
        .get("/comments/{comment}/reactions/pick", Member, pages::reactions::pick_for_comment)
}
