//! How an anonymous vote stays anonymous.
//!
//! # What is kept
//! Two things, in two tables. *Who took part* (`poll_voters`): the poll and the member, no instant, no number. *What was
//! chosen* (`poll_boxes`): one row for the whole poll, a box of always the same length in which lie sums, never single
//! ballots, sealed with a key that is not in the database. A ballot itself exists only in the memory of the process
//! while the request lasts: it is in no statement, so in no log of the database.
//!
//! # Why a box
//! Who took part and that something was chosen change in one transaction; otherwise a crash would lose or double a vote.
//! So a copy of the write-ahead log, two dumps an hour apart, dead versions of rows, `xmin` and `ctid` all join the
//! member to *that change*. Shuffling rows does not help against someone who has the table before and after: whatever
//! can be read of the sums before and after tells the difference. Therefore the change must be unreadable: the old box
//! and the new one are random bytes to whoever has no key, whatever was added, and even whether anything was.
//!
//! # Batches
//! Sums leave the box in batches of at least [`BATCH`] ballots, into the counters that results are made of. Two sums wait
//! inside, an older one and a newer one: when the newer is full the older one leaves. So when the poll closes, between
//! five and nine ballots leave together, and no last single one can be told from the difference between the results
//! before and after. Results therefore appear with the tenth ballot, then in steps of five; all of them at the end. Of a
//! poll with fewer than five ballots nothing is ever told and the box is thrown away unopened. A closed anonymous poll
//! is never reopened, for the same difference; and a ballot cannot be changed, since no one can find it.
//!
//! # Order
//! With each vote up to [`COMPANY`] others who took part are written anew beside it, in random order: among the rows that
//! the last transaction wrote, none tells that it is the new one. This is a second line only, for who holds the key too.
//!
//! # What remains
//! * Who took part is known to the database, and roughly when: that is what keeps everybody to one vote.
//! * Whoever copies the database *and* the folder `seals` while a poll is open reads the waiting sums (of one to nine
//!   ballots), and with two such copies the difference between them. Backups leave that folder out. The key is deleted
//!   when the poll closes: from then on nobody opens any copy of the box.
//! * Whoever replaces the program, or reads its memory, sees ballots as they come. No server can prevent that.
//! * If everybody in a batch chose the same, the result says so.
//!
//! Without its key (a backup was restored) a poll cannot go on: it begins again, says so, and everybody may vote again.

use uuid::Uuid;

use super::{
    model::{Ballot, MOST_CHOICES},
    store,
};
use crate::{
    app::App,
    db::Db,
    kernel::{Fault, PostId},
    seals::{self, Shelf},
};

/// The fewest ballots that are told together (PRODUCT S3).
pub(super) const BATCH: u32 = 5;

/// How many others are written anew beside each vote.
pub(super) const COMPANY: i64 = 31;

/// Where the keys of polls are.
#[derive(Debug)]
pub enum Polls {}

impl Shelf for Polls {
    const NAME: &'static str = "polls";

    async fn needed(db: &mut Db, seals: &[Uuid]) -> sqlx::Result<Vec<Uuid>> {
        store::list_needed(db, seals).await
    }
}

/// The key of a poll.
pub type Seal = seals::Seal<Polls>;

impl Seal {
    /// The box with these sums.
    pub(super) fn close(&self, post: PostId, sums: &Sums) -> Result<Vec<u8>, Fault> {
        self.key().seal(post.0.as_bytes(), &sums.bytes())
    }

    /// The sums in a box.
    pub(super) fn open(&self, post: PostId, sealed: &[u8]) -> Result<Sums, Fault> {
        let plain = self.key().open(post.0.as_bytes(), sealed)?;
        plain.as_deref().and_then(Sums::parse).ok_or_else(|| Fault::new("the box of a poll does not open"))
    }
}

/// The name of the key of a poll that is not closed, if it is anonymous.
pub async fn sealed_by(app: &App, post: PostId) -> Result<Option<Uuid>, Fault> {
    Ok(store::find_seal(&mut *app.db.acquire().await?, post).await?)
}

/// The key of a poll that is not closed, if it is anonymous and the key is there.
pub async fn seal_of(app: &App, post: PostId) -> Result<Option<Seal>, Fault> {
    match sealed_by(app, post).await? {
        Some(id) => Seal::find(app, id).await,
        None => Ok(None),
    }
}

/// What some ballots amount to: how many they are, and for each choice how many picked it, plainly or if need be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sum {
    pub(super) ballots: u32,
    pub(super) votes: [[u32; 2]; MOST_CHOICES],
}

impl Sum {
    fn add(&mut self, other: &Self) {
        self.ballots += other.ballots;
        for (mine, theirs) in self.votes.iter_mut().zip(other.votes) {
            for (mine, theirs) in mine.iter_mut().zip(theirs) {
                *mine += theirs;
            }
        }
    }

    fn of(ballot: &Ballot) -> Self {
        let mut sum = Self { ballots: 1, ..Self::default() };
        for (number, maybe) in ballot.picks() {
            let place = usize::try_from(number - 1).unwrap_or(usize::MAX);
            if let Some(vote) = sum.votes.get_mut(place).and_then(|votes| votes.get_mut(usize::from(maybe))) {
                *vote += 1;
            }
        }
        sum
    }

    fn numbers(&self) -> impl Iterator<Item = u32> + '_ {
        std::iter::once(self.ballots).chain(self.votes.iter().flatten().copied())
    }

    fn parse(bytes: &[u8]) -> Option<Self> {
        let mut numbers = bytes.as_chunks::<4>().0.iter().map(|bytes| u32::from_be_bytes(*bytes));
        let mut sum = Self { ballots: numbers.next()?, ..Self::default() };
        for vote in sum.votes.iter_mut().flatten() {
            *vote = numbers.next()?;
        }
        Some(sum)
    }
}

