//! Paging by key: a page begins after the last thing of the page before, so it never skips or repeats.

use std::{fmt, str::FromStr};

use chrono::DateTime;
use uuid::Uuid;

use crate::kernel::Timestamp;

/// The place of a thing in a list ordered by time, then id. In an address it reads `<microseconds>-<uuid>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// The instant the list is ordered by.
    pub at: Timestamp,
    /// The id that decides between equal instants.
    pub id: Uuid,
}

impl fmt::Display for Cursor {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}-{}", self.at.timestamp_micros(), self.id.simple())
    }
}

impl FromStr for Cursor {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (micros, id) = text.split_once('-').ok_or(())?;
        let at = DateTime::from_timestamp_micros(micros.parse().map_err(|_| ())?).ok_or(())?;
        Ok(Self { at, id: id.parse().map_err(|_| ())? })
    }
}

/// A page of a list, and whether more follows.
#[derive(Clone, Debug)]
pub struct Slice<T> {
    /// The things of this page.
    pub items: Vec<T>,
    /// Whether the list goes on after them.
    pub more: bool,
}

impl<T> Slice<T> {
    /// Cuts a list that was fetched with one thing too many.
    pub fn cut(mut items: Vec<T>, most: usize) -> Self {
        let more = items.len() > most;
        items.truncate(most);
        Self { items, more }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_survives_the_address() {
        let cursor =
            Cursor { at: DateTime::from_timestamp_micros(1_763_000_000_123_456).unwrap(), id: Uuid::nil() };
        assert_eq!(cursor.to_string().parse(), Ok(cursor));
        assert_eq!("x-y".parse::<Cursor>(), Err(()));
        assert_eq!("99999999999999999999-0".parse::<Cursor>(), Err(()));
    }
}
