//! What one sets for oneself.

use crate::{features::accounts::Name, i18n::Locale};

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
