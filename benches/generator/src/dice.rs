//! Chance that is the same on every machine and in every version: `SplitMix64` with a fixed seed.

use uuid::{Builder, Uuid};

/// A stream of numbers.
pub(crate) struct Dice(u64);

impl Dice {
    /// The stream of a seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A fraction from 0 up to but not including 1.
    pub(crate) fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// True this often.
    pub(crate) fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// A number below `end`, all equally likely.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.skewed(end, 1.0)
    }

    /// A number from `start` up to and including `end`.
    pub(crate) fn between(&mut self, start: usize, end: usize) -> usize {
        start + self.below(end - start + 1)
    }

    /// A number below `end`; the higher the power, the more often a low one.
    pub(crate) fn skewed(&mut self, end: usize, power: f64) -> usize {
        ((end as f64 * self.unit().powf(power)) as usize).min(end.saturating_sub(1))
    }

    /// One of these.
    pub(crate) fn one<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.below(of.len())]
    }

    /// A version 7 UUID of this instant (microseconds), ordered within a millisecond too.
    pub(crate) fn uuid(&mut self, at: i64) -> Uuid {
        let mut tail = [0; 10];
        tail[..8].copy_from_slice(&self.next().to_be_bytes());
        tail[8..].copy_from_slice(&self.next().to_be_bytes()[..2]);
        Builder::from_unix_timestamp_millis((at / 1000).unsigned_abs(), &tail).into_uuid()
    }
}
