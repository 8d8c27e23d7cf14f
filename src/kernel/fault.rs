//! Two ways of not succeeding: a fault is ours (a bug, a broken part), a refusal is a value with a reason.
//!
//! Faults are logged once, where they are answered, and never shown to a person.

use std::{error::Error as StdError, fmt, panic::Location};

/// A bug or a broken part: what failed, and where in our code it was noticed.
pub struct Fault {
    source: Box<dyn StdError + Send + Sync>,
    at: &'static Location<'static>,
}

impl Fault {
    /// A fault that has no error behind it, only a sentence.
    #[track_caller]
    pub fn new(what: impl Into<String>) -> Self {
        Self { source: what.into().into(), at: Location::caller() }
    }

    /// The error behind the fault.
    pub fn source(&self) -> &(dyn StdError + Send + Sync + 'static) {
        &*self.source
    }

    /// What failed, without the place in our code: for operators.
    pub fn what(&self) -> String {
        self.source.to_string()
    }

    /// Whether a part we depend on is out of reach for now (answered 503 instead of 500).
    pub fn is_passing(&self) -> bool {
        use sqlx::Error::{Io, PoolClosed, PoolTimedOut, Tls};
        if self.source.is::<Busy>() || self.is_away() {
            return true;
        }
        match self.source.downcast_ref::<sqlx::Error>() {
            Some(PoolTimedOut | PoolClosed | Io(_) | Tls(_)) => true,
            Some(sqlx::Error::Database(error)) => error.code().is_some_and(|code| is_passing_state(&code)),
            _ => false,
        }
    }

    /// Whether the store of files, apart from this machine, does not do what is asked of it.
    pub fn is_away(&self) -> bool {
        // A stream of bytes can only fail in the way of all streams.
        let within = self.source.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
        self.source.is::<Away>() || within.is_some_and(<dyn StdError + Send + Sync>::is::<Away>)
    }

    /// Whether PostgreSQL was given text that it cannot keep, such as a NUL: no keyboard sends it, so it is the client's
    /// doing (SQLSTATE 22021 and 22P05) and answered 400.
    pub fn is_unstorable_text(&self) -> bool {
        match self.source.downcast_ref::<sqlx::Error>() {
            Some(sqlx::Error::Database(error)) => {
                error.code().is_some_and(|code| matches!(&*code, "22021" | "22P05"))
            }
            _ => false,
        }
    }
}

/// Too much of a costly kind of work waits already: come back in a moment.
#[derive(Debug)]
pub struct Busy;

impl fmt::Display for Busy {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("too much work waits already")
    }
}

impl StdError for Busy {}

/// The store of files is apart from this machine and does not do what is asked of it: what, for the log.
#[derive(Debug)]
pub struct Away(pub String);

impl fmt::Display for Away {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "the storage of files: {}", self.0)
    }
}

impl StdError for Away {}

/// SQLSTATE classes that heal by themselves: connection, resources, operator intervention, lock and statement
/// time-outs, read-only server.
fn is_passing_state(code: &str) -> bool {
    matches!(code, "40001" | "40P01" | "55P03" | "25006")
        || ["08", "53", "57"].iter().any(|class| code.starts_with(class))
}

impl<E: Into<Box<dyn StdError + Send + Sync>>> From<E> for Fault {
    #[track_caller]
    fn from(source: E) -> Self {
        Self { source: source.into(), at: Location::caller() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.source)?;
        let mut cause = self.source.source();
        while let Some(deeper) = cause {
            write!(out, ": {deeper}")?;
            cause = deeper.source();
        }
        write!(out, " (at {}:{})", self.at.file(), self.at.line())
    }
}

impl fmt::Debug for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

/// What a verb that can say no answers: a refusal with its reason, or a fault.
#[derive(Debug)]
pub enum Failure<R> {
    /// The house says no, and why.
    Refused(R),
    /// Something is broken.
    Fault(Fault),
}

impl<R, E: Into<Fault>> From<E> for Failure<R> {
    #[track_caller]
    fn from(error: E) -> Self {
        Self::Fault(error.into())
    }
}
