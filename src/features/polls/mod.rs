//! Polls: a post that asks. Made in the composer, answered in the feed, closed by hand or by the clock.
//!
//! A poll hangs on a post by its id and is seen by those who see the post; this room knows nothing else of posts. Their
//! room takes a [`NewPoll`] from its composer (the room *asking* has the fields), calls [`create`] in the transaction that publishes, and shows a [`PollCard`]
//! made of a [`Face`], which its own statements bring along (`visible_poll` in SQL): a list with polls costs no
//! statement more than one without.
//!
//! How an anonymous vote stays anonymous stands at the head of `secrecy`.

mod cards;
mod export;
mod face;
pub mod jobs;
mod live;
mod model;
mod pages;
mod secrecy;
mod store;
mod verbs;

pub use cards::PollCard;
pub use face::{ChoicePicture, Face};
pub use live::live;
pub use model::{
    Ballot, MOST_CHOICES, MOST_TEXT, NewChoice, NewPoll, PollRefused, Results, local, typed_time,
};
pub use pages::show::face;
pub use secrecy::{Seal, seal_of, sealed_by};
pub use verbs::{close, create, edit, set_end, vote, vote_secretly};

use crate::web::{Access::Member, Routes};

/// Addresses of this room.
pub mod urls {
    use crate::{
        kernel::{PostId, Url},
        ui::links,
    };

    /// A poll alone, with all that can be done with it.
    pub fn poll(post: PostId) -> Url {
        links::post(post).join("poll")
    }

    /// Voting.
    pub fn vote(post: PostId) -> Url {
        poll(post).join("vote")
    }

    /// What is recorded of a poll.
    pub fn recorded(post: PostId) -> Url {
        poll(post).join("recorded")
    }

    /// Who chose what.
    pub fn voters(post: PostId) -> Url {
        poll(post).join("voters")
    }

    /// Changing it.
    pub fn edit(post: PostId) -> Url {
        poll(post).join("edit")
    }

    /// Adding a choice.
    pub fn choices(post: PostId) -> Url {
        poll(post).join("choices")
    }

    /// Ending it.
    pub fn closure(post: PostId) -> Url {
        poll(post).join("closure")
    }

    /// Taking it up again.
    pub fn reopening(post: PostId) -> Url {
        poll(post).join("reopening")
    }

    /// The results as a sheet.
    pub fn sheet(post: PostId, ending: &str) -> Url {
        poll(post).join("results").join(ending)
    }

    /// The id of a poll's element on pages.
    pub fn element(post: PostId) -> String {
        format!("poll-{post}")
    }
}

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/posts/{post}/poll", Member, pages::show::show)
        .post("/posts/{post}/poll/vote", Member, pages::vote::vote)
        .get("/posts/{post}/poll/recorded", Member, pages::recorded::show)
        .get("/posts/{post}/poll/voters", Member, pages::voters::show)
        .get("/posts/{post}/poll/results/{ending}", Member, pages::sheet::take)
        .post("/posts/{post}/poll/choices", Member, pages::choices::add)
        .post("/posts/{post}/poll/closure", Member, pages::closure::close)
        .post("/posts/{post}/poll/reopening", Member, pages::closure::reopen)
}
