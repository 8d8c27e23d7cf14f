//! Lists of people, as far as they can be thought about: what their columns say, what a row would change beside whoever it
//! means, what is wrong with it and how that is said, and the tables in which lists and rows are kept.
//!
//! The steps, the jobs and the pages are the room of importing people.

pub(in crate::features) mod compare;
pub(in crate::features) mod guess;
pub(in crate::features) mod model;
pub(in crate::features) mod store;
pub(in crate::features) mod values;
pub(in crate::features) mod wording;
