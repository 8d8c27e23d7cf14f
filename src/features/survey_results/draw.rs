//! Drawing prizes so that anybody can do it again.
//!
//! # How
//! 1. When the quiz opens, a seed of 32 random bytes is made. Its SHA-256 (FIPS 180-4) is published at once: from then on
//!    the seed cannot be another one.
//! 2. Each who takes part in the draw has a ticket: the SHA-256 of the quiz's id and theirs, in text, with a colon between.
//! 3. When the quiz has closed, the seed is published. Tickets are put in the order of HMAC-SHA-256 (RFC 2104) of each, with
//!    the seed as key; the first win. The order depends on nothing else: not on when somebody answered, nor on who looks.
//!
//! # What remains
//! Whoever has the database sees the seed while the quiz is open, and could have more people take part. They could not
//! change the seed, nor the place of a ticket before another.

use ring::{digest, hmac};
use serde::{Deserialize, Serialize};

use crate::kernel::{MemberId, SurveyId};

/// The name of what is described above, in files.
const ALGORITHM: &str = "parvis-draw-1: hmac-sha256(seed, ticket), ascending";

/// A draw that anybody can do again, as it is written to a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draw {
    algorithm: String,
    survey: SurveyId,
    /// The SHA-256 of the seed, as it was published when the quiz opened.
    commitment: String,
    seed: String,
    prizes: usize,
    /// All who take part, in the order of their letters.
    tickets: Vec<String>,
    /// Those that win, the first first.
    pub(super) winners: Vec<String>,
}

/// What is wrong with a file of a draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It was made in a way that this version does not know.
    Algorithm,
    /// The seed is not a seed.
    Seed,
    /// The seed is not the one whose hash was published.
    Commitment,
    /// Others win: these.
    Winners(Vec<String>),
}

/// What is published of a seed before it is.
pub(super) fn commitment(seed: &[u8]) -> String {
    hex::encode(digest::digest(&digest::SHA256, seed))
}

/// Someone's ticket.
pub(super) fn ticket(survey: SurveyId, member: MemberId) -> String {
    hex::encode(digest::digest(&digest::SHA256, format!("{survey}:{member}").as_bytes()))
}

fn winners(seed: &[u8], tickets: &[String], prizes: usize) -> Vec<String> {
    let key = hmac::Key::new(hmac::HMAC_SHA256, seed);
    let mut order: Vec<(Vec<u8>, &String)> = tickets
        .iter()
        .map(|ticket| (hmac::sign(&key, ticket.as_bytes()).as_ref().to_vec(), ticket))
        .collect();
    order.sort();
    order.dedup();
    order.into_iter().take(prizes).map(|(_, ticket)| ticket.clone()).collect()
}

impl Draw {
    /// Draws among these.
    pub(super) fn new(survey: SurveyId, seed: &[u8], prizes: usize, mut tickets: Vec<String>) -> Self {
        tickets.sort();
        Self {
            algorithm: ALGORITHM.to_owned(),
            survey,
            commitment: commitment(seed),
            seed: hex::encode(seed),
            prizes,
            winners: winners(seed, &tickets, prizes),
            tickets,
        }
    }

    /// How many take part.
    pub fn tickets(&self) -> usize {
        self.tickets.len()
    }

    /// The seed, in letters.
    pub(super) fn seed(&self) -> &str {
        &self.seed
    }

    /// Draws again, and answers who wins.
    pub fn verify(&self) -> Result<&[String], Wrong> {
        if self.algorithm != ALGORITHM {
            return Err(Wrong::Algorithm);
        }
        let seed = hex::decode(&self.seed).map_err(|_| Wrong::Seed)?;
        if commitment(&seed) != self.commitment {
            return Err(Wrong::Commitment);
        }
        let winners = winners(&seed, &self.tickets, self.prizes);
        if winners == self.winners { Ok(&self.winners) } else { Err(Wrong::Winners(winners)) }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn draw(people: u128) -> Draw {
        let survey = SurveyId(Uuid::from_u128(7));
        let tickets = (0..people).map(|n| ticket(survey, MemberId(Uuid::from_u128(n)))).collect();
        Draw::new(survey, &[9; 32], 3, tickets)
    }

    #[test]
    fn a_draw_is_the_same_each_time_whoever_takes_part_in_which_order() {
        let draw = draw(40);
        assert_eq!(draw.verify().unwrap(), draw.winners);
        assert_eq!(draw.winners.len(), 3);
        let mut turned = draw.clone();
        turned.tickets.reverse();
        assert_eq!(turned.verify().unwrap(), draw.winners);
        let text = serde_json::to_string(&draw).unwrap();
        assert_eq!(serde_json::from_str::<Draw>(&text).unwrap(), draw);
        assert_eq!(self::draw(2).winners.len(), 2);
    }

    #[test]
    fn another_seed_or_another_winner_is_found_out() {
        let good = draw(40);
        let seed = Draw { seed: hex::encode([8; 32]), ..good.clone() };
        assert_eq!(seed.verify(), Err(Wrong::Commitment));
        let swapped = Draw { winners: good.tickets[..3].to_vec(), ..good.clone() };
        assert_eq!(swapped.verify(), Err(Wrong::Winners(good.winners.clone())));
        let fewer = Draw { tickets: good.winners[1..].to_vec(), ..good.clone() };
        assert!(matches!(fewer.verify(), Err(Wrong::Winners(_))));
        let other = Draw { algorithm: "mine".to_owned(), ..good.clone() };
        assert_eq!(other.verify(), Err(Wrong::Algorithm));
        let broken = Draw { seed: "x".to_owned(), ..good };
        assert_eq!(broken.verify(), Err(Wrong::Seed));
    }

    #[test]
    fn a_known_draw_stays_as_it_was() {
        assert_eq!(commitment(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
