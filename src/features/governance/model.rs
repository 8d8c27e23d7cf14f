//! What is typed and chosen about a group.

use crate::{
    authz::{GroupRole, Permissions},
    features::groups::{GroupKind, Looks, Name, Purpose},
    i18n::Locale,
    kernel::Body,
};

/// How long the bin keeps a group.
pub(super) const BIN: chrono::TimeDelta = chrono::TimeDelta::days(30);

/// What a group says of itself.
#[derive(Clone, Debug)]
pub struct Identity {
    /// What it is called.
    pub name: Name,
    /// What it is for.
    pub purpose: Purpose,
    /// The language it speaks.
    pub lang: Locale,
    /// Its square.
    pub looks: Looks,
}

/// A line of what a group expects.
pub(super) type Expectation = Body<400>;

/// What a group expects of what is published in it; nothing where nothing is said.
#[derive(Clone, Debug, Default)]
pub struct Expected {
    /// When to publish.
    pub when: String,
    /// In which form.
    pub format: String,
    /// What belongs here.
    pub yes: String,
    /// What does not.
    pub no: String,
}

/// What someone hears of a group (PRODUCT G11).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hearing {
    /// Every publication, and what concerns them.
    Everything,
    /// What concerns them, and publications of groups of announcements.
    Mentions,
    /// Nothing of what is written there.
    Nothing,
}

impl Hearing {
    /// All of them, most first.
    pub const ALL: [Self; 3] = [Self::Everything, Self::Mentions, Self::Nothing];

    /// The word in tables and forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Everything => "everything",
            Self::Mentions => "mentions",
            Self::Nothing => "nothing",
        }
    }

    /// Reads the word.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|hearing| hearing.as_str() == text)
    }
}

/// What becomes of what someone wrote in a group they are taken out of (PRODUCT G9).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Legacy {
    /// It stays, under their name.
    #[default]
    Keep,
    /// It stays, without their name.
    Anonymise,
    /// It goes into the bin.
    Delete,
}

impl Legacy {
    /// Reads the word of the form.
    pub fn parse(text: &str) -> Self {
        match text {
            "anonymise" => Self::Anonymise,
            "delete" => Self::Delete,
            _ => Self::Keep,
        }
    }
}

/// How many links a group keeps at hand.
pub(super) const MOST_LINKS: usize = 5;

/// Who may do what, and the kind that proposed it.
#[derive(Clone, Copy, Debug)]
pub struct Charter {
    /// What the group is used for.
    pub kind: GroupKind,
    /// The least role for each thing.
    pub may: Permissions,
}

/// The roles of a permission, the narrowest circle first.
pub(super) const CIRCLES: [GroupRole; 4] =
    [GroupRole::Manager, GroupRole::Publisher, GroupRole::Member, GroupRole::Guest];
