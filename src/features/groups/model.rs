//! The words of the room: what a group is made of, and why an invitation is not taken.
//!
//! Roles and levels are authorisation's (`authz::actor`); here is only what people type and choose.

use crate::{
    authz::{GroupRole, Level, Permissions, Reason},
    i18n::{Locale, T},
    kernel::{Body, Failure, Line},
    ui::icon::{GROUP_ICONS, HUES},
    web::{Error, FormErrors},
};

/// What a group is called.
pub type Name = Line<80>;
/// What a group is for.
pub type Purpose = Line<400>;
/// What someone writes beside a request, an answer or an invitation.
pub type Note = Body<1000>;

/// The square that stands for a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Looks {
    /// One of the icons of the sprite.
    pub icon: &'static str,
    /// One of the ten hues.
    pub hue: &'static str,
}

impl Looks {
    /// Reads a choice; what is not offered becomes the usual one.
    pub fn of(icon: &str, hue: &str) -> Self {
        let known = |names: &[&'static str], name: &str, usual| {
            names.iter().copied().find(|known| *known == name).unwrap_or(usual)
        };
        Self { icon: known(GROUP_ICONS, icon, "shapes"), hue: known(HUES, hue, "estuaire") }
    }
}

/// What a group is used for (PRODUCT G1). A kind only proposes who may do what; managers change it afterwards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words of PRODUCT G1")]
pub enum GroupKind {
    Announcements,
    Teamwork,
    #[default]
    Topic,
    Project,
    MutualHelp,
    FocusGroup,
}

impl GroupKind {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 6] =
        [Self::Topic, Self::Announcements, Self::Teamwork, Self::Project, Self::MutualHelp, Self::FocusGroup];

    /// The word in tables and forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Announcements => "announcements",
            Self::Teamwork => "teamwork",
            Self::Topic => "topic",
            Self::Project => "project",
            Self::MutualHelp => "mutual_help",
            Self::FocusGroup => "focus_group",
        }
    }

    /// Reads the word.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }

    /// Who may do what in a group of this kind, to begin with.
    pub fn preset(self) -> Permissions {
        use GroupRole::{Guest, Manager, Member, Publisher};
        let all = Permissions {
            publish: Guest,
            comment: Guest,
            react: Guest,
            invite: Manager,
            see_members: Guest,
            receive: Guest,
        };
        match self {
            Self::Announcements => Permissions { publish: Publisher, ..all },
            Self::Topic | Self::Teamwork | Self::Project => all,
            Self::MutualHelp => Permissions { invite: Member, ..all },
            Self::FocusGroup => Permissions { publish: Publisher, see_members: Publisher, ..all },
        }
    }
}

/// A new group as its form describes it.
#[derive(Clone, Debug)]
pub struct NewGroup {
    /// What it is called.
    pub name: Name,
    /// What it is for.
    pub purpose: Purpose,
    /// Who knows of it and who reads it.
    pub level: Level,
    /// Its square.
    pub looks: Looks,
    /// What it is used for; presets who may do what.
    pub kind: GroupKind,
    /// The language it speaks.
    pub lang: Locale,
}

/// Why someone cannot be invited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InviteRefused {
    /// They belong already.
    AlreadyIn,
    /// An invitation waits for their answer.
    AlreadyInvited,
    /// Their own request waits for a manager.
    Asked,
    /// Whoever invites no longer manages the group.
    NotManager,
}

/// Why an invitation can no longer be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerRefused {
    /// It was answered, taken back, has expired, or whoever invited no longer may.
    Over,
}

/// A refusal found only while the change was made: the same sentence as the rule's.
pub fn refused(failure: Failure<Reason>) -> Error {
    match failure {
        Failure::Refused(reason) => Error::Refused(reason),
        Failure::Fault(fault) => Error::Fault(fault),
    }
}

/// A text that may be left empty.
pub fn optional(t: T, errors: &mut FormErrors, field: &'static str, text: &str) -> Option<Note> {
    if text.trim().is_empty() { None } else { errors.take(t, field, Note::parse(text)) }
}
