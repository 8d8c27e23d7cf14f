//! What an account is made of, and through which doors one comes to have one.

use crate::{
    authz::SiteRole,
    features::accounts::hashing::HashedPassword,
    i18n::Locale,
    kernel::{EmailAddress, GroupId, InvitationId, Line, MemberId},
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
pub struct Door(pub(super) Way);

pub(super) enum Way {
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
pub(super) struct Account {
    pub(super) id: MemberId,
    pub(super) name: String,
    pub(super) email: String,
    pub(super) locale: Locale,
    pub(super) time_zone: chrono_tz::Tz,
    pub(super) password_hash: Option<String>,
    pub(super) suspended: bool,
}

/// What lies behind an invitation's link.
pub(super) struct Opening {
    pub(super) invitation: InvitationId,
    /// Whether who enters becomes a guest of the platform.
    pub(super) external: bool,
    /// The only address it is for.
    pub(super) email: Option<String>,
    /// Whether it is the link that confirmed that address.
    pub(super) confirmed: bool,
    pub(super) inviter: Option<String>,
    pub(super) group: Option<OpeningGroup>,
}

/// The group an invitation leads into.
pub(super) struct OpeningGroup {
    pub(super) id: GroupId,
    pub(super) slug: String,
    pub(super) name: String,
}

/// Name, language and time zone.
pub(super) struct AccountSettings {
    pub(super) name: Name,
    pub(super) locale: Locale,
    pub(super) time_zone: chrono_tz::Tz,
}

/// How pages look, in words that the tables allow.
pub(super) struct Display {
    pub(super) theme: &'static str,
    pub(super) contrast: &'static str,
    pub(super) text_size: i16,
    pub(super) shortcuts: bool,
}

/// Why a link opened nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LinkRefused {
    /// Used, expired, taken back, or never made.
    Closed,
    /// The address has an account.
    AddressTaken,
}
