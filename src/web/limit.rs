//! How often is too often: token buckets per kind of action, by member or by network address.
//!
//! They live in the process and forget at a restart; what must survive one (wrong passwords, mails to one address)
//! is counted in the database by the accounts room.

use std::{net::IpAddr, num::NonZeroU32, time::Duration};

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter, clock::Clock as _, clock::DefaultClock};
use uuid::Uuid;

use crate::web::{Cx, Error};

/// A kind of action with its own measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Signing in, signing up, asking for a new password: by address.
    Door,
    /// Writing posts and comments, inviting, asking: by member.
    Write,
    /// Reacting, marking, small things: by member.
    Touch,
    /// Uploading: by member.
    Upload,
}

/// The buckets.
pub struct Limits {
    door: DefaultKeyedRateLimiter<Vec<u8>>,
    write: DefaultKeyedRateLimiter<Vec<u8>>,
    touch: DefaultKeyedRateLimiter<Vec<u8>>,
    upload: DefaultKeyedRateLimiter<Vec<u8>>,
}

impl Default for Limits {
    fn default() -> Self {
        let per_minute = |n: u32, burst: u32| {
            let some = |n| NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN);
            RateLimiter::keyed(Quota::per_minute(some(n)).allow_burst(some(burst)))
        };
        Self {
            door: per_minute(20, 30),
            write: per_minute(20, 60),
            touch: per_minute(240, 240),
            upload: per_minute(60, 120),
        }
    }
}

impl Limits {
    /// Takes one from the bucket of whoever asks, or says how long to wait.
    pub fn check(&self, cx: &Cx, class: Class) -> Result<(), Error> {
        let key = match (class, cx.me()) {
            (Class::Door, _) | (_, None) => network(cx.client()),
            (_, Some(me)) => Uuid::into_bytes(me.id.0).to_vec(),
        };
        let bucket = match class {
            Class::Door => &self.door,
            Class::Write => &self.write,
            Class::Touch => &self.touch,
            Class::Upload => &self.upload,
        };
        bucket.check_key(&key).map_err(|until| {
            Error::TooMany(until.wait_time_from(DefaultClock::default().now()).max(Duration::from_secs(1)))
        })
    }

    /// Forgets full buckets, so that the memory does not grow with every address ever seen.
    pub fn tidy(&self) {
        for bucket in [&self.door, &self.write, &self.touch, &self.upload] {
            bucket.retain_recent();
            bucket.shrink_to_fit();
        }
    }
}

/// An address as one household or machine: IPv6 by its /64.
fn network(address: IpAddr) -> Vec<u8> {
    match address.to_canonical() {
        IpAddr::V4(v4) => v4.octets().to_vec(),
        IpAddr::V6(v6) => v6.octets().into_iter().take(8).collect(),
    }
}
