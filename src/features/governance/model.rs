//! What is typed and chosen about a group.

use crate::{
    authz::{GroupRole, Permissions},
    features::groups::{GroupKind, Looks, Name, Purpose},
    i18n::Locale,
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
