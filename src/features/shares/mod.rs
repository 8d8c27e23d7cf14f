//! What a share shows: another post, through the eyes of whoever looks, or that there is one. Sharing itself is a room
//! above posts.

mod card;
mod live;
mod store;

pub use card::{Shared, SharedRow, Sharing, shown};
pub use live::live;
