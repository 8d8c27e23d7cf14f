//! What an account is made of, and through which doors one comes to have one.

use crate::{
    authz::SiteRole,
    features::accounts::hashing::HashedPassword,
    i18n::Locale,
    kernel::{EmailAddress, InvitationId, Line, MemberId},
};

/// A person's name.
pub type Name = Line<80>;

/// An account to be made.
#[derive(Clone)]
pub struct NewAccount {
    /// The person's name; the handle is made of it.
    pub name: Name,
    /// Their address, canonical.
    pub email: EmailAddress,
    /// Their password; without one they ask for a new one.
    pub password: Option<HashedPassword>,
    /// Their language.
    pub locale: Locale,
    /// Their time zone.
    pub time_zone: chrono_tz::Tz,
    /// Whether they are a guest of the platform.
    pub external: bool,
    /// What they may do on the whole platform.
    pub site_role: SiteRole,
}

/// Why an account may be made without a permit: its maker has no account yet.
pub struct Door(pub(in crate::features) Way);

pub(in crate::features) enum Way {
    /// By an invitation that was used in the same transaction.
    Invitation(InvitationId),
    /// By the one-time link of a house without administrator.
    Setup,
    /// By whoever may run commands on the machine.
    CommandLine,
}

impl Door {
    /// For the commands of the binary and the demonstration: whoever runs them owns the database already.
    pub fn command_line() -> Self {
        Self(Way::CommandLine)
    }
}

/// Why no account was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegisterRefused {
    /// The address has an account.
    AddressTaken,
}

/// An account as signing in needs it.
pub(in crate::features) struct Account {
    pub(in crate::features) id: MemberId,
    pub(in crate::features) name: String,
    pub(in crate::features) email: String,
    pub(in crate::features) locale: Locale,
    pub(in crate::features) time_zone: chrono_tz::Tz,
    pub(in crate::features) password_hash: Option<String>,
    pub(in crate::features) suspended: bool,
}

/// Why a link opened nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::features) enum LinkRefused {
    /// Used, expired, taken back, or never made.
    Closed,
    /// The address has an account.
    AddressTaken,
}
