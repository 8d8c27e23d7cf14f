//! Who belongs to a group by itself, and how long a visit lasts.

use crate::kernel::Body;

/// How long an administrator who entered a group reads it.
pub(super) const VISIT: chrono::TimeDelta = chrono::TimeDelta::hours(1);

/// Why someone enters.
pub(super) type Why = Body<1000>;

/// How one comes into a group (PRODUCT G4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Regime {
    /// As its level says.
    Ordinary,
    /// Newcomers are in it from the first day, and can leave.
    Default,
    /// Everybody is in it, cannot leave, and only managers publish.
    Source,
    /// Only administrators put people in and take them out.
    Locked,
}

impl Regime {
    pub(super) const ALL: [Self; 4] = [Self::Ordinary, Self::Default, Self::Source, Self::Locked];

    /// The word in forms and facts.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Ordinary => "ordinary",
            Self::Default => "default",
            Self::Source => "source",
            Self::Locked => "locked",
        }
    }

    /// Reads the word.
    pub(super) fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|regime| regime.as_str() == text)
    }

    /// As the three columns say.
    pub(super) fn of(default: bool, source: bool, locked: bool) -> Self {
        match (default, source, locked) {
            (_, true, _) => Self::Source,
            (_, _, true) => Self::Locked,
            (true, ..) => Self::Default,
            _ => Self::Ordinary,
        }
    }
}
