//! Comments in two levels, and reactions to posts and comments.
//!
//! Room *posts* embeds [`attached`] in its lists and [`thread`] on its page; this room knows a post by its id and its
//! standing alone. A page that shows reactions brings [`EmojiTemplate`] once. How parts stay impersonal in live
//! messages is told in `cards`.

mod cards;
mod emoji;
mod model;
mod store;
mod thread;
pub mod urls;

pub use cards::{CommentCard, CommentCount, CommentPreview, ReactionBar, Thread};
pub use emoji::{Emoji, EmojiTemplate};
pub use model::{CommentBody, CommentRefused, NewComment, ReactionRefused, ThreadAt};
pub use thread::{Attached, attached, thread};
