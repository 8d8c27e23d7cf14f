//! Why the embedded database cannot run, in sentences for the person who installs Parvis.
//!
//! Each error has two parts: what is the matter, and the way out. They are English and not in `i18n`,
//! because they are read in a terminal or a log before there is a language to choose.

use std::{fmt, io, path::Path};

/// The embedded database could not be started, kept or stopped.
#[derive(Debug)]
pub struct EmbeddedError {
    kind: Kind,
    what: String,
    way_out: String,
}

/// What an error is about, for whoever must tell them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Another Parvis uses the same data folder.
    Busy,
    /// No server binaries, or only too old ones.
    Binaries,
    /// The cluster was made by another major version.
    Version,
    /// There is no unprivileged user to run as, or it cannot enter a folder.
    User,
    /// A cluster is where it cannot be used: moved away, damaged, or someone else's.
    Cluster,
    /// The disk is full.
    Disk,
    /// The server did not start or does not answer.
    Server,
    /// A file operation failed.
    Io,
}

impl EmbeddedError {
    pub(super) fn new(kind: Kind, what: impl Into<String>, way_out: impl Into<String>) -> Self {
        Self { kind, what: what.into(), way_out: way_out.into() }
    }

    /// What the error is about.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    pub(super) fn io(doing: &str, path: &Path, error: &io::Error) -> Self {
        if error.kind() == io::ErrorKind::StorageFull {
            return Self::disk(path);
        }
        Self::new(
            Kind::Io,
            format!("cannot {doing} {}: {error}", path.display()),
            "Check the owner and the permissions of this folder, or choose another with PARVIS_DATA.",
        )
    }

    pub(super) fn disk(path: &Path) -> Self {
        Self::new(
            Kind::Disk,
            format!("the disk that holds {} is full", path.display()),
            "Free some space and start again: nothing was lost.",
        )
    }

    /// Reads what a tool of PostgreSQL wrote when it failed; the detail is kept.
    pub(super) fn server(what: &str, detail: &str, at: &Path) -> Self {
        if ["No space left on device", "Check free disk space"].iter().any(|sign| detail.contains(sign)) {
            return Self::disk(at);
        }
        if detail.contains("could not look up effective user ID") {
            return Self::new(
                Kind::User,
                "PostgreSQL needs its user to have a name, and this one has none in /etc/passwd",
                "Start the container as root or as a named user, or set DATABASE_URL.",
            );
        }
        Self::new(
            Kind::Server,
            format!("{what}. PostgreSQL says:\n{}", detail.trim_end()),
            format!("Its log is in {}.", at.join("log").display()),
        )
    }
}

impl fmt::Display for EmbeddedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.\n{}", self.what.trim_end_matches('.'), self.way_out)
    }
}

impl std::error::Error for EmbeddedError {}
