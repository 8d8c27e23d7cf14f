//! A poll as the database tells it to someone: `visible_poll` for one's own card, `poll_as_told` for everybody's.

use serde::Deserialize;

use super::model::{Kind, Results};
use crate::{
    authz::{PollStanding, PostStanding},
    kernel::{PictureId, Timestamp},
};

/// A poll.
#[derive(Clone, Debug, Deserialize)]
pub struct Face {
    /// What it asks.
    pub question: String,
    pub(super) kind: Kind,
    /// How many choices one picks at least.
    pub least: i16,
    /// How many choices one picks at most.
    pub most: i16,
    /// Whether members add choices.
    pub opens: bool,
    /// Whether one may vote anew.
    pub changes: bool,
    /// Whether nobody may know who chose what.
    pub anonymous: bool,
    /// When results are seen.
    pub results: Results,
    /// When it ends by itself.
    pub closes_at: Option<Timestamp>,
    pub(super) closed_at: Option<Timestamp>,
    pub(super) edited_at: Option<Timestamp>,
    pub(super) restarted_at: Option<Timestamp>,
    /// How many ballots of an anonymous poll are counted.
    pub(super) released: i64,
    /// Whether what was chosen may be seen.
    pub(super) told: bool,
    /// How many took part.
    pub voters: i64,
    /// The choices, in their order.
    pub choices: Vec<Choice>,
    /// Whether the reader has voted.
    #[serde(default)]
    pub(super) voted: bool,
    /// What the reader chose, in a poll with names.
    #[serde(default)]
    pub(super) mine: Vec<Mine>,
}

/// A choice, and what it got where that is told.
#[derive(Clone, Debug, Deserialize)]
pub struct Choice {
    /// From one on.
    pub number: i16,
    /// Words; empty for a date.
    pub text: String,
    /// The date.
    pub at: Option<Timestamp>,
    /// Its picture.
    pub picture: Option<ChoicePicture>,
    pub(super) votes: Option<i64>,
    pub(super) maybe: Option<i64>,
}

/// The picture of a choice.
#[derive(Clone, Debug, Deserialize)]
pub struct ChoicePicture {
    /// Which.
    pub id: PictureId,
    /// What it shows; may be the words of the choice.
    pub alt: String,
    pub(super) width: i32,
    pub(super) height: i32,
}

/// A choice of the reader's.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(super) struct Mine {
    pub(super) number: i16,
    pub(super) maybe: bool,
}

impl Face {
    /// Whether ballots are taken at an instant. The clock closes a poll within a minute of its time.
    pub(super) fn is_open(&self, now: Timestamp) -> bool {
        self.closed_at.is_none() && self.closes_at.is_none_or(|at| at > now)
    }

    /// How many ballots the results speak of.
    pub(super) fn counted(&self) -> i64 {
        if self.anonymous { self.released } else { self.voters }
    }

    /// What someone is to this poll, given what they are to its post.
    pub(super) fn standing(&self, post: &PostStanding) -> PollStanding {
        PollStanding {
            post: post.clone(),
            anonymous: self.anonymous,
            opens: self.opens,
            closed: self.closed_at.is_some(),
            told: self.told,
        }
    }
}
