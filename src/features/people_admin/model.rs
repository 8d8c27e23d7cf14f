//! How an account stands, and why something was not done to it.

/// How an account stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Its owner comes and goes.
    Active,
    /// Nobody chose a password for it yet.
    Waiting,
    /// Nobody can come in by it.
    Suspended,
}

impl State {
    /// All of them, with their words in addresses.
    pub(super) const ALL: [(&'static str, Self); 3] =
        [("active", Self::Active), ("waiting", Self::Waiting), ("suspended", Self::Suspended)];

    /// Reads the word.
    pub(super) fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(name, _)| *name == word).map(|(_, state)| state)
    }

    /// The word.
    pub fn as_str(self) -> &'static str {
        Self::ALL.into_iter().find(|(_, state)| *state == self).map_or("", |(name, _)| name)
    }

    /// What two time stamps say.
    pub(super) fn of(suspended: bool, entered: bool) -> Self {
        match (suspended, entered) {
            (true, _) => Self::Suspended,
            (false, true) => Self::Active,
            (false, false) => Self::Waiting,
        }
    }
}

/// Why an account was not changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LostRefused {
    /// It is the last administrator's.
    LastAdministrator,
    /// Somebody did it meanwhile.
    Already,
    /// A guest would take over what only members may have.
    GuestTakesOver,
}
