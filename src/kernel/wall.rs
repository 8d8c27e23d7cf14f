//! What a clock on the wall says, as an instant: when someone writes a date and an hour in their own time zone.

use chrono::{NaiveDateTime, TimeDelta, TimeZone as _, offset::LocalResult};
use chrono_tz::Tz;

use crate::kernel::Timestamp;

/// Which instant an hour on the wall is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wall {
    /// The one there is.
    Once(Timestamp),
    /// Clocks were put back, so the hour came twice: the first of the two.
    Twice(Timestamp),
    /// Clocks were put forward over it, so no clock ever showed it: as much later as they were put forward.
    Skipped(Timestamp),
}

impl Wall {
    /// Reads an hour on the walls of a time zone.
    ///
    /// An hour that was skipped is read as if the clocks had not been changed yet: 2:30 on the night in which two
    /// o'clock becomes three is the instant that is then called 3:30.
    pub fn read(zone: Tz, local: NaiveDateTime) -> Self {
        match zone.from_local_datetime(&local) {
            LocalResult::Single(at) => Self::Once(at.to_utc()),
            LocalResult::Ambiguous(first, _) => Self::Twice(first.to_utc()),
            LocalResult::None => {
                // No zone has changed its clocks twice in a day, so a day earlier has the offset from before.
                let day = TimeDelta::days(1);
                let before = zone.from_local_datetime(&(local - day)).earliest();
                Self::Skipped(before.map_or_else(|| local.and_utc(), |at| at.to_utc() + day))
            }
        }
    }

    /// The instant.
    pub fn at(self) -> Timestamp {
        match self {
            Self::Once(at) | Self::Twice(at) | Self::Skipped(at) => at,
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use chrono_tz::{Europe::Paris, UTC};

    use super::*;

    fn local(month: u32, day: u32, hour: u32, minute: u32) -> NaiveDateTime {
        NaiveDate::from_ymd_opt(2027, month, day).unwrap().and_hms_opt(hour, minute, 0).unwrap()
    }

    fn utc(month: u32, day: u32, hour: u32, minute: u32) -> Timestamp {
        local(month, day, hour, minute).and_utc()
    }

    #[test]
    fn an_hour_is_the_hour_of_its_place() {
        assert_eq!(Wall::read(Paris, local(3, 27, 2, 30)), Wall::Once(utc(3, 27, 1, 30)));
        assert_eq!(Wall::read(Paris, local(7, 14, 9, 0)), Wall::Once(utc(7, 14, 7, 0)));
        assert_eq!(Wall::read(UTC, local(3, 28, 2, 30)), Wall::Once(utc(3, 28, 2, 30)));
    }

    #[test]
    fn an_hour_that_was_skipped_is_as_much_later() {
        assert_eq!(Wall::read(Paris, local(3, 28, 2, 30)), Wall::Skipped(utc(3, 28, 1, 30)));
        assert_eq!(Wall::read(Paris, local(3, 28, 3, 0)), Wall::Once(utc(3, 28, 1, 0)));
    }

    #[test]
    fn an_hour_that_came_twice_is_the_first() {
        assert_eq!(Wall::read(Paris, local(10, 31, 2, 30)), Wall::Twice(utc(10, 31, 0, 30)));
        assert_eq!(Wall::read(Paris, local(10, 31, 3, 0)), Wall::Once(utc(10, 31, 2, 0)));
    }
}
