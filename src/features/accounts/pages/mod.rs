//! One file per page; `closed` and `entry` are shared with the rooms below.

pub(in crate::features) mod closed;
pub(in crate::features) mod entry;

pub(super) mod language;
pub(super) mod reset;
pub(super) mod setup;
pub(super) mod sign_in;

use serde::Deserialize;

use crate::kernel::Token;

/// `/…/{token}`
#[derive(Deserialize)]
pub(in crate::features) struct TokenPath {
    token: String,
}

impl TokenPath {
    /// The token, if the address holds one.
    pub(in crate::features) fn token(&self) -> Option<Token> {
        Token::parse(&self.token)
    }
}
