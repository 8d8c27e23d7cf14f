//! Search: people, groups, and what is written in publications and comments.
//!
//! **Who finds what.** Texts come from `found_texts`, people from `found_members`, groups from `visible_groups`: pages,
//! counts, suggestions, filters and the spelling that is offered are all made of what these let through.
//!
//! **The index** is `search_texts`, kept by triggers of the tables themselves: whatever writes, what is deleted, moved
//! or nameless is so in the search at the same instant. `parvis search rebuild` makes it anew. Another kind of text is
//! another part of the view `search_source`, and a trigger. What documents say is read by a job of the room of files and
//! found as its publication, with the place in the document.
//!
//! **What is found first.** The newest `store::MOST` texts that fit are looked at, no more: they are ordered by how
//! well they fit and by age, counted and filtered in memory. Words that stand in every other text would otherwise cost
//! what the whole community ever wrote: they are found among the newest texts, read one after the other by time. Seldom
//! ones are looked for in the last months, then in all: the index knows the month of a text, its group and its author as
//! words of their own (see the migration), and intersects them.
//!
//! Over a million texts (`bin/bench psql M`, PostgreSQL 15, generic plan): two words that stand together in a quarter of
//! all texts take 3 s by the index, 90 ms by the index of two months, and 5 ms by time. Two words that 4,000 texts have
//! take 20 ms by the index.

mod asked;
mod filters;
mod hits;
mod pages;
mod question;
mod rebuild;
mod spelling;
mod store;

pub use rebuild::rebuild;

use crate::web::{Access::Member, Routes};

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new().get("/search", Member, pages::results::show).get(
        "/search/suggestions",
        Member,
        pages::suggestions::show,
    )
}
