//! What time it is, as something a test can move.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta, Utc};

/// An instant in UTC.
pub type Timestamp = DateTime<Utc>;

/// The clock of the house: the machine's, or one that stands still until a test moves it.
#[derive(Clone, Debug, Default)]
pub struct Clock(Option<FakeClock>);

impl Clock {
    /// The machine's clock.
    pub fn system() -> Self {
        Self(None)
    }

    /// The instant now, cut to microseconds, which is what the database keeps.
    pub fn now(&self) -> Timestamp {
        match &self.0 {
            Some(fake) => fake.now(),
            None => micros(system_now()),
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that asks the machine")]
fn system_now() -> Timestamp {
    Utc::now()
}

fn micros(at: Timestamp) -> Timestamp {
    DateTime::from_timestamp_micros(at.timestamp_micros()).unwrap_or(at)
}

/// A clock for tests: it starts at the machine's time and moves only when told.
#[derive(Clone, Debug)]
pub struct FakeClock(Arc<Mutex<Timestamp>>);

impl FakeClock {
    /// A clock that stands at `at`.
    pub fn at(at: Timestamp) -> Self {
        Self(Arc::new(Mutex::new(micros(at))))
    }

    /// A clock that stands at the machine's present.
    pub fn present() -> Self {
        Self::at(system_now())
    }

    /// The clock as the house takes it.
    pub fn clock(&self) -> Clock {
        Clock(Some(self.clone()))
    }

    /// Moves the clock forward.
    pub fn advance(&self, by: TimeDelta) {
        let mut at = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        *at += by;
    }

    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}