/// What waits in a box.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sums {
    older: Sum,
    newer: Sum,
}

impl Sums {
    /// Adds a ballot. Answers a batch that leaves.
    pub(super) fn add(&mut self, ballot: &Ballot) -> Option<Sum> {
        self.newer.add(&Sum::of(ballot));
        if self.newer.ballots < BATCH {
            return None;
        }
        let full = std::mem::take(&mut self.newer);
        let leaves = std::mem::replace(&mut self.older, full);
        (leaves.ballots > 0).then_some(leaves)
    }

    /// What leaves at the end: everything that waits, if it is enough.
    pub(super) fn last(mut self) -> Option<Sum> {
        self.older.add(&self.newer);
        (self.older.ballots >= BATCH).then_some(self.older)
    }

    /// Always as many bytes, whatever is in them.
    fn bytes(&self) -> Vec<u8> {
        self.older.numbers().chain(self.newer.numbers()).flat_map(u32::to_be_bytes).collect()
    }

    fn parse(bytes: &[u8]) -> Option<Self> {
        let (older, newer) = bytes.split_at_checked(bytes.len() / 2)?;
        Some(Self { older: Sum::parse(older)?, newer: Sum::parse(newer)? })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use proptest::prelude::*;
    use rand::{Rng as _, SeedableRng as _, rngs::StdRng};

    use super::*;

    #[test]
    fn six_ballots_leave_together_at_the_end_and_not_before() {
        let mut sums = Sums::default();
        for number in [1, 2, 1, 1, 2, 3] {
            assert_eq!(sums.add(&Ballot::of([number])), None);
        }
        let last = sums.last().unwrap();
        assert_eq!((last.ballots, last.votes[0][0], last.votes[1][0], last.votes[2][0]), (6, 3, 2, 1));
    }

    #[test]
    fn four_ballots_are_never_told() {
        let mut sums = Sums::default();
        for _ in 0..4 {
            sums.add(&Ballot::of([1]));
        }
        assert_eq!(sums.last(), None);
    }

    /// Everything that the box shows after each vote of ten thousand polls of six, tried as ways to guess: learned from one
    /// half with the truth, used on the other. The test over a real database beside it tries all that is kept, more slowly.
    #[test]
    fn over_ten_thousand_small_polls_no_byte_of_the_box_tells_what_was_chosen() {
        const POLLS: usize = 10_000;
        const SPOTS: [usize; 8] = [0, 11, 12, 15, 16, 20, 24, 340];
        let mut lots = StdRng::seed_from_u64(10_000);
        let mut learned: HashMap<(usize, u8), [u32; 3]> = HashMap::new();
        let (mut right, mut all) = ([0_u32; SPOTS.len() + 1], 0_u32);
        for number in 0..POLLS {
            let post = PostId(Uuid::from_u128(u128::try_from(number).unwrap()));
            let seal = Seal::for_tests();
            let mut sums = Sums::default();
            let mut before = seal.close(post, &sums).unwrap();
            for _ in 0..6 {
                let chosen = lots.random_range(0..3_usize);
                assert_eq!(
                    sums.add(&Ballot::of([i16::try_from(chosen + 1).unwrap()])),
                    None,
                    "nothing is told yet"
                );
                let after = seal.close(post, &sums).unwrap();
                assert_eq!(before.len(), after.len());
                let differs = |spot: &usize| before[*spot] ^ after[*spot];
                let seen = SPOTS
                    .iter()
                    .map(differs)
                    .chain([
                        u8::try_from(after.iter().map(|byte| u32::from(*byte)).sum::<u32>() % 7).unwrap()
                    ]);
                for (feature, value) in seen.enumerate() {
                    let known = learned.entry((feature, value)).or_default();
                    if number < POLLS / 2 {
                        known[chosen] += 1;
                    } else {
                        let guess = (0..3).max_by_key(|choice| known[*choice]).unwrap();
                        right[feature] += u32::from(guess == chosen);
                    }
                }
                all += u32::from(number >= POLLS / 2);
                before = after;
            }
        }
        let deviation = (f64::from(all) * 2.0 / 9.0).sqrt();
        for (feature, right) in right.into_iter().enumerate() {
            let gain = (f64::from(right) - f64::from(all) / 3.0).abs();
            assert!(gain < 4.5 * deviation, "feature {feature}: {right} of {all} guessed");
        }
    }

    proptest! {
        /// No step that anybody sees speaks of fewer than five ballots, and none is lost or counted twice.
        #[test]
        fn every_step_is_a_batch_and_the_total_is_everybody(picks in proptest::collection::vec(1_i16..=20, 0..60)) {
            let mut sums = Sums::default();
            let mut steps = Vec::new();
            for number in &picks {
                steps.extend(sums.add(&Ballot::of([*number])));
                prop_assert_eq!(Sums::parse(&sums.bytes()), Some(sums));
                prop_assert_eq!(sums.bytes().len(), Sums::default().bytes().len());
            }
            steps.extend(sums.last());
            let mut total = Sum::default();
            for step in &steps {
                prop_assert!(step.ballots >= BATCH);
                total.add(step);
            }
            let told = if picks.len() < 5 { 0 } else { picks.len() };
            prop_assert_eq!(usize::try_from(total.ballots).unwrap(), told);
            for number in 1..=20_i16 {
                let votes = picks.iter().filter(|pick| **pick == number && told > 0).count();
                let place = usize::try_from(number - 1).unwrap();
                prop_assert_eq!(usize::try_from(total.votes[place][0]).unwrap(), votes);
            }
        }
    }
}
