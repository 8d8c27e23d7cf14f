//! The database's own rules as answers: a named constraint that is broken becomes the caller's refusal.

use crate::kernel::{Failure, Fault};

/// Turns a broken constraint into a refusal.
pub trait OnConstraint<T> {
    /// If the named unique or check constraint (or unique index) refused the statement, answers `refusal`.
    fn on_constraint<R>(self, name: &str, refusal: R) -> Result<T, Failure<R>>;
}

impl<T> OnConstraint<T> for Result<T, sqlx::Error> {
    #[track_caller]
    fn on_constraint<R>(self, name: &str, refusal: R) -> Result<T, Failure<R>> {
        self.map_err(|error| {
            match error.as_database_error().and_then(sqlx::error::DatabaseError::constraint) {
                Some(broken) if broken == name => Failure::Refused(refusal),
                _ => Failure::Fault(Fault::from(error)),
            }
        })
    }
}
