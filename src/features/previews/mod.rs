//! Previews: what a post shows of the first page on the web that it links to.
//!
//! A page is looked at once for all posts that link to it, by a job that follows the post, through the guarded client;
//! looked at again only where it is linked anew much later. Its picture is read in the child process, kept among our own
//! and shown to those who may see a post with it: a reader's browser asks nothing of the site. What fails shows nothing.

mod card;
pub mod jobs;
mod live;
mod model;
mod page;
mod store;
pub mod verbs;

pub use card::PreviewCard;
pub use live::live;
pub use model::{Face, Page};
pub use store::list_asked;
